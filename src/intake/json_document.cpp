// SPDX-License-Identifier: MIT
#include "intake/json_document.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/text.h"
#include "intake/json_events.h"
#include "intake/limits.h"
#include "report/read/locate.h"

namespace esep::intake {
namespace {

using report::CellKind;
using report::GridCell;

class DocumentEvents final : public JsonEvents {
 public:
  DocumentEvents(std::string_view text, const JsonPosition& position) : JsonEvents(position), text_(text) {
    count_lines_from(text.data());
  }
  JsonDocument document;

 protected:
  bool open(Kind kind) override {
    const bool object = kind == Kind::object;
    switch (where_) {
      case Where::start:
        document.rows_line = object ? 0 : line();  // a bare list is a list of rows
        return enter(object ? Where::top : Where::rows);
      case Where::top:
        if (key_ == "fields" && object) return enter(Where::fields);
        if (key_ != "rows" || object) return refuse_value();
        document.rows_line = line();
        return enter(Where::rows);
      case Where::rows:
        return object ? begin_row() : refuse_value();
      case Where::fields:
      case Where::row:
        return object || in_list() ? refuse_value() : collect_list();
    }
    return false;
  }

  bool close(Kind /*kind*/) override {
    switch (where_) {
      case Where::row:
        return end_row();
      case Where::fields:
      case Where::rows:
        return enter(Where::top);
      case Where::top:
      case Where::start:
        break;
    }
    return true;
  }

  bool name(std::string key) override {
    auto& seen = where_ == Where::top ? top_keys_ : where_ == Where::fields ? field_keys_ : row_keys_;
    key_ = std::move(key);
    if (!seen.insert(key_).second) return refuse("FILE-JSON-DUPLICATE", {{"key", key_}});
    return where_ != Where::row || note_column();
  }

  bool value(GridCell cell) override {
    switch (where_) {
      case Where::top:
        return identity_value(cell);
      case Where::fields:
        document.fields.push_back({key_, std::move(cell), line()});
        return document.fields.size() <= static_cast<size_t>(kMaxColumns) ||
               refuse_limit("FILE-LIMIT-COLUMNS", kMaxColumns);
      case Where::row:
        return true;
      case Where::rows:
      case Where::start:
        break;
    }
    return refuse_value();
  }

 private:
  enum class Where { start, top, fields, rows, row };

  bool enter(Where where) {
    where_ = where;
    return true;
  }
  bool refuse_value() { return key_.empty() ? refuse("FILE-JSON-TOP") : refuse("FILE-JSON-SHAPE", {{"key", key_}}); }

  [[nodiscard]] size_t offset() const { return static_cast<size_t>(position().at - text_.data()); }

  bool begin_row() {
    if (document.rows.size() == static_cast<size_t>(kMaxRows)) return refuse_limit("FILE-LIMIT-ROWS", kMaxRows);
    row_keys_.clear();
    document.rows.push_back({offset() - 1, 0, line()});
    return enter(Where::row);
  }

  bool end_row() {
    auto& row = document.rows.back();
    if (offset() - row.offset > kMaxRowBytes) return refuse_limit("FILE-LIMIT-ROW-BYTES", kMaxRowBytes);
    row.length = static_cast<uint32_t>(offset() - row.offset);
    return enter(Where::rows);
  }

  bool note_column() {
    if (!known_columns_.insert(key_).second) return true;
    document.columns.push_back(key_);
    return document.columns.size() <= static_cast<size_t>(kMaxColumns) ||
           refuse_limit("FILE-LIMIT-COLUMNS", kMaxColumns);
  }

  bool identity_value(const GridCell& cell) {
    form::WorkbookIdentity& identity = document.identity;
    const std::pair<const char*, std::string*> texts[] = {{"form", &identity.form},
                                                          {"edition", &identity.edition},
                                                          {"form_sha256", &identity.form_sha256},
                                                          {"organisation", &identity.organisation},
                                                          {"subject", &identity.subject},
                                                          {"period", &identity.period},
                                                          {"stage", &identity.stage},
                                                          {"language", &identity.language}};
    for (const auto& [key, target] : texts) {
      if (key_ != key) continue;
      if (cell.kind != CellKind::text && cell.kind != CellKind::blank) return refuse_value();
      *target = cell.text;
      return true;
    }
    if (key_ == "schema") return cell.kind == CellKind::text || refuse_value();
    if (key_ == "occurrence") return take_occurrence(cell);
    if (key_ == "nil") {
      if (cell.kind != CellKind::boolean) return refuse_value();
      document.fields.push_back({report::kNilField, cell, line()});
      return true;
    }
    return key_ == "fields" || key_ == "rows" ? refuse_value() : refuse("FILE-JSON-KEY", {{"key", key_}});
  }

  bool take_occurrence(const GridCell& cell) {
    constexpr size_t kDigits = 4;
    const bool whole = std::all_of(cell.text.begin(), cell.text.end(), is_digit);
    if (cell.kind != CellKind::number || !whole || cell.text.size() > kDigits || cell.text == "0")
      return refuse_value();
    document.identity.occurrence = std::stoi(cell.text);
    return true;
  }

  std::string_view text_;
  Where where_ = Where::start;
  std::string key_;  // the last one; empty: the document is no object
  std::set<std::string> top_keys_, field_keys_, row_keys_;
  std::unordered_set<std::string> known_columns_;
};

class RowEvents final : public JsonEvents {
 public:
  using JsonEvents::JsonEvents;
  std::vector<std::pair<std::string, GridCell>> cells;

 protected:
  bool open(Kind kind) override { return kind == Kind::object || collect_list(); }
  bool close(Kind /*kind*/) override { return true; }
  bool name(std::string key) override {
    key_ = std::move(key);
    return true;
  }
  bool value(GridCell cell) override {
    if (cell.kind != CellKind::blank) cells.emplace_back(key_, std::move(cell));
    return true;
  }

 private:
  std::string key_;
};

template <typename Events>
bool run(std::string_view text, JsonPosition& position, Events& events) {
  position.at = text.data();
  return nlohmann::json::sax_parse(CountingIterator(text.data(), &position),
                                   CountingIterator(text.data() + text.size(), &position), &events);
}

// The line of a text that no cell can hold, however many of its letters are written as «\\u0410»; 0: there is none. The
// parser would keep a text twice before it gives it.
int line_of_endless_text(std::string_view text) {
  constexpr size_t kLongest = 8 * kMaxCellBytes;
  int line = 1;
  bool quoted = false;
  size_t length = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    const bool ends = quoted ? c == '"' : c == '"' || c == ',' || c == ':' || c == ']' || c == '}' || c == '\n';
    if (quoted && c == '\\') ++i;
    if (c == '"') quoted = !quoted;
    length = ends ? 0 : length + 1;
    if (length > kLongest) return line;
  }
  return 0;
}

}  // namespace

std::optional<JsonDocument> JsonDocument::parse(std::string_view text, Problem& refusal) {
  if (const int line = line_of_endless_text(text); line > 0) {
    refusal = limit_problem("FILE-LIMIT-TEXT", kMaxCellBytes);
    refusal.row = line;
    return std::nullopt;
  }
  JsonPosition position;
  DocumentEvents events(text, position);
  if (run(text, position, events)) return std::move(events.document);
  refusal = events.failure().value_or(problem("FILE-JSON-DAMAGED", {{"line", std::to_string(events.line())}}));
  return std::nullopt;
}

std::vector<std::pair<std::string, GridCell>> read_json_row(std::string_view object) {
  JsonPosition position;
  RowEvents events(position);
  run(object, position, events);
  return std::move(events.cells);
}

}  // namespace esep::intake
