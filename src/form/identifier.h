// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "form/value.h"

namespace esep::form {

/// Checks an identifier's form and check digit; gives the problem as a message (IDENT-…), or nullopt if it is right.
/// ЖСН: 12 digits, date of birth and century digit agree, check digit (two weighting rows). БСН: 12 digits,
/// registration year and month, kind digits, check digit. БСК: ISO 9362, 8 or 11 Latin letters and digits. VIN: 17
/// Latin letters and digits without I, O, Q. A Cyrillic look-alike has its own message (IDENT-LOOK-ALIKE with {letters}
/// and {suggestion}).
[[nodiscard]] std::optional<Message> check_identifier(ColumnType type, std::string_view text);

/// An http or https URL with a host, without white space or user info.
[[nodiscard]] std::optional<Message> check_url(std::string_view text);

}  // namespace esep::form
