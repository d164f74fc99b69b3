// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// How a heading is read whose lines are not called as in the form (data/heading_words.toml).
struct HeadingWords {
  /// Words, or beginnings of words, folded as calendar::plain_letters() folds them.
  struct List {
    std::vector<std::string> whole, begins;
    /// Whether the text has one of the words.
    [[nodiscard]] bool stand_in(std::string_view text) const;
  };
  /// Words that follow one another; each list is of one word.
  struct Phrase {
    std::vector<List> words;
    [[nodiscard]] bool stands_in(std::string_view text) const;
  };
  /// What people call a form.
  struct FormName {
    std::string form;
    Phrase name;
  };
  /// What says that a title is of another paper than the form's, and that it is of a kind of period.
  struct OtherPaper {
    List words;
    std::map<calendar::PeriodKind, List> of_kind;
  };
  /// What says that a paper is not finished, and what may stand beside that.
  struct Draft {
    List words, beside;
  };
  /// To whom the report goes, who makes it, and kinds of bodies: those whose letterheads name no other one, central
  /// ones, and those whose place is the seat of central ones.
  struct Bodies {
    List addressee, performer, own_letterhead, central, seat;
  };
  std::vector<FormName> forms;
  /// The form that the text names; empty: none.
  [[nodiscard]] std::string form_in(std::string_view text) const;

  List period, organisation, subject, period_before, period_behind, as_of, as_of_before, doubt, part_of_period, paper;
  OtherPaper other_paper;
  Bodies bodies;
  Draft draft;
  std::vector<Phrase> from_new_year;
};

/// Empty if there is no such file. Error DataInvalid if it is wrong.
[[nodiscard]] HeadingWords read_heading_words(const Engine& engine);

}  // namespace esep::app
