// SPDX-License-Identifier: MIT
#include "base/skeleton.h"

#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include "base/icu_status.h"
#include "base/text.h"

namespace esep {
namespace {

// ICU's table of letters of the same shape. To open it takes longer than to ask it.
class Shapes {
 public:
  Shapes() : checker_(opened(), &uspoof_close) {}
  [[nodiscard]] icu::UnicodeString of(const icu::UnicodeString& text) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    uspoof_getSkeletonUnicodeString(checker_.get(), 0, text, out, &status);
    require(status);
    return out;
  }

 private:
  static USpoofChecker* opened() {
    UErrorCode status = U_ZERO_ERROR;
    USpoofChecker* checker = uspoof_open(&status);
    require(status);
    return checker;
  }
  std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker_;
};

// A capital of another script looks like a Latin capital, and its small letter like another small letter: Β and β.
icu::UnicodeString latin_capitals(const Shapes& shapes, const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const bool foreign = c > 0x7F && u_isupper(c) != 0 && u_getIntPropertyValue(c, UCHAR_SCRIPT) != USCRIPT_CYRILLIC;
    if (!foreign) {
      out.append(c);
      continue;
    }
    const icu::UnicodeString shape = shapes.of(icu::UnicodeString(c));
    out.append(shape == u"l" ? icu::UnicodeString(u"I") : shape);  // the capital i and the small l have one shape
  }
  return out;
}

std::string letters_and_digits(const icu::UnicodeString& seen, bool with_case) {
  icu::UnicodeString out;
  for (int32_t at = 0; at < seen.length(); at = seen.moveIndex32(at, 1)) {
    const UChar32 c = seen.char32At(at);
    if (u_isalnum(c) != 0) out.append(with_case ? c : u_foldCase(c, U_FOLD_CASE_DEFAULT));
  }
  std::string text;
  return out.toUTF8String(text);
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

}  // namespace

std::string skeleton(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* plain = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);  // drops what has no shape, too
  require(status);
  const Shapes shapes;
  std::string folded;
  fold->normalize(latin_capitals(shapes, plain->normalize(unicode(name), status)), status).toUTF8String(folded);
  require(status);
  const std::string out = letters_and_digits(shapes.of(unicode(fold_look_alikes(folded))), false);
  return out.empty() ? std::string(name) : out;
}

std::string printed_shape(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* plain = icu::Normalizer2::getNFKCInstance(status);
  require(status);
  const icu::UnicodeString given = plain->normalize(unicode(name), status);
  require(status);
  const std::string out = letters_and_digits(Shapes().of(given), true);
  return out.empty() ? std::string(name) : out;
}

}  // namespace esep
