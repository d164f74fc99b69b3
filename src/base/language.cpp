// SPDX-License-Identifier: MIT
#include "base/language.h"

namespace esep {

std::string_view lang_code(Lang lang) {
  switch (lang) {
    case Lang::kk:
      return "kk";
    case Lang::ru:
      return "ru";
    case Lang::en:
      return "en";
  }
  return "kk";
}

std::optional<Lang> lang_from_code(std::string_view code) {
  if (code == "kk") return Lang::kk;
  if (code == "ru") return Lang::ru;
  if (code == "en") return Lang::en;
  return std::nullopt;
}

const std::string& LocalText::in(Lang lang) const {
  if (lang == Lang::kk) return kk;
  if (lang == Lang::en && !en.empty()) return en;
  return ru;
}

void append(LocalText& out, const LocalText& part, std::string_view between) {
  const std::string joint(out.empty() ? "" : between);
  out.kk += joint + part.kk;
  out.ru += joint + part.ru;
  out.en += joint + part.in(Lang::en);
}

}  // namespace esep
