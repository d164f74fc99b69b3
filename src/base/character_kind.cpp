// SPDX-License-Identifier: MIT
#include "base/character_kind.h"

#include <unicode/uchar.h>

namespace esep {
namespace {

bool runs_right_to_left(UChar32 cp) {
  const UCharDirection direction = u_charDirection(cp);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER;
}

// Thai, Lao, Khmer, Burmese: vowels stand above and below, and words are not separated.
bool is_of_complex_script(UChar32 cp) { return u_getIntPropertyValue(cp, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT; }

}  // namespace

CharacterKind kind_of(char32_t code_point) {
  constexpr uint32_t kFormless =
      U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK | U_GC_CN_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  const auto cp = static_cast<UChar32>(code_point);
  const bool ignored = u_hasBinaryProperty(cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
  if (ignored || (U_GET_GC_MASK(cp) & kFormless) != 0) return CharacterKind::formless;
  return runs_right_to_left(cp) || is_of_complex_script(cp) ? CharacterKind::shaped : CharacterKind::plain;
}

}  // namespace esep
