// SPDX-License-Identifier: MIT
#include "app/receive/check_files.h"

#include "app/receive/batch_duplicates.h"
#include "app/receive/read_ahead.h"

namespace esep::app {

void check_files(Checker& checker, const std::vector<std::string>& files,
                 const std::function<void(CheckedFile&)>& each) {
  GlancedFiles glanced(files);
  const std::vector<std::string> duplicates = find_duplicates(checker, files, glanced);
  ReadAhead ahead(files.size(), [&glanced](size_t file) { return glanced.take(file); });
  for (const std::string& other : duplicates) {
    CheckedFile checked = checker.check(ahead.next());
    mark_duplicate(checked, other);
    each(checked);
  }
}

}  // namespace esep::app
