// SPDX-License-Identifier: MIT
#include "base/did_you_mean.h"

#include "base/text.h"

namespace esep {

Message did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string meant = nearest(word, candidates);
  return meant.empty() ? Message() : Message("CLI-DID-YOU-MEAN", {{"word", meant}});
}

}  // namespace esep
