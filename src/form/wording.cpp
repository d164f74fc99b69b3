// SPDX-License-Identifier: MIT
#include "form/wording.h"

#include "base/enum_names.h"

namespace esep::form {
namespace {

constexpr EnumNames<Provenance, 5> kProvenances{{{Provenance::official, "official"},
                                                 {Provenance::partly, "partly"},
                                                 {Provenance::reconstructed, "reconstructed"},
                                                 {Provenance::translated, "translated"},
                                                 {Provenance::own, "own"}}};

}  // namespace

std::optional<Provenance> provenance_from(std::string_view word) { return enum_from(kProvenances, word); }
std::string_view provenance_name(Provenance provenance) { return enum_name(kProvenances, provenance); }

}  // namespace esep::form
