// SPDX-License-Identifier: MIT
#include "registry/record_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {

void Registry::record_paper(const std::string& code, const std::string& sha256, const std::string& kind,
                            std::optional<int64_t> submission, std::string_view language, const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  auto insert =
      database_->prepare("INSERT OR IGNORE INTO paper(code, sha256, kind, submission, language) VALUES(?,?,?,?,?)");
  insert.bind(1, code).bind(2, sha256).bind(3, kind);
  if (submission) {
    insert.bind(4, *submission);
  } else {
    insert.bind(4, nullptr);
  }
  insert.bind(5, language).run();
  if (database_->changes() > 0) {
    history().append(actor, "paper", submission, paper_details(code, sha256, kind, language));
  }
  transaction.commit();
}

}  // namespace esep::registry
