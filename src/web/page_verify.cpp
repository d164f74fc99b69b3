// SPDX-License-Identifier: MIT
#include "app/core/paper_code.h"
#include "app/upkeep/public_paper.h"
#include "app/upkeep/verify.h"
#include "base/text.h"
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

Markup code_form(const Visitor& visitor, const std::string& code) {
  return post_form(
      visitor, "/verify",
      input_field({"code", visitor.say("WEB-VERIFY-CODE"), visitor.say("WEB-VERIFY-CODE-HINT"), code}, "text", "off") +
          button(visitor.say("WEB-VERIFY")));
}

Markup file_form(const Visitor& visitor) {
  return upload_form(
      visitor, "/verify", "verify-file",
      input_field({"file", visitor.say("WEB-VERIFY-FILE"), visitor.say("WEB-VERIFY-FILE-HINT")}, "file") +
          button(visitor.say("WEB-VERIFY")));
}

Markup both_forms(const Visitor& visitor, const std::string& code) {
  return heading(2, visitor.say("WEB-VERIFY-BY-CODE")) + code_form(visitor, code) +
         heading(2, visitor.say("WEB-VERIFY-BY-FILE")) + file_form(visitor);
}

Markup public_facts(const Visitor& visitor, const app::PublicPaper& paper) {
  return facts({{visitor.say("WEB-VERIFY-CODE"), paper.code},
                {visitor.say("WEB-PAPER-KIND"), paper.kind},
                {visitor.say("STATUS-ORGANISATION"), paper.organisation},
                {visitor.say("BLANK-PERIOD"), paper.period},
                {visitor.say("STATUS-STATE"), paper.state},
                {visitor.say(paper.composed ? "WEB-COMPOSED-ON" : "WEB-RECEIVED"),
                 paper.received ? paper.received->dotted() : ""}});
}

http::Response known_code(const Visitor& visitor, const app::PublicPaper& paper) {
  Page page{visitor.say("WEB-CODE-KNOWN"), public_facts(visitor, paper)};
  page.body += paragraph(visitor.say("WEB-CODE-KNOWN-HINT"));
  page.body += heading(2, visitor.say("WEB-VERIFY-BY-FILE")) + file_form(visitor);
  return page_response(visitor, page);
}

http::Response unknown_code(const Visitor& visitor, const std::string& code) {
  Page page{visitor.say("WEB-CODE-UNKNOWN"), both_forms(visitor, code), 404};
  page.mistakes = {{"code", visitor.say(Message("WEB-CODE-UNKNOWN-HINT", {{"code", code}}))}};
  return page_response(visitor, page);
}

// Title and explanation of a file that was handed in: unaltered, but in force only if its report is.
std::pair<const char*, const char*> receipt_keys(report::State state) {
  switch (state) {
    case report::State::rejected:
      return {"WEB-FILE-REJECTED", "WEB-FILE-REJECTED-HINT"};
    case report::State::withdrawn:
      return {"WEB-FILE-WITHDRAWN", "WEB-FILE-WITHDRAWN-HINT"};
    case report::State::superseded:
      return {"WEB-FILE-REPLACED", "WEB-FILE-REPLACED-HINT"};
    case report::State::returned:
      return {"WEB-FILE-RETURNED", "WEB-FILE-RETURNED-HINT"};
    default:
      return {"WEB-FILE-UNALTERED", "WEB-FILE-RECEIVED-HINT"};
  }
}

http::Response received_file(const Visitor& visitor, const http::Upload& upload, const app::VerifiedFile& file) {
  const app::PublicReceipt receipt = app::public_receipt(visitor.engine(), file.submissions, visitor.lang());
  const auto [title, about] = receipt_keys(receipt.state);
  const Message::Args args{{"file", upload.name}, {"revision", std::to_string(receipt.replaced_by)}};
  Page page{visitor.say(Message(title, args)), paragraph(visitor.say(Message(about, args)))};
  page.body += public_facts(visitor, receipt.facts) + facts({{"SHA-256", element("code", file.sha256)}});
  page.body += paragraph(link(visitor.address("/verify"), visitor.say("WEB-VERIFY-ANOTHER")));
  return page_response(visitor, page);
}

