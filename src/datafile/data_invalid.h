// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.h"
#include "base/error.h"

namespace esep::datafile {

/// Data files that cannot be used, with all their diagnostics.
class DataInvalid : public Error {
 public:
  explicit DataInvalid(Diagnostics diagnostics)
      : Error(Message("DATA-INVALID", {{"file", diagnostics.empty() ? std::string() : diagnostics.front().file},
                                       {"count", std::to_string(diagnostics.size())}})),
        diagnostics_(std::move(diagnostics)) {}
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

}  // namespace esep::datafile
