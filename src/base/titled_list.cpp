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

const Titled* find_titled(const std::vector<Titled>& things, std::string_view typed) {
  const std::string wanted = fold_look_alikes(trim(typed));
  const Titled* out = nullptr;
  for (const Titled& one : things) {
    if (one.id == typed) return &one;
  }
  for (const Titled& one : things) {
    const auto is_wanted = [&](const std::string& name) { return !name.empty() && fold_look_alikes(name) == wanted; };
    if (!is_wanted(one.id) && !is_wanted(one.title.kk) && !is_wanted(one.title.ru) && !is_wanted(one.title.en))
      continue;
    if (out != nullptr) return nullptr;
    out = &one;
  }
  return out;
}

LocalText titled_list(const std::vector<Titled>& things) {
  return {titled_list_in(things, Lang::kk), titled_list_in(things, Lang::ru), titled_list_in(things, Lang::en)};
}

}  // namespace esep
