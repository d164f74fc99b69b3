// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace esep {

/// Languages of messages and papers. Papers exist in kk and ru only (the two official languages of the sources).
enum class Lang { kk, ru, en };

[[nodiscard]] std::string_view lang_code(Lang lang);                      // "kk", "ru", "en"
[[nodiscard]] std::optional<Lang> lang_from_code(std::string_view code);  // exact, lower case

/// One text in its languages. If `en` is empty, `ru` takes its place; `kk` and `ru` are always present in loaded data
/// (the loader refuses a text that lacks one).
struct LocalText {
  std::string kk;
  std::string ru;
  std::string en;

  [[nodiscard]] const std::string& in(Lang lang) const;
  [[nodiscard]] bool empty() const { return kk.empty() && ru.empty() && en.empty(); }
  bool operator==(const LocalText&) const = default;
};

/// Adds `part` in each language; `between` stands before it if something is there already.
void append(LocalText& out, const LocalText& part, std::string_view between);

}  // namespace esep
