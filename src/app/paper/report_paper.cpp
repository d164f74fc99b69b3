// SPDX-License-Identifier: MIT
#include "app/paper/report_paper.h"

#include "app/core/completion_day.h"
#include "app/core/deed_words.h"
#include "app/core/earlier_approval.h"
#include "app/core/later_entries.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/sent_paper.h"
#include "app/core/standing_words.h"
#include "app/core/standings.h"
#include "app/core/unowed.h"
#include "app/core/verdict_words.h"
#include "app/paper/outdated.h"
#include "app/paper/registered_report.h"
#include "app/query/rows_left_out.h"
#include "base/text.h"
#include "document/build/filled_form.h"
#include "registry/deeds.h"

namespace esep::app {
namespace {

// A correction stands by the receipt of an earlier revision. Without this sentence its own day would contradict the
// verdict.
std::string deciding_revision(Engine& engine, const report::Submission& submission, const report::Submission& first,
                              const document::Say& say) {
  if (is_without_term(engine, submission)) return {};
  const auto& due = submission.deadline.effective;
  const bool late = submission.verdict.timeliness == report::Timeliness::late;
  if (first.id == submission.id || (!late && (!due || submission.receipt.received.date <= *due))) return {};
  return " " + say(Message("PAPER-DECIDED-BY", {{"revision", std::to_string(first.revision)},
                                                {"received", first.receipt.received.dotted()}}));
}

// Who was excused on that day was not late: the paper says the days and the decision.
Message excused_message(Engine& engine, const report::Submission& first, const form::Field* field,
                        const std::optional<calendar::Date>& done, const report::Waiver& waiver) {
  const auto& effective = first.deadline.effective;
  Message::Args args{{"received", first.receipt.received.date.dotted()},
                     {"effective", effective ? effective->dotted() : "—"},
                     {"waiver", engine.render_all(waiver_message(waiver))}};
  if (field == nullptr || !done) return {"PAPER-LATE-EXCUSED", std::move(args)};
  args.emplace_back("field", field->title.text);
  args.emplace_back("date", done->dotted());
  return {"PAPER-DONE-EXCUSED", std::move(args)};
}

// Behind the code stands why the report came late, and who excused it.
std::string lateness(Engine& engine, const report::Submission& received, const report::Standing& standing,
                     const RegisteredReport& report, const document::Say& say) {
  const auto timeliness = [&](const Message& what) { return " " + say("RECEIPT-TIMELINESS") + ": " + say(what) + "."; };
  const report::Submission submission = as_it_stands(received, standing);
  if (received.revision == 0 || has_no_term(engine, received) || (is_undated(submission) && !standing.at_receipt))
    return timeliness(verdict_message(engine, submission));
  const Message changed = changed_verdict_message(engine, standing);
  const std::string since = changed.empty() ? "" : timeliness(changed);
  const report::Submission first = engine.registry().deciding(submission);
  const std::string decides = deciding_revision(engine, submission, first, say);
  if (submission.verdict.timeliness != report::Timeliness::late) return decides + since;
  const form::Field* field = completion_field(*report.form, submission.deadline.obligation);
  const auto done = report.day(field);
  const calendar::Date day = done.value_or(first.receipt.received.date);
  const auto waivers = engine.registry().waivers();
  if (const auto* waiver = report::waiver_on(waivers, submission.key, day))
    return decides + " " + say(excused_message(engine, first, field, done, *waiver)) + since;
  std::string out = decides + " " + say(late_message(submission, field, done)) + since;
  const Message waiver = waiver_of_late(engine, submission, day);
  return waiver.empty() ? out : out + timeliness(waiver);
}

// A person may give the day of entry. A report that the register composes under an earlier day has later entries in it.
std::string day_of_entry(Engine& engine, const report::Submission& submission, const form::FormDefinition& form,
                         const document::Say& say) {
  std::string out;
  const Message entered = entered_message(submission.receipt.received, submission.receipt.entered);
  if (!entered.empty()) out += " " + say(Message("PAPER-ENTERED", {{"what", engine.render_all(entered)}}));
  if (submission.receipt.clock) out += " " + say("PAPER-DAY-BY-HAND");
  const auto later = form.reporting.composed ? later_entries_message(engine, submission) : std::nullopt;
  return later ? out + " " + say(*later) : out;
}

// What the register says about the days of the report: the verdict on its receipt, and what is wrong with them.
std::string days(Engine& engine, const report::Submission& submission, const RegisteredReport& report,
                 const document::Say& say) {
  const report::Standing standing = Standings(engine).of(submission);
  // A composed paper cannot know when it will be sent: of its timeliness the record of the letter speaks.
  const bool sent_later = submission.revision > 0 && report::is_done_by_dispatch(engine.catalog(), submission.key.form);
  std::string out = sent_later ? "" : lateness(engine, submission, standing, report, say);
  if (const auto unowed = no_duty_now(engine, submission)) out += " " + say(*unowed);
  for (const Message& one : day_messages(engine, submission, standing))
    out += " " + say("RECEIPT-DAYS") + ": " + say(one) + ".";
  return out;
}

// Before the code stands what every page must say.
std::string every_page(const form::FormDefinition& form, const std::map<std::string, form::Value>& fields, Lang lang) {
  std::string out;
  for (const form::Field& field : form.fields) {
    const auto at = fields.find(field.id);
    if (field.every_page && at != fields.end()) out += form::display_text(at->second, field.scale, lang) + " ";
  }
  return out;
}

// What the register said of single rows when it composed the report.
std::string marks_of_rows(Engine& engine, const report::Submission& submission, const form::FormDefinition& form,
                          Lang lang) {
  std::string out;
  if (!form.reporting.composed) return out;
  auto codes = codes_on_paper(engine);
  codes.insert(source_mark_codes().begin(), source_mark_codes().end());
  for (const auto& [finding, message] : engine.registry().findings(submission.id)) {
    if (codes.contains(finding.code)) out += " " + message.in(lang);
  }
  return out;
}

// Rows of registers that changed since it was composed.
std::string changed_data(Outdated& outdated, const report::Submission& submission, const document::Say& say) {
  const auto changed = outdated.of(submission);
  return changed ? " " + say("LIST-REMARK") + ": " + say(*changed) + "." : "";
}

// What has happened to the reports of which this one is made since it came; of a composed report whose paper was sent,
// since that paper was made.
std::string changes_of_sources(Engine& engine, const report::Submission& submission, const document::Say& say) {
  Outdated outdated(engine);
  if (!report::is_done_by_dispatch(engine.catalog(), submission.key.form)) {
    auto changes = changes_since(engine, submission);
    outdated.leave_out_same(submission, changes);
    const Message changed = changed_sources_message(engine, submission.key.form, changes);
    return (changed.empty() ? std::string() : " " + as_sentence(say(changed))) +
           changed_data(outdated, submission, say);
  }
  const auto recorded = registry::Deeds(engine.registry()).all();
  std::string out;
  const auto* obligation = engine.catalog().obligation(submission.deadline.obligation);
  if (obligation == nullptr) return out;
  for (report::Delivery& one : report::deliveries_of(*obligation, submission.key, recorded)) {
    complete_delivery(engine, one);
    if (const auto other = not_sent_message(submission, one)) out += " " + as_sentence(say(*other));
    // What became of the paper sent is said on that paper, and in status.
    if (!one.deed || one.deed->report != submission.number) continue;
    outdated.leave_out_same(submission, one.changes);
    const Message changed = changed_paper_message(engine, one);
    if (!changed.empty()) out += " " + as_sentence(say(changed));
  }
  return out + changed_data(outdated, submission, say);
}

// What stands at the foot of each page behind the code.
std::string remarks(Engine& engine, const report::Submission& submission, const RegisteredReport& report,
                    const document::FilledRequest& request) {
  std::string out;
  if (!request.standing.empty()) out += " " + request.standing;
  const std::string stage = stage_title(*report.form, submission.key, request.lang);
  if (!stage.empty()) out += " " + request.say("BLANK-STAGE") + ": " + stage + ".";
  out += day_of_entry(engine, submission, *report.form, request.say);
  out += days(engine, submission, report, request.say);
  out += marks_of_rows(engine, submission, *report.form, request.lang);
  return out + changes_of_sources(engine, submission, request.say);
}

std::string code_of(const report::Submission& submission, const document::FilledRequest& request,
                    const std::string& foot) {
  PaperContent content;
  content.add(request.organisation).add(request.period).add(request.standing).add(foot);
  for (const auto& [field, value] : request.fields) content.add(field).add(form::canonical_text(value));
  return paper_code(submission, registry::PaperKind::report, request.lang, content.sha256());
}

}  // namespace

document::Document make_paper(Engine& engine, const report::Submission& submission, Lang lang) {
  RegisteredReport report = read_registered(engine, submission, lang);
  document::FilledRequest request;
  request.form = report.form;
  request.lang = lang;
  request.say = say_in(engine, lang);
  request.organisation = report.organisation;
  if (const auto period = calendar::Period::parse(submission.key.period)) request.period = period->name(lang);
  request.fields = report.fields;
  request.rows = report.rows;
  request.nil = submission.contents.nil;
  if (submission.revision == 0) request.no_rows = Message("PAPER-REJECTED-TABLE");
  const Message standing = standing_message(engine, submission);
  if (!standing.empty()) request.standing = request.say(standing);
  const std::string before_code = every_page(*report.form, report.fields, lang);
  const std::string behind_code = remarks(engine, submission, report, request);
  request.code = code_of(submission, request, before_code + behind_code);
  request.short_footer = before_code + request.say(code_message(submission, request.code));
  request.footer = request.short_footer + behind_code;
  if (!standing.empty()) request.short_footer += " " + request.standing;
  request.short_footer += marks_of_rows(engine, submission, *report.form, lang);
  request.dated = submission.receipt.received.date;
  return document::filled_form(request);
}

}  // namespace esep::app
