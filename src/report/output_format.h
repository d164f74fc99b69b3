// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace esep::report {

/// What a paper, a letter or a table can be written as. A command takes those that fit it.
enum class OutputFormat { pdf, xlsx, docx, html, json, csv, eml, toml };

[[nodiscard]] std::string_view output_format_name(OutputFormat format);  // "pdf" …; also the ending of a file's name
[[nodiscard]] std::optional<OutputFormat> output_format_from(std::string_view name);

}  // namespace esep::report
