// SPDX-License-Identifier: MIT
#include "text/told_facts.h"

#include <array>
#include <exception>
#include <set>

#include "base/replace_all.h"
#include "base/text.h"
#include "base/utf8.h"
#include "datafile/csv.h"
#include "text/json_value.h"

namespace esep::text {
namespace {

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() || value.is_structured() ? std::string() : value.dump();
}

SubmissionFacts submission_facts(const Json& one) {
  SubmissionFacts out;
  for (const auto& [key, value] : one.items()) {
    if (!value.is_structured()) out[key] = text_of(value);
    if (key != "findings" || !value.is_array()) continue;
    out[key] = std::to_string(value.size());
    size_t n = 0;
    for (const Json& finding : value) {
      ++n;
      for (const char* part : {"sheet", "cell", "row", "column", "code", "severity"})
        out[key + "." + std::to_string(n) + "." + part] =
            finding.is_object() ? text_of(finding.value(part, Json())) : "";
    }
  }
  return out;
}

void read_tables(const Json& tables, ToldFacts& out) {
  for (const Json& table : tables) {
    if (!table.is_object() || text_of(table.value("id", Json())) != "findings") continue;
    for (const Json& row : table.value("rows", Json::array())) {
      std::vector<std::string> cells;
      for (const auto& [column, value] : row.items()) cells.push_back(text_of(value));
      out.findings.push_back(std::move(cells));
    }
  }
}

// Of a key that stands twice a reader sees one value and a program the other.
class KeysOnce {
 public:
  bool take(int depth, Json::parse_event_t event, const Json& parsed) {
    constexpr int kDeepest = 32;      // Esep writes no deeper, and the library reads by recursion
    constexpr size_t kMost = 10'000;  // the library looks through the whole list behind each object
    if (depth > kDeepest || objects_ > kMost) return false;
    if (event == Json::parse_event_t::object_start) {
      ++objects_;
      keys_.emplace_back();
    }
    if (event == Json::parse_event_t::object_end && !keys_.empty()) keys_.pop_back();
    return event != Json::parse_event_t::key || keys_.empty() || keys_.back().insert(parsed.get<std::string>()).second;
  }

 private:
  std::vector<std::set<std::string>> keys_;  // of the objects that are open
  size_t objects_ = 0;
};

// Ends the reading at once: a callback that only refuses lets the library read on to the end.
class NoReceipt : public std::exception {};

Json parse_once(std::string_view bytes) {
  KeysOnce once;
  const auto take = [&once](int depth, Json::parse_event_t event, const Json& parsed) {
    if (!once.take(depth, event, parsed)) throw NoReceipt();
    return true;
  };
  try {
    return Json::parse(bytes, take, false);
  } catch (const NoReceipt&) {
    return {};
  }
}

std::optional<ToldFacts> read_json_facts(std::string_view bytes) {
  const Json whole = parse_once(bytes);
  if (!whole.is_object()) return std::nullopt;
  ToldFacts out;
  if (const Json all = whole.value("submissions", Json()); all.is_array()) {
    for (const Json& one : all) {
      if (one.is_object()) out.submissions.push_back(submission_facts(one));
    }
    return out;
  }
  const Json documents = whole.value("documents", Json());
  if (!documents.is_array() || documents.empty() || !documents.front().is_object()) return std::nullopt;
  for (const Json& section : documents.front().value("sections", Json::array())) {
    if (!section.is_object()) continue;
    const Json fields = section.value("fields", Json::object());  // items() keeps none of its own
    for (const auto& [label, value] : fields.items()) out.facts.emplace_back(label, text_of(value));
    read_tables(section.value("tables", Json::array()), out);
  }
  return out;
}

// The text between tags, as a browser shows it.
std::string unmarked(std::string_view html) {
  std::string out;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) out += c;
    if (c == '>') in_tag = false;
  }
  constexpr std::array<std::pair<const char*, const char*>, 5> kNames{
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}};
  for (const auto& [name, character] : kNames) out = replace_all(std::move(out), name, character);
  return out;
}

// The contents of the elements of that name, one after another; `rest` goes on behind the one that was found.
std::optional<std::string_view> next_element(std::string_view& rest, std::string_view name) {
  const std::string open = "<" + std::string(name);
  const std::string close = "</" + std::string(name) + ">";
  size_t at = rest.find(open);
  while (at != std::string_view::npos && at + open.size() < rest.size() && rest[at + open.size()] != '>' &&
         rest[at + open.size()] != ' ')
    at = rest.find(open, at + 1);
  if (at == std::string_view::npos) return std::nullopt;
  const size_t begin = rest.find('>', at);
  const size_t end = begin == std::string_view::npos ? begin : rest.find(close, begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = rest.substr(begin + 1, end - begin - 1);
  rest.remove_prefix(end + close.size());
  return inside;
}

std::optional<ToldFacts> read_html_facts(std::string_view bytes) {
  ToldFacts out;
  while (const auto row = next_element(bytes, "tr")) {
    std::string_view rest = *row;
    std::string_view label = *row;
    const auto heading = next_element(label, "th");
    std::vector<std::string> cells;
    while (const auto cell = next_element(rest, "td")) cells.push_back(unmarked(*cell));
    if (cells.empty()) continue;
    if (heading) {
      out.facts.emplace_back(unmarked(*heading), cells.front());
    } else {
      out.findings.push_back(std::move(cells));
    }
  }
  return out.facts.empty() ? std::nullopt : std::optional(std::move(out));
}

// The facts are the records of two fields before the table.
std::optional<ToldFacts> read_csv_facts(std::string_view bytes) {
  constexpr size_t kFact = 2;
  ToldFacts out;
  const std::string text = datafile::csv_to_utf8(std::string(bytes));
  datafile::CsvReader reader(text, ';');
  datafile::CsvRecord record;
  bool heading = true;
  while (reader.next(record)) {
    if (record.fields.size() == kFact && out.findings.empty() && heading) {
      out.facts.emplace_back(datafile::csv_unguarded(record.fields.front()),
                             datafile::csv_unguarded(record.fields.back()));
    } else if (record.fields.size() > kFact) {
      if (!heading) out.findings.push_back(record.fields);
      heading = false;
    }
  }
  return out.facts.empty() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

std::optional<ToldFacts> read_told_facts(std::string_view bytes) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  const bool marked = bytes.starts_with(kBom);
  if (marked) bytes.remove_prefix(kBom.size());
  if (!is_valid_utf8(bytes)) return std::nullopt;
  const size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  if (bytes[first] == '{') {
    constexpr size_t kMost = 1000;  // nobody hands in more files in one call, and each is looked up
    auto out = read_json_facts(bytes);
    return out && out->submissions.size() > kMost ? std::nullopt : std::move(out);
  }
  if (bytes[first] == '<') return read_html_facts(bytes);
  return marked ? read_csv_facts(bytes) : std::nullopt;
}

}  // namespace esep::text
