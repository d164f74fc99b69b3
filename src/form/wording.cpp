// SPDX-License-Identifier: MIT
#include "form/wording.h"

#include <algorithm>
#include <array>
#include <utility>

namespace esep::form {
namespace {

constexpr std::array<std::pair<Provenance, std::string_view>, 5> kProvenances{
    {{Provenance::official, "official"},
     {Provenance::partly, "partly"},
     {Provenance::reconstructed, "reconstructed"},
     {Provenance::translated, "translated"},
     {Provenance::own, "own"}}};

}  // namespace

std::optional<Provenance> provenance_from(std::string_view word) {
  const auto* at =
      std::find_if(kProvenances.begin(), kProvenances.end(), [&](const auto& p) { return p.second == word; });
  return at == kProvenances.end() ? std::nullopt : std::optional(at->first);
}

std::string_view provenance_name(Provenance provenance) {
  return std::find_if(kProvenances.begin(), kProvenances.end(), [&](const auto& p) { return p.first == provenance; })
      ->second;
}

}  // namespace esep::form
