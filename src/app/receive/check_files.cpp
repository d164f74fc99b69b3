// SPDX-License-Identifier: MIT
#include "app/receive/check_files.h"

#include "app/receive/batch_duplicates.h"
#include "app/receive/read_ahead.h"

namespace esep::app {

void check_files(Checker& checker, const std::vector<std::string>& files,
                 const std::function<void(CheckedFile&)>& each) {
  PeekedFiles peeked(files);
  const std::vector<std::string> duplicates = find_duplicates(checker, files, peeked);
  ReadAhead ahead(files.size(), [&peeked](size_t file) { return peeked.take(file); });
  for (const std::string& other : duplicates) {
    CheckedFile checked = checker.check(ahead.next());
    mark_duplicate(checked, other);
    each(checked);
  }
}

}  // namespace esep::app