// The same of a file that no register records.
std::pair<const char*, const char*> unknown_keys(const app::VerifiedFile& file) {
  if (file.workbook && !file.workbook->is_blank) return {"WEB-FILE-WORKBOOK", "WEB-FILE-WORKBOOK-HINT"};
  if (file.workbook) return {"WEB-FILE-BLANK", "WEB-FILE-BLANK-HINT"};
  switch (file.own) {
    case app::VerifiedFile::Own::blank_paper:
      return {"WEB-FILE-BLANK-PAPER", "WEB-FILE-BLANK-PAPER-HINT"};
    case app::VerifiedFile::Own::questionnaire:
      return {"WEB-FILE-QUESTIONNAIRE", "WEB-FILE-QUESTIONNAIRE-HINT"};
    case app::VerifiedFile::Own::none:
      break;
  }
  if (!file.codes.empty()) return {"WEB-FILE-UNKNOWN", "WEB-FILE-UNKNOWN-CODE-HINT"};
  return {"WEB-FILE-UNKNOWN", "WEB-FILE-UNKNOWN-HINT"};
}

// Title and explanation of a verdict.
std::pair<const char*, const char*> verdict_keys(const app::VerifiedFile& file) {
  switch (file.verdict) {
    case app::VerifiedFile::Verdict::unaltered:
      return {"WEB-FILE-UNALTERED", "WEB-FILE-UNALTERED-HINT"};
    case app::VerifiedFile::Verdict::altered:
      return {"WEB-FILE-ALTERED", "WEB-FILE-ALTERED-HINT"};
    default:
      return unknown_keys(file);
  }
}

http::Response verified_file(const Visitor& visitor, const http::Upload& upload) {
  const app::VerifiedFile file = app::verify_file(visitor.engine(), upload.file->path().string());
  if (file.as_received) return received_file(visitor, upload, file);
  const auto [title, about] = verdict_keys(file);
  Page page{visitor.say(title),
            paragraph(visitor.say(Message(
                about, {{"file", upload.name}, {"codes", join({file.codes.begin(), file.codes.end()}, ", ")}})))};
  for (const std::string& code : file.codes) {
    if (const auto paper = app::public_paper(visitor.engine(), code, visitor.lang()))
      page.body += public_facts(visitor, *paper);
  }
  page.body += facts({{"SHA-256", element("code", file.sha256)}});
  page.body += paragraph(link(visitor.address("/verify"), visitor.say("WEB-VERIFY-ANOTHER")));
  return page_response(visitor, page);
}

}  // namespace

http::Response verify_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  Page page{visitor.say("WEB-VERIFY"), paragraph(visitor.say("WEB-VERIFY-INTRO")) + both_forms(visitor, "")};
  return page_response(visitor, page);
}

http::Response verify_upload(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Request& request = visitor.request();
  if (!request.uploads.empty() && request.uploads.front().size > 0)
    return verified_file(visitor, request.uploads.front());
  const std::string code = app::typed_paper_code(request.form.get("code"));
  if (!code.empty()) return go_to(visitor, "/v/" + code);
  const bool empty_file = !request.uploads.empty() && !request.uploads.front().name.empty();
  Page page{visitor.say("WEB-VERIFY"), both_forms(visitor, ""), 422};
  page.mistakes = {
      {request.uploads.empty() ? "code" : "file", visitor.say(empty_file ? "WEB-FILE-EMPTY" : "WEB-VERIFY-NOTHING")}};
  return page_response(visitor, page);
}

http::Response code_page(const Visitor& visitor, const PathValues& values) {
  const std::string& code = values.at("code");
  const auto paper = app::public_paper(visitor.engine(), code, visitor.lang());
  return paper ? known_code(visitor, *paper) : unknown_code(visitor, code);
}

}  // namespace esep::web
