// SPDX-License-Identifier: MIT
#include "intake/file_kind.h"

#include <algorithm>
#include <string>

namespace esep::intake {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

// An OLE2 compound file: its directory holds the names of its streams.
FileKind compound_kind(std::string_view bytes) {
  const auto holds = [bytes](std::string_view stream) { return bytes.find(utf16(stream)) != std::string_view::npos; };
  if (holds("EncryptedPackage")) return FileKind::encrypted;
  if (holds("WordDocument")) return FileKind::word;
  if (holds("Workbook") || holds("Book")) return FileKind::xls;
  return FileKind::unknown;
}

// BIFF2–5 without a compound file around it.
bool is_bare_biff(std::string_view bytes) {
  return bytes.size() > 4 && bytes[0] == '\x09' &&
         std::string_view("\x00\x02\x04\x08", 4).find(bytes[1]) != std::string_view::npos && bytes[3] == '\0';
}

// A CSV may begin with a heading in brackets, so the second character decides.
bool is_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const char open = text.front();
  text.remove_prefix(1);
  const size_t next = text.find_first_not_of(kSpace);
  if (next == std::string_view::npos) return true;
  const std::string_view expected = open == '{' ? std::string_view("\"}") : std::string_view("{[]");
  return expected.find(text[next]) != std::string_view::npos;
}

bool is_text(std::string_view bytes) {
  const bool utf16_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (utf16_mark) return true;
  // Tab, line ends, form feed and the end mark of old DOS programs.
  constexpr std::string_view kAllowed = "\t\r\n\f\x1A";
  return std::none_of(bytes.begin(), bytes.end(), [=](char c) {
    return static_cast<unsigned char>(c) < 0x20 && kAllowed.find(c) == std::string_view::npos;
  });
}

}  // namespace

FileKind file_kind(std::string_view bytes) {
  if (bytes.find_first_not_of(kSpace) == std::string_view::npos) return FileKind::empty;
  if (bytes.starts_with("PK\x03\x04")) return FileKind::zip;  // an empty zip begins with another letter
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound_kind(bytes);
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileKind::pdf;
  if (is_bare_biff(bytes)) return FileKind::xls;
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find_first_not_of(kSpace) == std::string_view::npos) return FileKind::empty;
  text.remove_prefix(text.find_first_not_of(kSpace));
  if (!is_text(bytes)) return FileKind::unknown;
  if (is_json(text)) return FileKind::json;
  if (text.starts_with("<?xml") || text.starts_with("<html") || text.starts_with("<HTML") ||
      text.starts_with("<!DOCTYPE") || text.starts_with("<!doctype") || text.starts_with("<table")) {
    return FileKind::markup;
  }
  return text.starts_with("{\\rtf") ? FileKind::unknown : FileKind::text;
}

}  // namespace esep::intake
