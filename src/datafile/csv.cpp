// SPDX-License-Identifier: MIT
#include "datafile/csv.h"

#include <array>
#include <map>

#include "base/encoding.h"
#include "base/utf8.h"

namespace esep::datafile {
std::string csv_to_utf8(std::string_view bytes, std::string* encoding) {
  const auto name = [&](const char* what) {
    if (encoding != nullptr) *encoding = what;
  };
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    name("utf-16");
    return to_utf8(bytes.substr(2),
                   bytes.front() == '\xFE' ? Encoding::utf16_big_endian : Encoding::utf16_little_endian);
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    name("utf-8");
    return scrub_utf8(bytes.substr(3));
  }
  if (is_valid_utf8(bytes)) {
    name("utf-8");
    return std::string(bytes);
  }
  name("windows-1251");
  return to_utf8(bytes, Encoding::windows_1251);
}

char csv_separator(std::string_view utf8) {
  constexpr std::string_view kSeparators = "\t;,";  // in the order of preference
  constexpr int kLines = 20;
  using Counts = std::array<int, kSeparators.size()>;
  std::vector<Counts> lines(1);
  bool quoted = false;
  bool field_start = true;
  for (const char c : utf8) {
    if (c == '"' && (quoted || field_start)) {
      quoted = !quoted;
      field_start = false;
    } else if (!quoted && c == '\n') {
      if (lines.size() == kLines) break;
      lines.push_back({});
      field_start = true;
    } else if (!quoted) {
      const size_t at = kSeparators.find(c);
      field_start = at != std::string_view::npos;
      if (field_start) ++lines.back()[at];
    }
  }
  size_t best = kSeparators.size() - 1;
  int best_score = 0;
  for (size_t i = 0; i < kSeparators.size(); ++i) {
    std::map<int, int> lines_with;  // so many separators → so many lines
    for (const Counts& line : lines) {
      if (line[i] > 0) ++lines_with[line[i]];
    }
    for (const auto& [count, score] : lines_with) {
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
  }
  return kSeparators[best];
}

CsvReader::CsvReader(std::string_view utf8, char separator) : text_(utf8), separator_(separator) {}

bool CsvReader::next(CsvRecord& record) {
  if (pos_ >= text_.size()) return false;
  record.line = line_;
  record.fields.clear();
  std::string field;
  bool quoted = false;
  bool was_quoted = false;
  while (pos_ < text_.size()) {
    const char c = text_[pos_++];
    if (c == '\n') ++line_;
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (pos_ < text_.size() && text_[pos_] == '"') {
        field += '"';
        ++pos_;
      } else {
        quoted = false;
      }
    } else if (c == '"' && field.empty() && !was_quoted) {
      quoted = was_quoted = true;
    } else if (c == separator_) {
      record.fields.push_back(std::move(field));
      field.clear();
      was_quoted = false;
    } else if (c == '\r' && (pos_ >= text_.size() || text_[pos_] == '\n')) {
      continue;
    } else if (c == '\n') {
      break;
    } else {
      field += c;
    }
  }
  unclosed_ = unclosed_ || quoted;
  record.fields.push_back(std::move(field));
  return true;
}

namespace {

// A sign followed by digits is not a formula. People write a single dash for "none".
bool is_harmless(std::string_view text) {
  if (text == "-") return true;
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

}  // namespace

std::string csv_field(std::string_view text, char separator) {
  std::string out;
  const bool formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
  if (formula && !is_harmless(text)) out += '\'';
  out += text;
  if (out.find_first_of("\"\r\n") == std::string::npos && out.find(separator) == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace esep::datafile
