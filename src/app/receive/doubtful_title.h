// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/core/row_names.h"
#include "app/receive/checker.h"
#include "app/receive/heading_words.h"

namespace esep::app {

/// Judges titles above the table by the words of the file's own form (data/heading_words.toml). A period, the names of
/// the report's own body and subject, shortened words and further languages make no other title of it.
class DoubtfulTitle {
 public:
  DoubtfulTitle(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words);
  /// Whether the text is the title of a paper, and of another one: it lacks words of every title of the form and has
  /// others instead («Отчет о ходе реализации проектов ГЧП»), or one that makes another paper of the same
  /// («Заключительный отчет …»), or it is of another kind of period («Годовой отчет», «Тоқсандық есеп» above one for a
  /// month).
  [[nodiscard]] bool is_in(const std::string& text) const;
  /// Whether it says that the paper is not finished, and nothing else: «Проект», «Образец отчета».
  [[nodiscard]] bool is_draft(const std::string& text) const;

 private:
  using Letters = std::vector<std::u32string>;
  [[nodiscard]] Letters telling(std::string_view text) const;
  [[nodiscard]] bool is_of_other_kind(const std::string& text) const;
  [[nodiscard]] std::string without_kinds(const std::string& text) const;

  const NameWords& known_;
  const HeadingWords& words_;
  std::vector<Letters> titles_;                              // of the form
  Letters own_;                                              // words of its titles and of what it reports on
  std::set<std::optional<calendar::PeriodKind>> own_kinds_;  // of its period, and those that its titles name
};

}  // namespace esep::app
