// SPDX-License-Identifier: MIT
#include "intake/sheet_handler.h"

#include <algorithm>
#include <charconv>

#include "intake/limits.h"
#include "intake/number_format.h"
#include "intake/text_height.h"
#include "intake/text_width.h"
#include "intake/unread_parts.h"
#include "report/cell_reference.h"

namespace esep::intake {

using report::CellFormat;
using report::CellKind;

namespace {

// Enough rows for now: the parser pauses until they are taken.
constexpr size_t kReadyBytes = size_t{1} << 20;

}  // namespace

bool SheetHandler::accepts_root(std::string_view name, std::string_view name_space) {
  return name == "worksheet" && is_spreadsheet_namespace(name_space);
}

void SheetHandler::skip(std::string_view name, XmlAttributes attributes) {
  ++skipped_;
  if (where_ == Where::sheet && name == "sheetView") {
    measures_.take_view(attributes);
    if (context_.unread != nullptr) context_.unread->formulas_shown = measures_.shows_formulas();
  }
  if (where_ == Where::sheet && name == "pane") measures_.take_pane(attributes);
  unknown(name, attributes);
}

void SheetHandler::start(std::string_view name, XmlAttributes attributes) {
  if (skipped_ > 0) return skip(name, attributes);
  switch (where_) {
    case Where::sheet:
      if (name == "sheetFormatPr") measures_.take_defaults(attributes);
      where_ = name == "sheetData"      ? Where::data
               : name == "cols"         ? Where::columns
               : name == "headerFooter" ? Where::page
               : name == "hyperlinks"   ? Where::links
                                        : Where::sheet;
      return where_ == Where::sheet ? skip(name, attributes) : void();
    case Where::page:
      where_ = Where::page_text;
      value_.clear();
      return;
    case Where::links:
      take_link(name, attributes);
      return skip(name, attributes);
    case Where::columns:
      if (name == "col") measures_.take_columns(attributes);
      return skip(name, attributes);
    case Where::data:
      if (name != "row") return skip(name, attributes);
      where_ = Where::row;
      return begin_row(attributes);
    case Where::row:
      if (name != "c") return skip(name, attributes);
      where_ = Where::cell;
      return begin_cell(attributes);
    case Where::cell:
      return begin_in_cell(name, attributes);
    case Where::inline_text:
      if (name != "t" && name != "r") unknown(name, attributes);
      return inline_.start(name, attributes);
    case Where::value:
    case Where::formula:
    case Where::page_text:
      return skip(name, attributes);
  }
}

void SheetHandler::begin_in_cell(std::string_view name, XmlAttributes attributes) {
  if (name == "v") {
    where_ = Where::value;
    has_value_ = true;
    value_.clear();
  } else if (name == "f") {
    where_ = Where::formula;
    cell_.formula = true;
    formula_.begin(attribute(attributes, "t") == "shared" ? number_attribute(attributes, "si") : std::nullopt);
  } else if (name == "is") {
    where_ = Where::inline_text;
    has_value_ = true;
    inline_.begin();
  } else {
    skip(name, attributes);
  }
}

void SheetHandler::end() {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  switch (where_) {
    case Where::sheet:
      return;
    case Where::columns:
    case Where::data:
    case Where::page:
    case Where::links:
      where_ = Where::sheet;
      return;
    case Where::page_text:
      where_ = Where::page;
      return take_page_text();
    case Where::row:
      where_ = Where::data;
      return end_row();
    case Where::cell:
      where_ = Where::row;
      return end_cell();
    case Where::value:
    case Where::formula:
      where_ = Where::cell;
      return;
    case Where::inline_text:
      if (!inline_.end()) where_ = Where::cell;
      return;
  }
}

void SheetHandler::text(std::string_view text) {
  if (skipped_ > 0) return;
  if (where_ == Where::value || where_ == Where::page_text) {
    value_ += text;
  } else if (where_ == Where::formula) {
    formula_.add(text);
  } else if (where_ == Where::inline_text) {
    inline_.text(text);
  } else {
    return;
  }
  if (value_.size() > kMaxCellBytes || formula_.text().size() > kMaxCellBytes || inline_.too_long()) {
    fail_at(limit_problem("FILE-LIMIT-TEXT", kMaxCellBytes));
  }
}

// A sheet may be read several times.
void SheetHandler::take_page_text() {
  constexpr size_t kMost = 18;  // three parts of the first, the odd and the even pages, above and below
  if (context_.unread == nullptr) return;
  std::vector<std::string>& all = context_.unread->page;
  for (std::string& words : words_of_page_text(value_)) {
    if (all.size() < kMost && std::find(all.begin(), all.end(), words) == all.end()) all.push_back(std::move(words));
  }
}

void SheetHandler::take_link(std::string_view name, XmlAttributes attributes) {
  constexpr size_t kMost = 10000;
  const auto cell = attribute(attributes, "ref");
  const auto id = prefixed_attribute(attributes, "id");
  const bool known = name == "hyperlink" && cell && id && context_.links != nullptr;
  if (known && context_.links->size() < kMost) context_.links->emplace(std::string(*cell), std::string(*id));
}

void SheetHandler::fail_at(Problem problem) {
  problem.sheet = context_.sheet;
  problem.row = row_number_;
  problem.column = column_;
  fail(std::move(problem));
}

void SheetHandler::begin_row(XmlAttributes attributes) {
  int number = row_number_ + 1;
  bool hidden = false;
  bool fixed = false;
  std::string_view height;
  column_ = 0;
  ready_.of_row = 0;
  row_.cells.clear();
  row_.hidden = measures_.hides_rows();
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name == "r") {
      const auto given = report::parse_row_number(attributes[1]);
      if (!given) return fail_at(problem("FILE-CELL-REFERENCE", {{"reference", std::string(attributes[1])}}));
      number = *given;
    } else if (name == "hidden") {
      hidden = is_true(attributes[1]);
    } else if (name == "ht") {
      height = attributes[1];
      row_.hidden = SheetMeasures::is_low(height);
    } else if (name == "customHeight") {
      fixed = is_true(attributes[1]);
    }
  }
  measures_.take_row(height, fixed);
  row_.hidden = row_.hidden || hidden || measures_.cuts_row(number);
  if (number <= row_number_) return fail_at(problem("FILE-CELL-ORDER", {{"reference", std::to_string(number)}}));
  if (number > kMaxRows) return fail_at(problem("FILE-CELL-REFERENCE", {{"reference", std::to_string(number)}}));
  row_number_ = number;
  row_.row = number;
}

