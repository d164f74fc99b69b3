// SPDX-License-Identifier: MIT
#include "base/remarks.h"

#include <cctype>

#include "base/text.h"
#include "base/utf8.h"

namespace esep {

namespace {

// «А. М.»: the full stop belongs to the name.
bool ends_with_initial(const std::string& text) {
  const std::string before = text.substr(0, text.size() - 1);
  const size_t space = before.find_last_of(" .");
  const std::string last = space == std::string::npos ? before : before.substr(space + 1);
  return !last.empty() && count_graphemes(last) == 1 && !std::isdigit(static_cast<unsigned char>(last.front()));
}

}  // namespace

std::string join_remarks(std::vector<std::string> remarks) {
  for (std::string& one : remarks) {
    if (one.ends_with('.') && !ends_with_initial(one)) one.pop_back();
  }
  return join(remarks, "; ");
}

}  // namespace esep
