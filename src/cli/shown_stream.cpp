// SPDX-License-Identifier: MIT
#include "cli/shown_stream.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/utf8.h"

namespace esep::cli {
namespace {

using Byte = unsigned char;

bool is_plain(char c) {
  return (static_cast<Byte>(c) >= 0x20 && static_cast<Byte>(c) < 0x7F) || c == '\n' || c == '\t';
}

// How many bytes at the end may be the beginning of a character.
size_t unfinished(std::string_view text) {
  for (size_t back = 1; back <= std::min<size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<Byte>(text[text.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

}  // namespace

ShownStream::ShownStream(std::ostream& target) : std::ostream(static_cast<std::streambuf*>(this)), target_(target) {}

ShownStream::~ShownStream() {
  if (!begun_.empty()) target_ << scrub_utf8(begun_);
}

void ShownStream::put(std::string_view text) {
  if (begun_.empty() && std::all_of(text.begin(), text.end(), is_plain)) {
    target_ << text;
    return;
  }
  begun_ += text;
  const size_t whole = begun_.size() - unfinished(begun_);
  const std::string valid = scrub_utf8(std::string_view(begun_).substr(0, whole));
  begun_.erase(0, whole);
  std::string shown;
  for (size_t pos = 0; pos < valid.size();) {
    const size_t begin = pos;
    const char32_t cp = next_code_point(valid, pos);
    if (cp != U'\n' && cp != U'\t' && is_command_character(cp)) {
      shown += shown_command(cp);
    } else {
      shown.append(valid, begin, pos - begin);
    }
  }
  target_ << shown;
}

std::char_traits<char>::int_type ShownStream::overflow(Traits::int_type character) {
  if (!Traits::eq_int_type(character, Traits::eof())) {
    const char c = Traits::to_char_type(character);
    put({&c, 1});
  }
  return target_ ? Traits::not_eof(character) : Traits::eof();
}

std::streamsize ShownStream::xsputn(const char* text, std::streamsize size) {
  put({text, static_cast<size_t>(size)});
  return target_ ? size : 0;
}

int ShownStream::sync() { return target_.flush() ? 0 : -1; }

}  // namespace esep::cli
