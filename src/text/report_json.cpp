// SPDX-License-Identifier: MIT
#include "text/report_json.h"

#include "report/duty/no_term.h"
#include "text/json_value.h"
#include "text/letters_json.h"
#include "text/named_days_json.h"

namespace esep::text {
namespace {

Json finding_json(const report::Finding& f, const Render& render, Lang lang) {
  Json out;
  out["file"] = f.file;
  out["sheet"] = or_null(f.sheet);
  out["cell"] = or_null(f.cell);
  out["row"] = f.row > 0 ? Json(f.row) : Json(nullptr);
  out["column"] = or_null(f.column);
  out["code"] = f.code;
  out["severity"] = severity_name(f.severity);
  out["message"] = render(f.message);
  out["law"] = or_null(f.law.in(lang));
  return out;
}

Json findings_array(const report::Findings& findings, const Render& render, Lang lang) {
  Json out = Json::array();
  for (const auto& f : findings) out.push_back(finding_json(f, render, lang));
  return out;
}

void put_key(Json& out, const std::string& obligation, const report::ReportKey& key) {
  out["obligation"] = obligation;
  out["form"] = or_null(key.form);
  out["stage"] = or_null(key.stage);
  out["organisation"] = key.organisation;
  out["subject"] = or_null(key.subject);
  out["period"] = or_null(key.period);
  out["occurrence"] = key.occurrence;
}

Json explanation_json(const calendar::DueDate& due, const Render& render, Lang lang) {
  Json out = Json::array();
  for (const auto& step : due.steps) {
    Json one;
    one["date"] = or_null(step.date);
    one["step"] = calendar::step_name(step.kind);
    one["n"] = step.n > 0 ? Json(step.n) : Json(nullptr);
    one["text"] = render(step.text);
    one["act"] = or_null(step.act.in(lang));
    out.push_back(std::move(one));
  }
  return out;
}

const char* roll_name(calendar::Roll roll) {
  switch (roll) {
    case calendar::Roll::same_day:
      return "same_day";
    case calendar::Roll::next_working_day:
      return "next_working_day";
    case calendar::Roll::previous_working_day:
      return "previous_working_day";
  }
  return "same_day";
}

Json verdict_json(const report::DatedVerdict& verdict) {
  return {{"timeliness", report::timeliness_word(verdict)},
          {"working_days_late", verdict.verdict.working_days_late},
          {"effective", or_null(verdict.effective)}};
}

Json early_json(const std::optional<report::TooEarly>& early) {
  if (!early) return nullptr;
  return {{"done", early->done.iso()},
          {"not_before", early->not_before.iso()},
          {"what", early->window ? "window" : "event"}};
}

Json approval_json(const std::optional<report::EarlierApproval>& approved) {
  if (!approved) return nullptr;
  return {{"submission", approved->submission},
          {"revision", approved->revision},
          {"user", approved->user},
          {"date", approved->date.iso()}};
}

Json taken_back_json(const report::TakenBack& report) {
  return {{"submission", report.submission},
          {"received", or_null(std::optional(report.received))},
          {"date", report.withdrawal.on.iso()},
          {"user", report.withdrawal.user},
          {"reason", report.withdrawal.reason}};
}

// The last one, with those before it.
Json taken_back_json(const std::vector<report::TakenBack>& reports) {
  if (reports.empty()) return nullptr;
  Json out = taken_back_json(reports.back());
  out["earlier"] = Json::array();
  for (size_t i = 0; i + 1 < reports.size(); ++i) out["earlier"].push_back(taken_back_json(reports[i]));
  return out;
}

Json refused_json(const std::optional<report::RefusedCorrection>& refused) {
  if (!refused) return nullptr;
  return {{"submission", refused->submission}, {"received", or_null(std::optional(refused->received))}};
}

// What a reader would not expect beside the state.
void put_contradictions(Json& out, const report::StatusRow& row) {
  out["taken_back"] = taken_back_json(row.origin.taken_back);
  out["correction_refused"] = refused_json(row.origin.refused);
  out["event_none"] = row.duty.not_expected;
  out["done_partly"] = row.is_done_partly();
  if (!row.origin.days.empty()) out["day_moved"] = named_days_json(row.origin.days);
}

Json languages_json(const std::vector<Lang>& languages) {
  Json out = Json::array();
  for (const Lang lang : languages) out.push_back(std::string(lang_code(lang)));
  return out;
}

Json fulfilment_json(const form::Obligation& obligation, const report::Deed& deed) {
  return {{"date", deed.date.iso()},
          {"languages", languages_json(deed.languages)},
          {"missing_languages", languages_json(report::missing_languages(obligation, deed))},
          {"link", or_null(deed.link)},
          {"document", or_null(deed.document)}};
}

Json changes_json(const std::vector<report::PaperChange>& changes) {
  Json out = Json::array();
  for (const auto& one : changes) {
    out.push_back({{"change", report::paper_change_name(one.kind)},
                   {"submission", one.submission},
                   {"organisation", one.organisation},
                   {"since", one.since.iso()}});
  }
  return out;
}

Json dispatch_json(const report::Delivery& delivery) {
  const report::SentPaper& sent = *delivery.deed->sent;
  const auto& of = delivery.revision;
  return {{"date", delivery.deed->date.iso()},
          {"number", sent.number},
          {"signer", sent.signer},
          {"code", sent.code},
          {"submission", delivery.deed->report},
          {"revision", of ? Json(of->revision) : Json(nullptr)},
          {"later", of && of->replaced_by > 0 ? Json(of->later_number) : Json(nullptr)},
          {"missing", sent.missing ? Json(*sent.missing) : Json(nullptr)},
          {"before_term", or_null(delivery.before_term)},
          {"changes", changes_json(delivery.changes)},
          {"decides", delivery.deciding()->sent->number},
          {"earlier", earlier_letters_json(delivery)}};
}

void put_revision(Json& out, const report::Delivery& delivery) {
  const auto& of = delivery.revision;
  out["submission"] = or_null(delivery.deed->report);
  out["revision"] = of ? Json(of->revision) : Json(nullptr);
  out["state"] = of ? Json(report::state_name(of->state)) : Json(nullptr);
  out["replaced_by"] = of && of->replaced_by > 0 ? Json(of->replaced_by) : Json(nullptr);
}

// Of a duty without addressees one record, which stands under the name of its kind; of others one for each of them.
void put_deliveries(Json& out, const report::StatusRow& row) {
  const form::Obligation& obligation = *row.duty.obligation;
  out["dispatch"] = nullptr;
  out["fulfilment"] = nullptr;
  out["deliveries"] = Json::array();
  for (const report::Delivery& one : row.deliveries) {
    Json record = nullptr;
    if (one.deed) record = one.deed->sent ? dispatch_json(one) : fulfilment_json(obligation, *one.deed);
    if (one.deed && !one.deed->sent && !obligation.form.empty()) put_revision(record, one);
    if (!one.addressee.id.empty()) {
      out["deliveries"].push_back({{"addressee", one.addressee.id}, {"record", std::move(record)}});
    } else if (one.deed) {
      out[one.deed->sent ? "dispatch" : "fulfilment"] = std::move(record);
    }
  }
}

Json submission_json(const SubmissionView& view, const Render& render, Lang lang) {
  const report::Submission& s = view.submission;
  Json out;
  out["submission"] = s.number;
  out["obligation"] = s.deadline.obligation;
  out["form"] = s.key.form;
  out["edition"] = s.contents.edition;
  out["stage"] = or_null(s.key.stage);
  out["organisation"] = s.key.organisation;
  out["subject"] = or_null(s.key.subject);
  out["period"] = or_null(s.key.period);
  out["occurrence"] = s.key.occurrence;
  out["revision"] = s.revision > 0 ? Json(s.revision) : Json(nullptr);
  out["received"] = s.receipt.received.iso();
  out["entered"] = or_null(s.receipt.entered);
  out["clock"] = or_null(s.receipt.clock);
  out["nominal"] = or_null(s.deadline.nominal);
  out["effective"] = or_null(s.deadline.effective);
  out["timeliness"] = or_null(view.timeliness);
  out["state"] = report::state_name(s.state);
  out["locked"] = s.locked;
  out["working_days_late"] = s.revision > 0 ? Json(s.verdict.working_days_late) : Json(nullptr);
  out["sha256"] = s.receipt.sha256;
  out["chain_head"] = s.receipt.chain_head;
  if (view.standing.at_receipt) out["now"] = verdict_json(view.standing.now);
  if (view.standing.early) out["too_early"] = early_json(view.standing.early);
  if (!view.days.empty()) out["day_moved"] = named_days_json(view.days);
  if (view.letters) out["letters"] = letters_json(*view.letters);
  out["findings"] = findings_array(view.findings, render, lang);
  // Only `show` and exports have them; a new submission has none.
  if (!view.attachments.empty()) out["attachments"] = Json::array();
  for (const auto& one : view.attachments) {
    out["attachments"].push_back({{"attachment", one.number},
                                  {"file", one.file},
                                  {"sha256", one.sha256},
                                  {"paper", or_null(one.paper)},
                                  {"user", one.user},
                                  {"at", one.at},
                                  {"checked", false}});
  }
  return out;
}

Json reports_array(const std::vector<ReportView>& reports, const Render& render) {
  Json out = Json::array();
  for (const ReportView& view : reports) {
    Json one;
    one["file"] = view.file;
    one["form"] = view.form == nullptr ? Json(nullptr) : Json(view.form->id);
    one["edition"] = view.form == nullptr ? Json(nullptr) : Json(view.form->edition);
    one["stage"] = or_null(view.key.stage);
    one["organisation"] = or_null(view.key.organisation);
    one["subject"] = or_null(view.key.subject);
    one["period"] = or_null(view.key.period);
    one["occurrence"] = view.key.occurrence;
    one["revision"] = view.revision > 0 ? Json(view.revision) : Json(nullptr);
    one["report"] = view.form == nullptr ? Json(nullptr) : Json(render(view.line));
    out.push_back(std::move(one));
  }
  return out;
}

std::string submissions_document(Json out, const std::vector<SubmissionView>& submissions,
                                 const report::Findings& others, const Render& render, Lang lang) {
  out["submissions"] = Json::array();
  for (const auto& view : submissions) out["submissions"].push_back(submission_json(view, render, lang));
  out["findings"] = findings_array(others, render, lang);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string check_json(const std::vector<ReportView>& reports, const report::Findings& findings, const Render& render,
                       Lang lang) {
  Json out;
  out["schema"] = "esep/1";
  out["reports"] = reports_array(reports, render);
  out["findings"] = findings_array(findings, render, lang);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string findings_json(const report::Findings& findings, const Render& render, Lang lang) {
  return answer("findings", findings_array(findings, render, lang));
}

std::string due_json(const std::vector<report::Duty>& duties, const std::vector<report::Deed>& recorded,
                     const Render& render, Lang lang) {
  Json items = Json::array();
  for (const auto& duty : duties) {
    Json out;
    put_key(out, duty.obligation->id, duty.key);
    out["nominal"] = or_null(duty.due.nominal);
    out["effective"] = or_null(duty.due.effective);
    out["done_on"] = or_null(duty.obligation->done_on);
    out["event"] = or_null(duty.obligation->event);
    out["event_date"] = or_null(duty.event_date);
    out["term_set"] = duty.obligation->due.kind != calendar::DueRule::Kind::none;
    const auto* deed = report::deed_of(recorded, duty.obligation->id, duty.key);
    out["fulfilment"] = deed == nullptr || deed->sent ? Json(nullptr) : fulfilment_json(*duty.obligation, *deed);
    out["roll"] = roll_name(duty.obligation->due.roll);
    out["law"] = or_null(duty.law().in(lang));
    out["explanation"] = explanation_json(duty.due, render, lang);
    items.push_back(std::move(out));
  }
  return answer("due", std::move(items));
}

std::string submissions_json(const std::vector<SubmissionView>& submissions, const report::Findings& others,
                             const Render& render, Lang lang) {
  Json out;
  out["schema"] = "esep/1";
  return submissions_document(std::move(out), submissions, others, render, lang);
}

std::string submit_json(const std::vector<ReportView>& reports, const std::vector<SubmissionView>& submissions,
                        const report::Findings& others, const Render& render, Lang lang) {
  Json out;
  out["schema"] = "esep/1";
  out["reports"] = reports_array(reports, render);
  return submissions_document(std::move(out), submissions, others, render, lang);
}

std::string status_json(const std::vector<report::StatusRow>& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    Json out;
    put_key(out, row.duty.obligation->id, row.duty.key);
    out["timeliness"] = report::timeliness_word(row);
    out["state"] = or_null(std::string(report::state_name(row.state)));
    out["nominal"] = or_null(row.duty.due.nominal);
    out["effective"] = or_null(row.duty.due.effective);
    out["judged_by"] = or_null(row.judged_by);
    out["received"] = or_null(row.received);
    out["entered"] = or_null(row.origin.entered);
    out["day_by_hand"] = row.origin.day_by_hand;
    out["decided_by"] = or_null(row.origin.decided_by);
    out["decided_revision"] = row.origin.decided_revision > 0 ? Json(row.origin.decided_revision) : Json(nullptr);
    out["approved_earlier"] = approval_json(row.origin.approved);
    out["sources_changed"] = changes_json(row.origin.changes);
    out["outdated"] = row.origin.outdated.has_value();
    out["done"] = or_null(row.done);
    out["too_early"] = early_json(row.early);
    out["ends_short"] = or_null(row.duty.ends_short);
    out["working_days_late"] = row.origin.uncounted ? Json(nullptr) : Json(row.working_days_late);
    out["revision"] = row.revision > 0 ? Json(row.revision) : Json(nullptr);
    out["event"] = or_null(row.duty.obligation->event);
    out["event_date"] = or_null(row.duty.event_date);
    out["usual_event_day"] = or_null(row.usual_event_day);
    out["at_receipt"] = row.at_receipt ? verdict_json(*row.at_receipt) : Json(nullptr);
    out["waiver"] = nullptr;
    if (row.waiver) {
      const report::Waiver& waiver = *row.waiver;
      out["waiver"] = {{"until", waiver.until.iso()},
                       {"reason", waiver.reason},
                       {"basis", waiver.basis},
                       {"user", waiver.user},
                       {"recorded", or_null(waiver.recorded)}};
    }
    put_contradictions(out, row);
    put_deliveries(out, row);
    items.push_back(std::move(out));
  }
  return answer("status", std::move(items));
}

std::string forms_json(const std::vector<const form::FormDefinition*>& forms, Lang lang) {
  Json items = Json::array();
  for (const auto* form : forms) {
    Json out;
    out["form"] = form->id;
    out["edition"] = form->edition;
    out["title"] = form->plain_title().in(lang);
    out["period"] = form->period ? Json(calendar::period_kind_name(*form->period)) : Json(nullptr);
    out["subject"] = or_null(form->subject);
    out["in_force_from"] = form->law.in_force.from.iso();
    out["in_force_to"] = or_null(form->law.in_force.to);
    out["in_force_assumed"] = form->law.in_force.assumed;
    out["law"] = form->law.act.in(lang);
    out["sha256"] = form->file.sha256();
    Json columns = Json::array();
    for (const auto& column : form->columns) {
      columns.push_back({{"id", column.id},
                         {"number", or_null(column.number)},
                         {"title", column.title.text.in(lang)},
                         {"type", form::column_type_name(column.type)},
                         {"required", column.required},
                         {"provenance", form::provenance_name(column.title.in(lang))}});
    }
    out["columns"] = std::move(columns);
    items.push_back(std::move(out));
  }
  return answer("forms", std::move(items));
}

std::string register_json(const form::RegisterDefinition& definition, const std::vector<report::RegisterRow>& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    Json out;
    for (const auto& column : definition.columns) {
      const auto at = row.values.find(column.id);
      out[column.id] = at == row.values.end() ? Json(nullptr) : Json(form::canonical_text(at->second));
    }
    items.push_back(std::move(out));
  }
  return answer("rows", std::move(items));
}

}  // namespace esep::text
