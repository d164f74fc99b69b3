// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "base/language.h"

namespace esep::form {

/// Where a wording comes from (docs/form_format.md, "Keys of a wording").
enum class Provenance { official, partly, reconstructed, translated, own };
[[nodiscard]] std::optional<Provenance> provenance_from(std::string_view word);
[[nodiscard]] std::string_view provenance_name(Provenance provenance);

/// A text for papers with the provenance of each language.
struct Wording {
  LocalText text;
  Provenance kk = Provenance::own;
  Provenance ru = Provenance::own;
  [[nodiscard]] Provenance in(Lang lang) const { return lang == Lang::kk ? kk : ru; }
  [[nodiscard]] bool empty() const { return text.empty(); }
};

}  // namespace esep::form
