// SPDX-License-Identifier: MIT
#include "base/titled_list.h"

#include <algorithm>
#include <map>

#include "base/replace_all.h"
#include "base/text.h"

namespace esep {
namespace {

std::string with_id(const std::string& title, const std::string& id) {
  return title.empty() || title == id ? id : title + " (" + id + ")";
}

std::string titled_list_in(const std::vector<Titled>& things, Lang lang) {
  std::vector<std::string> out;
  for (const Titled& one : things) out.push_back(with_id(one.title.in(lang), one.id));
  return join(out, "; ");
}

// As a person compares it.
std::string folded(std::string_view text) {
  std::string plain(text);
  for (const char* mark : {"«", "»", "“", "”", "„", "\""}) plain = replace_all(std::move(plain), mark, "");
  return fold_look_alikes(trim(plain));
}

std::vector<std::string> folded_names(const Titled& thing) {
  std::vector<std::string> out{folded(thing.id)};
  for (const std::string& title : {thing.title.kk, thing.title.ru, thing.title.en}) {
    if (title.empty()) continue;
    out.push_back(folded(title));
    out.push_back(folded(with_id(title, thing.id)));
  }
  return out;
}

}  // namespace

const Titled* find_titled(const std::vector<Titled>& things, std::string_view typed) {
  for (const Titled& one : things) {
    if (one.id == typed) return &one;
  }
  const std::string wanted = folded(typed);
  const Titled* out = nullptr;
  for (const Titled& one : things) {
    const auto names = folded_names(one);
    if (wanted.empty() || std::find(names.begin(), names.end(), wanted) == names.end()) continue;
    if (out != nullptr && out->id != one.id) return nullptr;
    out = &one;
  }
  return out;
}

Message did_you_mean(std::string_view typed, const std::vector<Titled>& things) {
  std::vector<std::string> ids;
  std::vector<std::string> names;
  std::map<std::string, std::string> id_of;
  for (const Titled& one : things) {
    ids.push_back(one.id);
    for (const std::string& name : folded_names(one)) {
      if (id_of.emplace(name, one.id).second) names.push_back(name);
    }
  }
  std::string meant = nearest(typed, ids);
  if (meant.empty()) meant = nearest(folded(typed), names);
  if (meant.empty()) return {};
  return Message("CLI-DID-YOU-MEAN", {{"word", id_of.contains(meant) ? id_of.at(meant) : meant}});
}

LocalText titled_list(const std::vector<Titled>& things) {
  return {titled_list_in(things, Lang::kk), titled_list_in(things, Lang::ru), titled_list_in(things, Lang::en)};
}

}  // namespace esep
