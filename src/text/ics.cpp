// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"
#include "text/write.h"

namespace esep::text {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : scrub_utf8(text)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    }
  }
  return out;
}

// Lines of at most 75 octets, broken between characters.
std::string line(const std::string& name, std::string_view value) {
  constexpr size_t kOctets = 75;
  const std::string text = name + ":" + escaped(value);
  std::string out;
  size_t used = 0;
  for (size_t pos = 0; pos < text.size();) {
    size_t next = pos;
    next_code_point(text, next);
    if (used + (next - pos) > kOctets) {
      out += "\r\n ";
      used = 1;
    }
    out += text.substr(pos, next - pos);
    used += next - pos;
    pos = next;
  }
  return out + "\r\n";
}

std::string compact(calendar::Date date) {
  std::string out = date.iso();
  std::erase(out, '-');
  return out;
}

}  // namespace

std::string write_ics(const std::vector<CalendarEntry>& entries, calendar::Date stamped) {
  std::string out =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Esep//Deadlines//"
      "EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
  for (const auto& entry : entries) {
    out += fmt::format("BEGIN:VEVENT\r\n{}DTSTAMP:{}T000000Z\r\nDTSTART;VALUE=DATE:{}\r\nDTEND;VALUE=DATE:{}\r\n",
                       line("UID", entry.uid), compact(stamped), compact(entry.day), compact(entry.day.plus_days(1)));
    out += line("SUMMARY", entry.summary);
    if (!entry.description.empty()) out += line("DESCRIPTION", entry.description);
    out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace esep::text
