// SPDX-License-Identifier: MIT
#include "app/receive/check_files.h"
#include "app/receive/marked_copy.h"
#include "app/receive/replacement.h"
#include "app/receive/report_line.h"
#include "app/receive/submit.h"
#include "base/file.h"
#include "base/percent_encoded.h"
#include "web/findings_view.h"
#include "web/media_type.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/upload_store.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

UploadStore waiting(const Visitor& visitor) { return UploadStore(visitor.engine().workspace() / "portal" / "waiting"); }

int64_t account_of(const Visitor& visitor) { return visitor.session()->account.id; }

app::Incoming received_now(const Visitor& visitor) {
  app::Incoming out;
  out.received = visitor.clock().local;
  return out;
}

// Checks one file and gives it to `use` while its cells can be read.
void check(const Visitor& visitor, const WaitingFile& file, const std::function<void(app::CheckedFile&)>& use) {
  app::Checker checker(visitor.engine(), received_now(visitor));
  app::check_files(checker, {file.path.string()}, use);
}

Markup files_form(const Visitor& visitor) {
  const Markup field =
      element("div", {{"class", "field"}},
              joined({element("label", {{"for", "files"}}, visitor.say("WEB-FILES")),
                      element("p", {{"class", "hint"}, {"id", "files-hint"}}, visitor.say("WEB-FILES-HINT")),
                      element("input", {{"type", "file"},
                                        {"id", "files"},
                                        {"name", "files"},
                                        {"aria-describedby", "files-hint"},
                                        {"accept", ".xlsx,.ods,.xls,.csv,.json"},
                                        flag("multiple")})}));
  return upload_form(visitor, "/hand-in", "hand-in", field + button(visitor.say("WEB-CHECK-FILES")));
}

http::Response nothing_chosen(const Visitor& visitor, const char* key) {
  Page page{visitor.say("WEB-HAND-IN"), files_form(visitor), 422};
  page.mistakes = {{"files", visitor.say(key)}};
  return page_response(visitor, page);
}

// Registered already, as somebody finds who goes back to the page; or chosen too long ago.
http::Response not_waiting(const Visitor& visitor, const PathValues& values) {
  const std::string number = waiting(visitor).report_of(values.at("upload"), account_of(visitor));
  if (!number.empty()) return go_to(visitor, "/report/" + number);
  Page page{visitor.say("WEB-UPLOAD-GONE"), paragraph(visitor.say("WEB-UPLOAD-GONE-HINT")) + files_form(visitor), 404};
  return page_response(visitor, page);
}

// Whose report it is, before it counts.
Markup read_as(const Visitor& visitor, const app::CheckedFile& file, const app::Replacement& replacement) {
  if (file.form == nullptr) return paragraph(visitor.say("WEB-NOT-A-FORM"));
  const std::string line = visitor.say(app::report_line(visitor.engine(), *file.form, file.said, replacement.revision));
  const LocalText title = file.form->plain_title();
  Markup out = heading(2, visitor.say("WEB-READ-AS")) + element("p", {{"class", "whose"}}, line) +
               paragraph(visitor.say(Message("WEB-READ-AS-FORM", {{"title", title}})));
  if (!visitor.acts_for(file.key.organisation)) return out;
  if (const auto said = app::replacement_message(replacement, file)) {
    Markup inside = visitor.say(*said);
    if (replacement.registered)
      inside += " " + link(report_address(visitor, replacement.in_force->number), visitor.say("WEB-TO-REPORT"));
    const bool returned = said->key == "CHECK-RETURNED";
    out += element("p", {{"class", returned ? "result warning" : "replaces"}}, inside);
  }
  return out;
}

// Something that a marked copy shows.
bool has_marks(const report::Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const report::Finding& one) { return one.severity != Severity::info; });
}

// What can be done with a file that was checked.
Markup next_steps(const Visitor& visitor, const WaitingFile& file, const app::CheckedFile& checked) {
  const bool bad = report::has_errors(checked.findings) || checked.form == nullptr;
  const std::string here = "/hand-in/" + file.id;
  Markup out;
  if (checked.grid && has_marks(checked.findings))
    out += paragraph(link(visitor.address(here + "/marked"), visitor.say("WEB-MARKED-COPY")));
  if (!bad) out += post_form(visitor, here, button(visitor.say("WEB-HAND-IN-NOW")));
  if (bad) out += heading(2, visitor.say("WEB-HAND-IN-AGAIN")) + files_form(visitor);
  return out;
}

// What comes of the check, as a sentence in its colour.
Markup result_line(const Visitor& visitor, const app::CheckedFile& file) {
  const auto say = [&](const char* key, const char* look) {
    return element("p", {{"class", std::string("result") + look}}, visitor.say(key));
  };
  if (file.form == nullptr || report::has_errors(file.findings)) return say("WEB-CHECK-ERRORS", " bad");
  return file.findings.empty() ? say("WEB-CHECK-CLEAN", "") : say("WEB-CHECK-REMARKS", " warning");
}

