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

}  // namespace

std::string skeleton(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* plain = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);  // drops what has no shape, too
  require(status);
  const Shapes shapes;
  std::string folded;
  const auto given = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  fold->normalize(latin_capitals(shapes, plain->normalize(given, status)), status).toUTF8String(folded);
  require(status);
  const icu::UnicodeString seen = shapes.of(icu::UnicodeString::fromUTF8(fold_look_alikes(folded)));
  icu::UnicodeString out;
  for (int32_t at = 0; at < seen.length(); at = seen.moveIndex32(at, 1)) {
    const UChar32 c = seen.char32At(at);
    if (u_isalnum(c) != 0) out.append(u_foldCase(c, U_FOLD_CASE_DEFAULT));
  }
  if (out.isEmpty()) return std::string(name);
  std::string text;
  return out.toUTF8String(text);
}

}  // namespace esep
