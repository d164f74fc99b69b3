// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "document/layout/layout.h"

namespace esep::document {

/// A QR code as black rectangles in modules from the top left corner of its quiet zone, which is part of `size`.
struct QrCode {
  int size = 0;
  std::vector<Fill> dark;
};

/// Error correction M: an eighth of the code may be damaged. Error QR-FAILED if the text does not fit into a code.
[[nodiscard]] QrCode make_qr(const std::string& text);

}  // namespace esep::document
