// SPDX-License-Identifier: MIT
#include "base/titled_list.h"

#include "base/text.h"

namespace esep {
namespace {

std::string titled_list_in(const std::vector<Titled>& things, Lang lang) {
  std::vector<std::string> out;
  for (const Titled& one : things) {
    const std::string& title = one.title.in(lang);
    out.push_back(title.empty() || title == one.id ? one.id : title + " (" + one.id + ")");
  }
  return join(out, "; ");
}

}  // namespace

LocalText titled_list(const std::vector<Titled>& things) {
  return {titled_list_in(things, Lang::kk), titled_list_in(things, Lang::ru), titled_list_in(things, Lang::en)};
}

}  // namespace esep
