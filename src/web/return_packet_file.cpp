// SPDX-License-Identifier: MIT
#include "web/return_packet_file.h"

#include "app/paper/return_packet.h"
#include "base/work_folder.h"
#include "web/page.h"
#include "web/widgets.h"

namespace esep::web {

http::Response return_packet_file(const Visitor& visitor, const report::Submission& submission,
                                  report::OutputFormat format) {
  app::ReturnPacketRequest request;
  request.format = format;
  request.lang = visitor.paper_lang();
  const WorkFolder work(visitor.engine().workspace());
  request.folder = work.path();
  const app::ReturnPacket written = app::write_return_packet(visitor.engine(), submission, request, visitor.actor());
  return zip_response({written.letter, written.workbook}, "return_" + submission.number + ".zip");
}

std::vector<Markup> return_packet_links(const Visitor& visitor, const std::string& address) {
  std::vector<Markup> out;
  for (const char* format : {"pdf", "docx"})
    out.push_back(
        link(address + "&to=" + format, visitor.say(Message("WEB-RETURN-PACKET", {{"format", format_name(format)}}))));
  return out;
}

}  // namespace esep::web