void SheetHandler::end_row() {
  if (row_.cells.empty()) return;
  if (ready_.count == ready_.rows.size()) ready_.rows.emplace_back();
  std::swap(ready_.rows[ready_.count++], row_);
  ready_.bytes += ready_.of_row;
  if (ready_.bytes > kReadyBytes) pause();
}

bool SheetHandler::take(report::GridRow& row) {
  if (ready_.taken == ready_.count) {
    ready_.taken = ready_.count = ready_.bytes = 0;
    return false;
  }
  std::swap(row, ready_.rows[ready_.taken++]);
  return true;
}

SheetHandler::Type SheetHandler::type_of(std::string_view name) {
  if (name == "n") return Type::number;
  if (name == "s") return Type::shared;
  if (name == "inlineStr") return Type::inline_text;
  if (name == "str") return Type::formula_text;
  if (name == "b") return Type::boolean;
  if (name == "e") return Type::error;
  return name == "d" ? Type::date : Type::unknown;
}

void SheetHandler::begin_cell(XmlAttributes attributes) {
  cell_ = {};
  style_ = nullptr;
  type_ = Type::number;
  has_value_ = false;
  value_.clear();
  int column = column_ + 1;
  for (; *attributes != nullptr; attributes += 2) {
    const char* name = attributes[0];
    if (name[0] == '\0' || name[1] != '\0') continue;
    const std::string_view value = attributes[1];
    if (name[0] == 'r') {
      const auto reference = report::parse_reference(value);
      if (!reference || reference->row != row_number_) {
        return fail_at(problem("FILE-CELL-REFERENCE", {{"reference", std::string(value.substr(0, 40))}}));
      }
      column = reference->column;
    } else if (name[0] == 't') {
      type_ = type_of(value);
      if (type_ == Type::unknown) cell_.text = value.substr(0, 40);
    } else if (name[0] == 's') {
      size_t style = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), style);
      if (error == std::errc{} && style < context_.styles->size()) style_ = &(*context_.styles)[style];
    }
  }
  if (column <= column_ || column > kMaxColumns) {
    const char* code = column > kMaxColumns ? "FILE-CELL-REFERENCE" : "FILE-CELL-ORDER";
    return fail_at(problem(code, {{"reference", report::cell_name(row_number_, column)}}));
  }
  column_ = column;
}

