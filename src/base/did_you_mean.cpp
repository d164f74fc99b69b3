// SPDX-License-Identifier: MIT
#include "base/did_you_mean.h"

#include "base/text.h"

namespace esep {

Message did_you_mean(std::string_view word, const std::vector<std::string>& candidates, Message otherwise) {
  const std::string meant = nearest(word, candidates);
  return meant.empty() ? std::move(otherwise) : Message("CLI-DID-YOU-MEAN", {{"word", meant}});
}

}  // namespace esep
