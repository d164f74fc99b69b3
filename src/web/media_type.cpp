// SPDX-License-Identifier: MIT
#include "web/media_type.h"

namespace esep::web {

std::string media_type(report::OutputFormat format) {
  using report::OutputFormat;
  switch (format) {
    case OutputFormat::pdf:
      return "application/pdf";
    case OutputFormat::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case OutputFormat::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case OutputFormat::html:
      return "text/html; charset=utf-8";
    case OutputFormat::json:
      return "application/json";
    case OutputFormat::csv:
      return "text/csv; charset=utf-8";
    case OutputFormat::eml:
      return "message/rfc822";
    case OutputFormat::toml:
      return "application/toml";
  }
  return "application/octet-stream";
}

}  // namespace esep::web
