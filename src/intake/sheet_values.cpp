// SPDX-License-Identifier: MIT
// The values of cells, by their type.
#include <algorithm>
#include <charconv>

#include "base/shown_text.h"
#include "intake/cell_text.h"
#include "intake/iso_date.h"
#include "intake/number_text.h"
#include "intake/sheet_handler.h"

namespace esep::intake {

using report::CellFormat;
using report::CellKind;

namespace {

constexpr size_t kShownBytes = 200;

std::string shown(std::string_view text) { return cut_short(text, kShownBytes); }

}  // namespace

std::string_view SheetHandler::raw() const { return trim_xml(value_); }

bool SheetHandler::make_value() {
  const bool needs_text = type_ != Type::formula_text && type_ != Type::inline_text;
  if (cell_.formula && (!has_value_ || (needs_text && raw().empty()))) {
    // Not blank: the person sees a result that the file does not hold. Only the formula can be shown.
    cell_.kind = CellKind::text;
    cell_.formula_without_value = true;
    cell_.text = "=" + shown(formula_.text());
    clean_controls(cell_.text);
    return true;
  }
  switch (type_) {
    case Type::number:
      return make_number();
    case Type::shared:
      return make_shared_text();
    case Type::inline_text:
      judge_runs(inline_.marks());
      return make_text(inline_.take());
    case Type::formula_text:
      return make_text(value_.find("_x") == std::string::npos ? value_ : decode_escapes(value_));
    case Type::boolean:
      return make_boolean();
    case Type::error:
      cell_.kind = CellKind::error;
      cell_.text = shown(raw());
      clean_controls(cell_.text);
      return true;
    case Type::date:
      return make_date();
    case Type::unknown:
      value_ = cell_.text;
      return make_damaged("CELL-TYPE-UNKNOWN");
  }
  return false;
}

bool SheetHandler::make_damaged(const char* code) {
  Problem damage = problem(code, {{"value", shown(raw())}});
  damage.sheet = context_.sheet;
  damage.row = row_number_;
  damage.column = column_;
  context_.problems->add(damage);
  // The content is kept as text for the reader; the finding rejects the file.
  return make_text(shown(raw()));
}

bool SheetHandler::make_number() {
  const std::string_view text = raw();
  if (text.empty()) return false;
  auto number = canonical_number_text(text);
  if (!number) return make_damaged("CELL-NUMBER-DAMAGED");
  cell_.kind = CellKind::number;
  cell_.text = std::move(*number);
  return true;
}

bool SheetHandler::make_shared_text() {
  const std::string_view text = raw();
  if (text.empty()) return false;
  size_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  if (error != std::errc{} || end != text.data() + text.size() || index >= context_.strings->size()) {
    return make_damaged("CELL-STRING-MISSING");
  }
  cell_.kind = CellKind::text;
  cell_.text = context_.strings->at(index);
  if (const RunMarks* marks = context_.strings->marks(index)) judge_runs(*marks);
  return !cell_.text.empty();
}

void SheetHandler::judge_runs(const RunMarks& marks) {
  static const CellColour kPaper{CellColour::kWhite, ""};
  const CellColour& ground = style_ != nullptr ? style_->ground : kPaper;
  const auto unseen = [&](const CellColour& colour) { return colour.is_like(ground); };
  cell_.marks.struck = cell_.marks.struck || marks.struck;
  cell_.marks.raised = marks.raised;
  const bool lost = std::any_of(marks.colours.begin(), marks.colours.end(), unseen);
  const bool seen = marks.black || !std::all_of(marks.colours.begin(), marks.colours.end(), unseen);
  cell_.marks.partly = (marks.struck && marks.unstruck) || (marks.tiny && marks.legible) || (lost && seen);
  cell_.marks.dingbats = cell_.marks.dingbats || marks.dingbats;
  cell_.marks.faint = cell_.marks.faint || marks.tiny || lost;
}

bool SheetHandler::make_text(std::string text) {
  clean_controls(text);
  if (text.empty()) return false;
  cell_.kind = CellKind::text;
  cell_.text = std::move(text);
  return true;
}

bool SheetHandler::make_boolean() {
  const std::string_view text = raw();
  if (text.empty()) return false;
  const bool yes = text == "1" || text == "true";
  if (!yes && text != "0" && text != "false") return make_damaged("CELL-TYPE-UNKNOWN");
  cell_.kind = CellKind::boolean;
  cell_.text = yes ? "true" : "false";
  return true;
}

bool SheetHandler::make_date() {
  const std::string_view text = raw();
  if (text.empty()) return false;
  auto moment = serial_from_iso(text, context_.dates);
  if (!moment) return make_damaged("CELL-NUMBER-DAMAGED");
  cell_.kind = CellKind::number;
  cell_.format = !moment->has_date ? CellFormat::time : moment->has_time ? CellFormat::date_time : CellFormat::date;
  cell_.text = std::move(moment->serial);
  return true;
}

}  // namespace esep::intake
