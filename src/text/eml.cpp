// SPDX-License-Identifier: MIT
#include "text/eml.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/base64.h"
#include "base/hash.h"
#include "base/mail_address.h"
#include "base/text.h"
#include "base/utf8.h"

namespace esep::text {
namespace {

constexpr size_t kLongestLine = 76;

bool is_ascii(std::string_view text, std::string_view forbidden) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return c >= 0x20 && c < 0x7F && forbidden.find(c) == std::string_view::npos; });
}

std::string base64_lines(std::string_view bytes) {
  const std::string text = to_base64(bytes);
  std::string out;
  for (size_t i = 0; i < text.size(); i += kLongestLine) out += text.substr(i, kLongestLine) + "\r\n";
  return out;
}

// Encoded words (RFC 2047) of at most 75 characters, each of whole characters, one to a line.
std::string encoded_words(std::string_view text) {
  constexpr size_t kBytes = 42;  // 56 characters of base64
  std::vector<std::string> words;
  std::string chunk;
  const auto put = [&] { words.push_back(fmt::format("=?utf-8?B?{}?=", to_base64(chunk))); };
  for (size_t pos = 0; pos < text.size();) {
    size_t next = pos;
    next_code_point(text, next);
    if (chunk.size() + (next - pos) > kBytes) {
      put();
      chunk.clear();
    }
    chunk += text.substr(pos, next - pos);
    pos = next;
  }
  put();
  return join(words, "\r\n ");
}

// The text of an unstructured header, or the name before an address, always on one line.
std::string words(std::string_view text, bool is_phrase) {
  const std::string clean = squeeze_spaces(scrub_utf8(text));
  constexpr size_t kShort = 50;
  const bool plain = clean.size() <= kShort && is_ascii(clean, is_phrase ? "()<>[]:;@\\,.\"=?" : "=");
  return plain ? clean : encoded_words(clean);
}

std::string mailbox(const Mailbox& box) {
  if (box.address.empty()) return box.name.empty() ? "undisclosed-recipients:;" : words(box.name, true) + " :;";
  if (box.name.empty()) return box.address;
  return fmt::format("{}\r\n <{}>", words(box.name, true), box.address);
}

std::string recipients(const Mail& mail) {
  std::string out = mailbox(mail.to);
  for (const std::string& address : mail.also_to) out += ",\r\n " + address;
  return out;
}

std::string date_of(const Mail& mail) {
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const int offset = std::abs(mail.utc_offset_minutes);
  const auto& day = mail.at.date;
  return fmt::format("{:02} {} {} {:02}:{:02}:00 {}{:02}{:02}", day.day(),
                     kMonths.at(static_cast<size_t>(day.month()) - 1), day.year(), mail.at.minute / 60,
                     mail.at.minute % 60, mail.utc_offset_minutes < 0 ? "-" : "+", offset / 60, offset % 60);
}

// RFC 2231: an ASCII name unchanged, any other name percent-encoded in as many pieces as needed.
std::string file_name_parameter(const std::string& name) {
  if (name.size() <= 60 && is_ascii(name, "\"\\")) return fmt::format(";\r\n filename=\"{}\"", name);
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::vector<std::string> pieces{"utf-8''"};
  for (const char c : scrub_utf8(name)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
    const std::string one = plain ? std::string(1, c) : std::string{'%', kHex[byte >> 4U], kHex[byte & 15U]};
    if (pieces.back().size() + one.size() > 56) pieces.emplace_back();
    pieces.back() += one;
  }
  std::string out;
  for (size_t i = 0; i < pieces.size(); ++i) {
    out += fmt::format(";\r\n filename*{}={}", pieces.size() > 1 ? fmt::format("{}*", i) : "", pieces[i]);
  }
  return out;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : scrub_utf8(text)) {
    if (c == '\r') continue;
    out += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return out;
}

std::string digest(const Mail& mail) {
  Sha256 hash;
  const auto put = [&hash](std::string_view part) {
    hash.update(fmt::format("{}:", part.size()));
    hash.update(part);
  };
  for (const Mailbox* box : {&mail.from, &mail.to}) {
    put(box->name);
    put(box->address);
  }
  for (const std::string& address : mail.also_to) put(address);
  put(mail.subject);
  put(date_of(mail));
  put(mail.text);
  for (const Attachment& one : mail.attachments) {
    put(one.name);
    put(one.bytes);
  }
  return hash.finish_hex();
}

}  // namespace

Mailbox mailbox_from(std::string_view text) {
  const std::string clean = squeeze_spaces(text);
  Mailbox out;
  const size_t open = clean.rfind('<');
  if (open == std::string::npos || clean.back() != '>') {
    out.address = clean;
  } else {
    out.name = trim(clean.substr(0, open));
    if (out.name.size() > 1 && out.name.front() == '"' && out.name.back() == '"')
      out.name = out.name.substr(1, out.name.size() - 2);
    out.address = clean.substr(open + 1, clean.size() - open - 2);
  }
  if (!is_mail_address(out.address)) out.address.clear();
  return out;
}

std::string write_eml(const Mail& mail) {
  const std::string hash = digest(mail);
  // No line of base64 begins with "--".
  const std::string boundary = "=_esep_" + hash.substr(0, 24);
  std::string out = fmt::format(
      "From: {}\r\nTo: {}\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}{}>\r\n"
      "MIME-Version: 1.0\r\nX-Unsent: 1\r\nContent-Language: {}\r\n"
      "Content-Type: multipart/mixed; boundary=\"{}\"\r\n",
      mailbox(mail.from), recipients(mail), words(mail.subject, false), date_of(mail), hash.substr(24, 32),
      mail.from.address.substr(mail.from.address.find('@')), lang_code(mail.lang), boundary);
  out +=
      fmt::format("\r\n--{}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
                  boundary, base64_lines(with_crlf(mail.text)));
  for (const Attachment& one : mail.attachments) {
    out += fmt::format(
        "\r\n--{}\r\nContent-Type:{}{}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: "
        "attachment{}\r\n\r\n",
        boundary, one.media_type.size() > 60 ? "\r\n " : " ", one.media_type, file_name_parameter(one.name));
    out += base64_lines(one.bytes);
  }
  return out + fmt::format("\r\n--{}--\r\n", boundary);
}

}  // namespace esep::text
