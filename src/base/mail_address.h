// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace esep {

/// At most 254 characters: letters, digits and .!#$%&'*+/=?^_`{|}~- before one @, and a host name of two parts or more
/// behind it. Quoted local parts are refused.
[[nodiscard]] bool is_mail_address(std::string_view text);

/// The parts of a text in which a person wrote one address or several, behind commas, semicolons or blanks.
[[nodiscard]] std::vector<std::string> mail_parts(std::string_view text);

/// The valid ones of them, each once.
[[nodiscard]] std::vector<std::string> mail_addresses(std::string_view text);

}  // namespace esep
