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
  if (holds("__properties_version1.0")) return FileKind::mail;  // Outlook
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
  const std::string_view expected = open == '{' ? std::string_view("\"}") : std::string_view("{[]\"");
  const bool numbers = open == '[' && text[next] >= '0' && text[next] <= '9' && text.find(',') < text.find(']');
  return numbers || expected.find(text[next]) != std::string_view::npos;
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

bool is_packed(std::string_view bytes) {
  return bytes.starts_with("Rar!\x1A\x07") || bytes.starts_with("7z\xBC\xAF\x27\x1C") ||
         bytes.starts_with("\x1F\x8B") || bytes.starts_with("PK\x05\x06");
}

// `~$report.xlsx` of Excel and Word: the length of the user's name, the name, blanks, the same in UTF-16.
// `.~lock.report.xlsx#` of LibreOffice: «,user,host,day,file:///…;».
bool is_lock(std::string_view bytes) {
  constexpr size_t kExcel = 165;
  constexpr size_t kWord = 162;
  constexpr size_t kNameEnd = 55;
  if (bytes.size() == kExcel || bytes.size() == kWord) {
    const auto length = static_cast<unsigned char>(bytes[0]);
    if (length == 0 || length >= kNameEnd) return false;
    const std::string_view rest = bytes.substr(length + 1U, kNameEnd - length - 1U);
    return rest.find_first_not_of(std::string_view(" \0", 2)) == std::string_view::npos;
  }
  constexpr size_t kLongest = 2000;
  return bytes.size() < kLongest && bytes.find(",file://") != std::string_view::npos &&
         bytes.substr(0, bytes.find_last_not_of(kSpace) + 1).ends_with(';') &&
         std::count(bytes.begin(), bytes.end(), '\n') <= 1;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Lines «From: …», «Subject: …» at the front. A web page in one file (MHTML) is written like a mail.
FileKind kind_of_headed(std::string_view text) {
  constexpr size_t kHead = 8192;
  const std::string head = "\n" + lower_ascii(text.substr(0, kHead));
  const size_t colon = head.find(": ");
  const std::string_view name = std::string_view(head).substr(1, colon == std::string::npos ? 0 : colon - 1);
  const bool headed = !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
  const auto has = [&](std::string_view field) { return head.find("\n" + std::string(field)) != std::string::npos; };
  if (!headed || !(has("mime-version:") || has("message-id:") || has("received:"))) return FileKind::text;
  const bool page = head.find("multipart/related") != std::string::npos && !has("received:") && !has("to:");
  return page ? FileKind::markup : FileKind::mail;
}

// The beginning of a text in any of its encodings, for what has only ASCII signs.
std::string front_of(std::string_view bytes) {
  constexpr size_t kFront = 512;
  std::string out(bytes.substr(0, kFront));
  if (out.starts_with("\xFF\xFE") || out.starts_with("\xFE\xFF")) {
    out.erase(0, 2);
    std::erase(out, '\0');
  }
  if (out.starts_with("\xEF\xBB\xBF")) out.erase(0, 3);
  out.erase(0, out.find_first_not_of(kSpace));
  return out;
}

// A tag, a comment or a declaration; «<5» may be a cell.
bool is_markup(std::string_view front) {
  if (front.size() < 2 || front[0] != '<') return false;
  const char c = front[1];
  return c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

FileKind file_kind(std::string_view bytes) {
  if (bytes.find_first_not_of(kSpace) == std::string_view::npos) return FileKind::empty;
  if (bytes.starts_with("PK\x03\x04")) return FileKind::zip;  // an empty zip begins with another letter
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound_kind(bytes);
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileKind::pdf;
  if (is_bare_biff(bytes)) return FileKind::xls;
  if (is_packed(bytes)) return FileKind::archive;
  if (is_lock(bytes)) return FileKind::lock;
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find_first_not_of(kSpace) == std::string_view::npos) return FileKind::empty;
  text.remove_prefix(text.find_first_not_of(kSpace));
  if (!is_text(bytes)) return FileKind::unknown;
  if (is_json(text)) return FileKind::json;
  if (is_markup(front_of(bytes))) return FileKind::markup;
  if (text.starts_with("{\\rtf")) return FileKind::unknown;
  return kind_of_headed(text);
}

}  // namespace esep::intake
