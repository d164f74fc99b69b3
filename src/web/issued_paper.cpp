// SPDX-License-Identifier: MIT
#include "web/issued_paper.h"

#include "app/paper/output.h"
#include "web/media_type.h"
#include "web/page.h"

namespace esep::web {

http::Response issued_paper(const Visitor& visitor, const document::Document& paper, const registry::PaperTopic& topic,
                            report::OutputFormat format, const std::string& stem) {
  std::string bytes;
  // The paper itself shows which characters do not print.
  const std::u32string substituted [[maybe_unused]] = app::issue_paper(
      visitor.engine(), paper, topic, format, visitor.actor(), [&bytes](std::string_view piece) { bytes += piece; });
  const std::string ending(report::output_format_name(format));
  return file_response(std::move(bytes), media_type(format), stem + "." + ending);
}

}  // namespace esep::web
