// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/page.h"
#include "web/visitor.h"

/// Parts of pages. Each text comes in the visitor's language already.
namespace esep::web {

/// A field of a form with its label, and a hint below it. Its id is its name.
struct FieldText {
  std::string name;
  std::string label;
  std::string hint = {};
  std::string value = {};
  std::string mistake = {};  // said beside it; empty: it is right
};

/// What is wrong with a field; empty: nothing.
[[nodiscard]] std::string mistake_at(const std::vector<Mistake>& mistakes, std::string_view field);
/// The field as it was typed into the form that is shown again, with what is wrong with it.
[[nodiscard]] FieldText as_typed(const Visitor& visitor, FieldText text, const std::vector<Mistake>& mistakes);

/// `<input type=…>`. `autocomplete` as in HTML ("username", "off"); empty: none is said.
[[nodiscard]] Markup input_field(const FieldText& text, std::string_view type, std::string_view autocomplete = "");
[[nodiscard]] Markup text_area(const FieldText& text, int rows);
/// One of several values, each with its title.
using Choices = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Markup select_field(const FieldText& text, const Choices& choices);
/// All of several, as boxes to tick. `chosen` as they came.
[[nodiscard]] Markup tick_boxes(const FieldText& text, const Choices& choices, const std::vector<std::string>& chosen);
[[nodiscard]] Markup button(const std::string& label, bool secondary = false);

/// A word with a colour of its own: never a colour alone.
enum class Tone { plain, good, busy, warning, bad };
[[nodiscard]] Markup tag(const std::string& word, Tone tone);

/// A table that scrolls in a frame of its own. `caption` names it.
class TableBuilder {
 public:
  TableBuilder(std::string caption, const std::vector<std::string>& titles);
  /// The column of numbers: they stand at the right. The first is 0.
  void numbers_in(size_t column) { numbers_ = column; }
  /// The first cell of a row is its heading. `mark`: id of the row; empty: none.
  void row(const std::vector<Markup>& cells, const std::string& mark = "");
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] Markup markup() const;

 private:
  std::string caption_;
  std::vector<std::string> titles_;
  std::optional<size_t> numbers_;
  Markup rows_;
};

/// Names and values of one thing. What has no value is left out.
[[nodiscard]] Markup facts(const std::vector<std::pair<std::string, Markup>>& names_and_values);
[[nodiscard]] Markup list(const std::vector<Markup>& items);
[[nodiscard]] Markup paragraph(const Markup& inside);
[[nodiscard]] Markup heading(int level, const std::string& text, const std::string& id = "");
/// What lies open only when it is asked for, or at once if it is `open`.
[[nodiscard]] Markup details(const std::string& summary, const Markup& inside, bool open = false);
/// "PDF" of "pdf", as people write it.
[[nodiscard]] std::string format_name(std::string_view format);
/// A link that looks like a button.
[[nodiscard]] Markup button_link(const std::string& address, const std::string& label);

}  // namespace esep::web
