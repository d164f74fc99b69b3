// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "base/message.h"

namespace esep::document {

/// A message in the paper's language.
using Say = std::function<std::string(const Message&)>;

}  // namespace esep::document
