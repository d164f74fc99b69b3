// SPDX-License-Identifier: MIT
#pragma once

#include <unicode/utypes.h>

#include "base/error.h"

/// For the sources of base/ that call ICU.
namespace esep {

/// Error ICU-FAILED with ICU's name of the failure.
inline void require(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(Message("ICU-FAILED", {{"reason", u_errorName(status)}}));
}

}  // namespace esep
