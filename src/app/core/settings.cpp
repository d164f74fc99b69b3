// SPDX-License-Identifier: MIT
#include "app/core/settings.h"

#include "datafile/data_invalid.h"
#include "datafile/toml.h"

namespace esep::app {

Settings read_settings(const std::string& file, std::string text) {
  Settings out;
  Diagnostics diagnostics;
  if (const auto parsed = datafile::File::parse(file, std::move(text), diagnostics)) {
    datafile::TableReader table(parsed->root(), diagnostics);
    out.user = table.string_or("user", "");
    out.mail_sender = table.string_or("mail_sender", "");
    if (auto lang = table.optional_string("lang")) out.lang = lang_from_code(*lang);
    if (auto lang = table.optional_string("paper_lang")) out.paper_lang = lang_from_code(*lang);
    if (auto users = table.optional_table("users")) {
      out.users.emplace();
      for (const auto& [name, roles] : users->node().entries()) {
        const auto words = users->strings(name);
        (*out.users)[name] = {words.begin(), words.end()};
      }
    }
    table.finish();
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
