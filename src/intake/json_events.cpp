// SPDX-License-Identifier: MIT
#include "intake/json_events.h"

#include <algorithm>

#include "intake/cell_text.h"
#include "intake/limits.h"
#include "intake/number_text.h"

namespace esep::intake {

using report::CellKind;

namespace {

JsonCell make_cell(CellKind kind, std::string text) {
  JsonCell cell;
  cell.kind = kind;
  cell.text = std::move(text);
  return cell;
}

}  // namespace

void JsonEvents::count_lines() {
  if (counted_ == nullptr || position_.at == nullptr || position_.at < counted_) return;
  line_ += static_cast<int>(std::count(counted_, position_.at, '\n'));
  counted_ = position_.at;
}

bool JsonEvents::refuse_limit(const char* key, uint64_t limit) {
  if (!failure_) {
    failure_ = limit_problem(key, limit);
    failure_->row = line_;
  }
  return false;
}

bool JsonEvents::refuse(const char* code, Message::Args details) {
  details.emplace_back("line", std::to_string(line_));
  if (!failure_) {
    failure_ = problem(code, std::move(details));
    failure_->row = line_;
  }
  return false;
}

bool JsonEvents::deliver(JsonCell cell) {
  if (cell.text.size() > kMaxCellBytes) return refuse_limit("FILE-LIMIT-TEXT", kMaxCellBytes);
  if (cell.text.empty()) cell.kind = CellKind::blank;
  if (!in_list_) return value(std::move(cell));
  if (cell.kind == CellKind::blank) return true;
  if (!list_.text.empty()) list_.text += '\n';
  list_.kind = CellKind::text;
  list_.text += cell.text;
  return list_.text.size() <= kMaxCellBytes || refuse_limit("FILE-LIMIT-TEXT", kMaxCellBytes);
}

bool JsonEvents::null() { return deliver({}); }
bool JsonEvents::boolean(bool value) { return deliver(make_cell(CellKind::boolean, value ? "true" : "false")); }
bool JsonEvents::number_integer(number_integer_t value) {
  return deliver(make_cell(CellKind::number, std::to_string(value)));
}
bool JsonEvents::number_unsigned(number_unsigned_t value) {
  return deliver(make_cell(CellKind::number, std::to_string(value)));
}

bool JsonEvents::number_float(number_float_t /*value*/, const string_t& raw) {
  // The lexer writes the decimal point of the process's locale.
  std::string text = raw;
  for (char& c : text) {
    if ((c < '0' || c > '9') && c != '-' && c != '+' && c != 'e' && c != 'E') c = '.';
  }
  auto number = canonical_number_text(text, 0);
  if (!number) return refuse("FILE-JSON-NUMBER");
  return deliver(make_cell(CellKind::number, std::move(*number)));
}

bool JsonEvents::string(string_t& value) {
  clean_controls(value);
  return deliver(make_cell(CellKind::text, std::move(value)));
}

bool JsonEvents::binary(binary_t& /*value*/) { return refuse("FILE-JSON-DAMAGED"); }

bool JsonEvents::parse_error(std::size_t /*position*/, const std::string& /*token*/,
                             const nlohmann::detail::exception& error) {
  constexpr int kNumberOverflow = 406;
  count_lines();
  if (error.id == kNumberOverflow) return refuse("FILE-JSON-NUMBER");
  const bool ends = std::string_view(error.what()).find("unexpected end") != std::string_view::npos;
  return refuse(ends ? "FILE-JSON-UNCLOSED" : "FILE-JSON-DAMAGED");
}

bool JsonEvents::start_object(std::size_t /*elements*/) {
  count_lines();
  return open(Kind::object);
}

bool JsonEvents::start_array(std::size_t /*elements*/) {
  count_lines();
  return open(Kind::array);
}

bool JsonEvents::end_object() { return close(Kind::object); }

bool JsonEvents::end_array() {
  if (!in_list_) return close(Kind::array);
  in_list_ = false;
  return value(std::move(list_));
}

bool JsonEvents::key(string_t& name_text) {
  count_lines();
  clean_controls(name_text);
  if (name_text.empty()) return refuse("FILE-JSON-KEY", {{"key", ""}});
  if (name_text.size() > kMaxCellBytes) return refuse_limit("FILE-LIMIT-TEXT", kMaxCellBytes);
  return name(std::move(name_text));
}

bool JsonEvents::collect_list() {
  in_list_ = true;
  list_ = {};
  return true;
}

}  // namespace esep::intake
