// SPDX-License-Identifier: MIT
#include "base/remarks.h"

#include "base/text.h"

namespace esep {

std::string join_remarks(std::vector<std::string> remarks) {
  for (std::string& one : remarks) {
    if (one.ends_with('.')) one.pop_back();
  }
  return join(remarks, "; ");
}

}  // namespace esep
