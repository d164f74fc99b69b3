// SPDX-License-Identifier: MIT
#include "report/output_format.h"

#include "base/enum_names.h"

namespace esep::report {
namespace {

constexpr EnumNames<OutputFormat, 8> kFormats{{{OutputFormat::pdf, "pdf"},
                                               {OutputFormat::xlsx, "xlsx"},
                                               {OutputFormat::docx, "docx"},
                                               {OutputFormat::html, "html"},
                                               {OutputFormat::json, "json"},
                                               {OutputFormat::csv, "csv"},
                                               {OutputFormat::eml, "eml"},
                                               {OutputFormat::toml, "toml"}}};

}  // namespace

std::string_view output_format_name(OutputFormat format) { return enum_name(kFormats, format); }
std::optional<OutputFormat> output_format_from(std::string_view name) { return enum_from(kFormats, name); }

}  // namespace esep::report
