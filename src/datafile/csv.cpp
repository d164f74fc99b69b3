// SPDX-License-Identifier: MIT
#include "datafile/csv.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"

namespace esep::datafile {
namespace {

// Windows-1251, bytes 0x80–0xBF; from 0xC0 on it is U+0410 onwards.
constexpr std::array<char16_t, 64> kWindows1251{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
    0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

std::string from_windows_1251(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else if (byte < 0xC0) {
      append_code_point(out, kWindows1251[byte - 0x80]);
    } else {
      append_code_point(out, 0x0410 + (byte - 0xC0));
    }
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  const auto unit = [&](size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? (a << 8 | b) : (b << 8 | a));
  };
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t cp = unit(i);
    const bool high = cp >= 0xD800 && cp < 0xDC00;
    const bool paired = high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000;
    if (paired) {
      cp = 0x10000 + ((cp - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (cp >= 0xD800 && cp < 0xE000) {
      cp = 0xFFFD;
    }
    append_code_point(out, cp);
  }
  if (bytes.size() % 2 != 0) append_code_point(out, 0xFFFD);
  return out;
}

}  // namespace

std::string csv_to_utf8(std::string_view bytes, std::string* encoding) {
  const auto name = [&](const char* what) {
    if (encoding != nullptr) *encoding = what;
  };
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    name("utf-16");
    return from_utf16(bytes.substr(2), bytes.front() == '\xFE');
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
  return from_windows_1251(bytes);
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
