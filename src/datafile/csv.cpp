// SPDX-License-Identifier: MIT
#include "datafile/csv.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/encoding.h"
#include "base/utf8.h"

namespace esep::datafile {
namespace {

// Behind it nothing stands but line ends.
void drop_end_mark(std::string& text) {
  const size_t last = text.find_last_not_of("\r\n");
  if (last != std::string::npos && text[last] == '\x1A') text.resize(text.find_last_not_of('\x1A', last) + 1);
}

// The separator that a first line `sep=;` names; 0: none.
char named_separator(std::string_view text) {
  if (text.starts_with('"')) text.remove_prefix(1);
  if (text.size() < 5 || (text[0] | 0x20) != 's' || (text[1] | 0x20) != 'e' || (text[2] | 0x20) != 'p') return 0;
  if (text[3] != '=' || text[4] == '\n' || text[4] == '\r') return 0;
  const char separator = text[4];
  text.remove_prefix(5);
  if (text.starts_with('"')) text.remove_prefix(1);
  return text.empty() || text.front() == '\n' || text.front() == '\r' ? separator : '\0';
}

bool has_cr_ends(std::string_view text) {
  return text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos;
}

std::string decoded(std::string_view bytes, std::string* encoding) {
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

}  // namespace

bool is_plain_csv(std::string_view bytes) {
  return !bytes.starts_with("\xEF\xBB\xBF") && bytes.find('\x1A') == std::string_view::npos && is_valid_utf8(bytes);
}

std::string csv_to_utf8(std::string_view bytes, std::string* encoding) {
  std::string text = decoded(bytes, encoding);
  drop_end_mark(text);
  return text;
}

char csv_separator(std::string_view utf8) {
  constexpr std::string_view kSeparators = "\t;,";  // in the order of preference
  constexpr int kLines = 20;
  if (const char named = named_separator(utf8); named != 0) return named;
  const char line_end = has_cr_ends(utf8) ? '\r' : '\n';
  using Counts = std::array<int, kSeparators.size()>;
  std::vector<Counts> lines(1);
  bool quoted = false;
  bool field_start = true;
  for (const char c : utf8) {
    if (c == '"' && (quoted || field_start)) {
      quoted = !quoted;
      field_start = false;
    } else if (!quoted && c == line_end) {
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

CsvReader::CsvReader(std::string_view utf8, char separator)
    : text_(utf8), separator_(separator), cr_ends_(has_cr_ends(utf8)) {
  if (named_separator(utf8) == 0) return;
  pos_ = std::min(text_.find(cr_ends_ ? '\r' : '\n'), text_.size() - 1) + 1;
  line_ = 2;
}

bool CsvReader::next(CsvRecord& record) {
  if (pos_ >= text_.size()) return false;
  record.line = line_;
  record.fields.clear();
  std::string field;
  bool quoted = false;
  bool was_quoted = false;
  while (pos_ < text_.size()) {
    const char c = text_[pos_++];
    const bool ends_line = c == (cr_ends_ ? '\r' : '\n');
    if (ends_line) ++line_;
    if (field.size() > kMostCsvFieldBytes) break;
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
      if (record.fields.size() == kMostCsvFields) break;
    } else if (ends_line) {
      break;
    } else if (c == '\r' && (pos_ >= text_.size() || text_[pos_] == '\n')) {
      continue;
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

// Whether a spreadsheet could take it for a formula, but for apostrophes before it.
bool is_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  if (text.empty() || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos) return false;
  return !is_harmless(text);
}

}  // namespace

std::string csv_unguarded(std::string text) {
  if (text.starts_with('\'') && is_formula(text)) text.erase(0, 1);
  return text;
}

std::string csv_field(std::string_view text, char separator) {
  std::string out;
  if (is_formula(text)) out += '\'';
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
