// SPDX-License-Identifier: MIT
#include "app/core/names.h"

#include <algorithm>

#include "app/core/completion_day.h"
#include "report/duty/no_term.h"

namespace esep::app {
namespace {

std::string upper_with_dashes(std::string_view prefix, std::string_view name) {
  std::string out(prefix);
  for (const char c : name) out += c == '_' ? '-' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
  return out;
}

}  // namespace

document::Say say_in(Engine& engine, Lang lang) {
  return [&engine, lang](const Message& message) { return engine.messages().render(message, lang); };
}

LocalText organisation_title(Engine& engine, const std::string& code) {
  const auto& definition = engine.catalog().organisations();
  const auto* row = engine.row(definition.id, code);
  return row == nullptr ? LocalText{code, code, code} : report::row_title(definition, *row);
}

LocalText subject_title(Engine& engine, const form::FormDefinition& form, const std::string& subject) {
  const LocalText key{subject, subject, subject};
  if (form.subject.empty()) return key;
  const auto* row = engine.row(form.subject, subject);
  return row == nullptr ? key : report::row_title(engine.catalog().register_by_id(form.subject), *row);
}

std::string subject_with_key(Engine& engine, const form::FormDefinition& form, const std::string& subject, Lang lang) {
  const std::string title = subject_title(engine, form, subject).in(lang);
  return title.empty() || title == subject ? subject : subject + " – " + title;
}

std::string stage_title(const form::FormDefinition& form, const report::ReportKey& key, Lang lang) {
  const std::string number = key.occurrence > 1 ? "№ " + std::to_string(key.occurrence) : "";
  if (key.stage.empty()) return number;
  const auto& all = form.obligations;
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.stage == key.stage; });
  const std::string out = at == all.end() ? key.stage : at->title.in(lang) + " (" + key.stage + ")";
  return number.empty() ? out : out + ", " + number;
}

LocalText recipient_of(Engine& engine, const report::Duty& duty) {
  return duty.roadmap == nullptr ? duty.obligation->recipient
                                 : organisation_title(engine, duty.roadmap->reports.coordinator);
}

LocalText act_of(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key) {
  const auto period = calendar::Period::parse(key.period);
  for (const auto& roadmap : engine.catalog().roadmaps()) {
    const bool own = roadmap.reports.form == form.id && period && roadmap.from <= period->last_day() &&
                     roadmap.to >= period->first_day();
    if (own && roadmap.law.kk != form.law.act.kk) return roadmap.law;
  }
  return {};
}

Message timeliness_message(report::Timeliness timeliness) {
  return {upper_with_dashes("TIMELINESS-", report::timeliness_name(timeliness)), {}};
}

Message verdict_message(const report::Verdict& verdict) {
  const bool open = verdict.timeliness == report::Timeliness::due;
  return open ? Message("STATUS-NOT-DONE") : timeliness_message(verdict.timeliness);
}

Message changed_verdict_message(Engine& engine, const report::Standing& standing) {
  if (!standing.at_receipt || !standing.now.effective) return {};
  const report::DatedVerdict& then = *standing.at_receipt;
  Message::Args args{{"now", engine.render_all(verdict_message(standing.now.verdict))},
                     {"date", standing.now.effective->dotted()}};
  if (!then.effective) return {"STANDING-CHANGED-UNKNOWN", std::move(args)};
  args.emplace_back("then", engine.render_all(verdict_message(then.verdict)));
  args.emplace_back("date_then", then.effective->dotted());
  return {"STANDING-CHANGED", std::move(args)};
}

Message changed_verdict_message(Engine& engine, const report::StatusRow& status) {
  const report::Verdict now{status.timeliness, status.working_days_late};
  return changed_verdict_message(engine, {{now, status.duty.due.effective}, status.at_receipt});
}

Message status_message(const report::StatusRow& status) {
  const bool open = status.timeliness == report::Timeliness::missing || status.timeliness == report::Timeliness::due;
  if (status.received && open) return Message("STATUS-NOT-DONE");
  if (report::has_no_term(status)) return Message("TIMELINESS-NO-TERM");
  return status.awaits_event() ? Message("STATUS-AWAITS-EVENT") : timeliness_message(status.timeliness);
}

Message state_message(report::State state) { return {upper_with_dashes("STATE-", report::state_name(state)), {}}; }

Message code_message(const report::Submission& submission, const std::string& code) {
  if (submission.revision == 0) return {"PAPER-CODE-REJECTED", {{"code", code}, {"number", submission.number}}};
  return {"PAPER-CODE",
          {{"code", code}, {"number", submission.number}, {"revision", std::to_string(submission.revision)}}};
}

Message waiver_message(const report::Waiver& waiver) {
  return {"WAIVER-TEXT",
          {{"date", waiver.until.dotted()}, {"reason", waiver.reason}, {"basis", waiver.basis}, {"user", waiver.user}}};
}

Message late_message(Engine& engine, const report::Submission& submission) {
  return late_message(submission, completion_field(engine, submission), completion_day(engine, submission));
}

Message late_message(const report::Submission& submission, const form::Field* field,
                     const std::optional<calendar::Date>& done) {
  const std::string days = std::to_string(submission.verdict.working_days_late);
  if (field == nullptr || !done) return Message("PAPER-LATE", {{"days", days}});
  return Message("PAPER-DONE-LATE",
                 {{"field", field->title.text},
                  {"date", done->dotted()},
                  {"effective", submission.deadline.effective ? submission.deadline.effective->dotted() : "—"},
                  {"received", submission.receipt.received.date.dotted()},
                  {"days", days}});
}

}  // namespace esep::app
