// SPDX-License-Identifier: MIT
#include "base/encoding.h"

#include <limits>
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

}  // namespace

std::string to_utf8(std::string_view bytes, Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  if (bytes.size() > static_cast<size_t>(std::numeric_limits<int32_t>::max())) require(U_BUFFER_OVERFLOW_ERROR);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(icu_name(encoding), &status),
                                                                     &ucnv_close);
  require(status);
  icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  require(status);
  // Windows gives the one byte that its table leaves open to a control character.
  if (encoding == Encoding::windows_1251) text.findAndReplace(u"\u0098", u"\uFFFD");
  std::string out;
  return text.toUTF8String(out);
}

}  // namespace esep