http::Response checked_response(const Visitor& visitor, const WaitingFile& file, app::CheckedFile& checked) {
  const bool foreign = checked.form != nullptr && !visitor.acts_for(checked.key.organisation);
  Page page{visitor.say("WEB-CHECKED"), {}};
  const app::Replacement replacement = app::replacement_of(visitor.engine(), checked);
  page.body = facts({{visitor.say("WEB-FILE"), file.name()}}) + read_as(visitor, checked, replacement);
  if (!replacement.registered) page.body += result_line(visitor, checked);
  if (foreign) page.mistakes.push_back({"", visitor.say("WEB-OTHER-BODY")});
  page.body += findings_list(visitor, checked.findings);
  if (!foreign && !replacement.registered) page.body += next_steps(visitor, file, checked);
  if (!foreign && replacement.registered)
    page.body += heading(2, visitor.say("WEB-HAND-IN-AGAIN")) + files_form(visitor);
  if (checked.grid) page.body += sheet_view(visitor, *checked.grid, checked.findings);
  return page_response(visitor, page);
}

}  // namespace

http::Response hand_in_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  Page page{visitor.say("WEB-HAND-IN"), paragraph(visitor.say("WEB-HAND-IN-INTRO")) + files_form(visitor)};
  page.done = done_text(visitor);
  return page_response(visitor, page);
}

http::Response take_files(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const UploadStore store = waiting(visitor);
  store.clean(visitor.clock().instant);
  std::vector<WaitingFile> taken;
  bool empty_file = false;
  for (const http::Upload& upload : visitor.request().uploads) {
    if (upload.name.empty()) continue;
    empty_file = empty_file || upload.size == 0;
    if (upload.size > 0) taken.push_back(store.keep(upload, account_of(visitor)));
  }
  if (taken.empty()) return nothing_chosen(visitor, empty_file ? "WEB-FILE-EMPTY" : "WEB-NO-FILE");
  if (taken.size() == 1) return go_to(visitor, "/hand-in/" + taken.front().id);
  Page page{visitor.say("WEB-HAND-IN"), paragraph(visitor.say("WEB-FILES-TAKEN"))};
  std::vector<Markup> links;
  for (const WaitingFile& file : taken) links.push_back(link(visitor.address("/hand-in/" + file.id), file.name()));
  page.body += list(links);
  return page_response(visitor, page);
}

http::Response checked_page(const Visitor& visitor, const PathValues& values) {
  const auto file = waiting(visitor).find(values.at("upload"), account_of(visitor));
  if (!file) return not_waiting(visitor, values);
  http::Response out;
  check(visitor, *file, [&](app::CheckedFile& checked) { out = checked_response(visitor, *file, checked); });
  return out;
}

http::Response marked_file(const Visitor& visitor, const PathValues& values) {
  const auto file = waiting(visitor).find(values.at("upload"), account_of(visitor));
  if (!file) return not_waiting(visitor, values);
  const std::filesystem::path marked = file->path.parent_path() / "marked.xlsx.part";
  std::string bytes;
  check(visitor, *file, [&](app::CheckedFile& checked) {
    if (!checked.grid) return;
    const auto say = [&](const Message& message) { return visitor.say(message); };
    app::write_marked_copy({*checked.bytes, *checked.grid, checked.findings}, say, marked);
    bytes = read_file(marked);
    std::filesystem::remove(marked);
  });
  if (bytes.empty()) return refusal(visitor, 404);
  return file_response(std::move(bytes), media_type(report::OutputFormat::xlsx),
                       file->path.stem().string() + ".marked.xlsx");
}

http::Response register_checked(const Visitor& visitor, const PathValues& values) {
  const UploadStore store = waiting(visitor);
  const auto file = store.find(values.at("upload"), account_of(visitor));
  if (!file) return not_waiting(visitor, values);
  const auto results = app::submit_files(visitor.engine(), {file->path.string()}, received_now(visitor),
                                         visitor.actor(), [](const app::SubmitResult&) {});
  const app::SubmitResult& result = results.front();
  if (!result.submitted) {
    Page page{visitor.say("WEB-NOT-DONE"), findings_list(visitor, result.findings) + files_form(visitor), 422};
    return page_response(visitor, page);
  }
  store.finish(*file, account_of(visitor), result.submitted->submission.number);
  const bool returned = result.submitted->submission.state == report::State::returned;
  const char* done = result.submitted->repeated && returned ? "WEB-DONE-REPEATED-RETURNED"
                     : result.submitted->repeated           ? "WEB-DONE-REPEATED"
                     : result.accepted()                    ? "WEB-DONE-RECEIVED"
                                                            : "WEB-DONE-REJECTED";
  return go_to_done(visitor, "/report/" + result.submitted->submission.number, done);
}

}  // namespace esep::web