void SheetHandler::end_cell() {
  if (!has_value_ && !cell_.formula) return;
  cell_.column = column_;
  cell_.hidden = row_.hidden || measures_.hides_column(column_);
  if (style_ != nullptr) {
    cell_.format = style_->format;
    cell_.marks.struck = style_->struck;
    cell_.marks.faint = style_->faint;
    cell_.marks.repeated = style_->repeated;
    cell_.marks.dingbats = style_->dingbats;
  }
  if (!make_value()) return;
  if (cell_.formula) cell_.marks.changing = formula_.changes_by_itself();
  judge_look();
  judge_height();
  add_cell();
}

// Merged cells have the room of all their columns; few texts need that asked.
void SheetHandler::judge_height() {
  const double height = measures_.fixed_height();
  if (height <= 0 || style_ == nullptr || cell_.kind != CellKind::text || cell_.hidden) return;
  cell_.marks.low = loses_line(cell_.text, *style_, height, measures_.room(column_));
  if (!cell_.marks.low || context_.merged == nullptr) return;
  const double room = measures_.merged_room({row_number_, column_}, *context_.merged);
  cell_.marks.low = loses_line(cell_.text, *style_, height, room);
}

void SheetHandler::show(Shown shown) {
  cell_.look = shown.look;
  cell_.shown = std::make_shared<const std::string>(std::move(shown.text));
}

// What a conditional format says comes before the cell's own style.
void SheetHandler::judge_look() {
  static const CellStyle kPlain;
  const CellStyle& style = style_ != nullptr ? *style_ : kPlain;
  const CellLook* look = style.look.get();
  RuledLook ruled;
  if (!context_.rules->empty()) {
    ruled = ruled_look(*context_.rules, style, row_number_, cell_, context_.dates);
    cell_.marks.doubtful = ruled.doubt;
    cell_.marks.struck = cell_.marks.struck || ruled.look.struck;
    if (ruled.look.code) {
      look = ruled.look.look.get();
      cell_.format = classify_format(*ruled.look.code);
    }
  }
  judge_faint(style, look, ruled.look);
  judge_room(style, look);
  if (look != nullptr && type_ != Type::date) cell_.format = look->format_of(cell_).value_or(cell_.format);
  if (ruled.look.no_value) return show({report::Look::other, ""});
  if (measures_.hides_zeros() && cell_.kind == CellKind::number && cell_.text == "0") show({report::Look::part, ""});
  if (look == nullptr) return;
  if (auto shown = look->of(cell_, context_.dates)) show(std::move(*shown));
}

// Excel shows «###» of a number or a day that is too wide. One without a format it rounds, if that is enough.
void SheetHandler::judge_room(const CellStyle& style, const CellLook* look) {
  if (cell_.kind != CellKind::number || cell_.formula_without_value || cell_.hidden || style.fits || style.repeated)
    return;
  const bool of_day = cell_.format == CellFormat::date || cell_.format == CellFormat::date_time;
  if (look == nullptr && cell_.format == CellFormat::text) return;
  const double room = measures_.room(column_);
  const size_t beside = look != nullptr ? look->most_beside() : 0;
  const size_t digits = cell_.text.size() + cell_.text.size() / 3;
  if (!of_day && static_cast<double>(digits + beside) * style.scale <= room) return;
  const std::string text = look != nullptr ? look->text_of(cell_, context_.dates) : of_day ? "00.00.0000" : cell_.text;
  cell_.marks.narrow = text_width(text) * style.scale > room;
}

void SheetHandler::judge_faint(const CellStyle& style, const CellLook* look, const RuleLook& rule) {
  auto ink = look != nullptr ? look->ink_of(cell_) : std::nullopt;
  if (!ink) ink = rule.ink;
  if (rule.tiny) cell_.marks.faint = true;
  if (!ink && !rule.ground) return;
  const bool by_runs = cell_.marks.faint && !style.faint;
  const CellColour& ground = rule.ground ? *rule.ground : style.ground;
  cell_.marks.faint = by_runs || style.tiny || (ink ? *ink : style.ink).is_like(ground);
}

void SheetHandler::add_cell() {
  ready_.of_row += sizeof(report::GridCell) + cell_.text.size();
  if (ready_.of_row > kMaxRowBytes) return fail_at(limit_problem("FILE-LIMIT-ROW-BYTES", kMaxRowBytes));
  const bool is_long = cell_.text.size() > kLongTextBytes;
  *context_.text_bytes += cell_.text.size() * (is_long ? kLongTextWeight : 1);
  if (*context_.text_bytes > kMaxFileTextBytes)
    return fail_at(limit_problem("FILE-LIMIT-FILE-TEXT", is_long ? kMaxLongTextBytes : kMaxFileTextBytes));
  row_.cells.push_back(std::move(cell_));
}

}  // namespace esep::intake
