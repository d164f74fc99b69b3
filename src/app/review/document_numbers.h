// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace esep::app {

/// The numbers of documents that a person lists in a cell, each once: «1; 2», «№ 1», «1 және 2», «1–3». What is no
/// number is returned as it stands, so that the caller names it.
[[nodiscard]] std::vector<std::string> document_numbers(std::string_view cell);

}  // namespace esep::app
