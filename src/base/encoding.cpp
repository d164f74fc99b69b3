// SPDX-License-Identifier: MIT
#include "base/encoding.h"

#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/icu_status.h"

namespace esep {
namespace {

const char* icu_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::windows_1251:
      return "windows-1251";
    case Encoding::utf16_little_endian:
      return "utf-16le";
    case Encoding::utf16_big_endian:
      return "utf-16be";
  }
  return "";
}

// How much is decoded at a time: a large text and its UTF-16 would stand in memory together.
constexpr size_t kPiece = size_t{1} << 16;

// The first bytes of a text, without the half of a letter at their end.
std::string_view first_piece(std::string_view bytes, Encoding encoding) {
  if (bytes.size() <= kPiece) return bytes;
  if (encoding == Encoding::windows_1251) return bytes.substr(0, kPiece);
  const size_t high = encoding == Encoding::utf16_little_endian ? kPiece - 1 : kPiece - 2;  // of the last unit
  const bool cuts_pair = (static_cast<unsigned char>(bytes[high]) & 0xFC) == 0xD8;
  return bytes.substr(0, cuts_pair ? kPiece - 2 : kPiece);
}

}  // namespace

std::string to_utf8(std::string_view bytes, Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(icu_name(encoding), &status),
                                                                     &ucnv_close);
  require(status);
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::string_view piece = first_piece(bytes, encoding);
    bytes.remove_prefix(piece.size());
    icu::UnicodeString text(piece.data(), static_cast<int32_t>(piece.size()), converter.get(), status);
    require(status);
    // Windows gives the one byte that its table leaves open to a control character.
    if (encoding == Encoding::windows_1251) text.findAndReplace(u"\u0098", u"\uFFFD");
    text.toUTF8String(out);
  }
  return out;
}

}  // namespace esep
