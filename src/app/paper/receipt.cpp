// SPDX-License-Identifier: MIT
#include "app/paper/receipt.h"

#include <algorithm>

#include "app/core/completion_day.h"
#include "app/core/earlier_approval.h"
#include "app/core/named_days.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/sending.h"
#include "app/core/standing_words.h"
#include "app/core/unowed.h"
#include "app/core/verdict_words.h"
#include "app/paper/registered_report.h"
#include "document/build/filled_form.h"

namespace esep::app {
namespace {

std::string shown(const std::optional<calendar::Date>& date) { return date ? date->dotted() : ""; }

class Receipt {
 public:
  Receipt(Engine& engine, Standings& standings, const report::Submission& submission, Lang lang)
      : engine_(engine),
        standings_(standings),
        submission_(submission),
        lang_(lang),
        say_(say_in(engine, lang)),
        report_(read_registered(engine, submission, lang)),
        sending_(sending_of(engine, standings, submission)) {}

  document::Document run() {
    out_.title = say_(submission_.revision > 0 ? "RECEIPT-TITLE" : "RECEIPT-TITLE-REJECTED");
    out_.lang = lang_;
    out_.author = report_.organisation;
    out_.sheet = say_("BLANK-SHEET-ENTRY");
    add_report();
    add_times();
    add_completion();
    add_verdict();
    add_register();
    add_findings();
    out_.code = paper_code(submission_, registry::PaperKind::receipt, lang_, content_.add(out_.facts).sha256());
    out_.footer = say_(code_message(submission_, out_.code));
    out_.dated = submission_.receipt.received.date;
    return document::list_document(out_);
  }

 private:
  void fact(const char* label, const std::string& value) {
    if (!value.empty()) out_.facts.emplace_back(say_(label), value);
  }

  void add_report() {
    const form::FormDefinition& form = *report_.form;
    const auto period = calendar::Period::parse(submission_.key.period);
    const LocalText act = act_of(engine_, form, submission_.key);
    fact("RECEIPT-NUMBER", submission_.number);
    fact("RECEIPT-REVISION", submission_.revision > 0 ? std::to_string(submission_.revision) : "");
    fact("RECEIPT-FORM", form.plain_title().in(lang_) + " (" + (act.empty() ? form.law.act : act).in(lang_) + ")");
    fact("BLANK-ORGANISATION", report_.organisation);
    fact("BLANK-SUBJECT", subject(form));
    fact("BLANK-PERIOD", period ? period->name(lang_) : "");
    fact("BLANK-STAGE", stage_title(form, submission_.key, lang_));
  }

  // As the report has it, else as the register has it today.
  std::string subject(const form::FormDefinition& form) {
    for (const form::Field& field : form.fields) {
      const auto at = field.source == form::FieldSource::subject ? report_.fields.find(field.id) : report_.fields.end();
      if (at != report_.fields.end()) return submission_.key.subject + " – " + form::canonical_text(at->second);
    }
    return subject_with_key(engine_, form, submission_.key.subject, lang_);
  }

  void add_times() {
    fact(sending_ ? "RECEIPT-COMPOSED" : "RECEIPT-RECEIVED", submission_.receipt.received.dotted());
    if (submission_.receipt.is_backdated()) fact("RECEIPT-ENTERED", submission_.receipt.entered->dotted());
    if (submission_.receipt.clock) fact("RECEIPT-DAY", say_("RECEIPT-DAY-BY-HAND"));
    fact("RECEIPT-INCOMING", submission_.receipt.incoming);
    const bool window = is_of_window(engine_, submission_);
    fact(window ? "RECEIPT-WINDOW-NOMINAL" : "RECEIPT-NOMINAL", shown(submission_.deadline.nominal));
    fact(window ? "RECEIPT-WINDOW-END" : "RECEIPT-EFFECTIVE", shown(submission_.deadline.effective));
  }

  void add_completion() {
    const form::Field* field = completion_field(*report_.form, submission_.deadline.obligation);
    if (field == nullptr || submission_.revision == 0) return;
    const std::string title = field->title.text.in(lang_);
    const auto done = report_.day(field);
    out_.facts.emplace_back(title, done ? done->dotted() : say_("RECEIPT-NOT-DONE"));
    fact("RECEIPT-DECIDES", title);
    if (const auto moved = moved_day(engine_, submission_)) fact("RECEIPT-DAY-MOVED", say_(*moved));
  }

  void add_verdict() {
    const report::Standing standing = standings_.of(submission_);
    if (sending_) {
      add_sending(standing);
    } else {
      add_timeliness(standing);
    }
    for (const Message& one : day_messages(engine_, submission_, standing)) fact("RECEIPT-DAYS", say_(one));
    const auto withdrawal = withdrawal_of(engine_, submission_);
    const bool accepted =
        !sending_ || submission_.state != report::State::received;  // nobody accepts what was composed
    if (accepted) fact("RECEIPT-STATE", say_(withdrawal ? withdrawn(*withdrawal) : state_message(submission_.state)));
    if (const auto approved = earlier_approval(engine_, submission_))
      fact("RECEIPT-APPROVED", say_(earlier_approval_message(*approved)));
    if (const auto own = approval_then(engine_, submission_)) fact("RECEIPT-APPROVED", say_(*own));
  }

  void add_timeliness(const report::Standing& standing) {
    const Message verdict = verdict_message(engine_, submission_);
    fact("RECEIPT-TIMELINESS", say_(submission_.state == report::State::withdrawn ? then_only(verdict) : verdict));
    if (submission_.revision > 0) add_decision();  // a rejected file decides nothing
    const Message changed = changed_verdict_message(engine_, standing);
    if (!changed.empty()) fact("SHOW-TODAY", say_(changed));
    add_unowed();
    add_waiver(as_it_stands(submission_, standing));
  }

  // The verdict stays as it was given, and today it is one on nothing.
  Message then_only(const Message& verdict) {
    const auto withdrawal = withdrawal_of(engine_, submission_);
    return {"RECEIPT-VERDICT-WITHDRAWN",
            {{"verdict", engine_.render_all(verdict)}, {"date", withdrawal ? withdrawal->on.dotted() : "—"}}};
  }

  // The day of the letter decides, not the hour of composing.
  void add_sending(const report::Standing& standing) {
    fact("RECEIPT-SENT", sending_->said.in(lang_));
    if (!sending_->timeliness.empty()) fact("RECEIPT-TIMELINESS", say_(sending_->timeliness));
    add_unowed();
    if (!sending_->is_sent() || standing.now.verdict.timeliness != report::Timeliness::late) return;
    const Message waiver = waiver_of_late(engine_, submission_, sending_->letters.back().date);
    if (!waiver.empty()) fact("RECEIPT-WAIVER", say_(waiver));
  }

  void add_unowed() {
    if (const auto unowed = no_duty_now(engine_, submission_)) fact("SHOW-TODAY", say_(*unowed));
  }

  // Another revision may be in force: it is named by its time, because `doctor --receipt` takes a number on a receipt
  // for the receipt's own.
  Message withdrawn(const Withdrawal& withdrawal) {
    Message::Args args{{"date", withdrawal.on.dotted()}, {"reason", withdrawal.reason}};
    const auto in_force = engine_.registry().latest_accepted(submission_.key);
    if (!in_force) return {"RECEIPT-WITHDRAWN", std::move(args)};
    args.emplace_back("revision", std::to_string(in_force->revision));
    args.emplace_back("received", in_force->receipt.received.dotted());
    return {"RECEIPT-WITHDRAWN-OTHER", std::move(args)};
  }

  void add_decision() {
    if (is_without_term(engine_, submission_)) return;
    // Named by revision and time, because `doctor --receipt` takes a number on a receipt for the receipt's own.
    if (!submission_.verdict.decided_by.empty()) {
      const auto first = engine_.registry().find(submission_.verdict.decided_by);
      fact("RECEIPT-DECIDED-BY", std::to_string(first.revision) + " (" + first.receipt.received.dotted() + ")");
    }
    if (came_first()) fact("RECEIPT-DECIDED-BY", say_("RECEIPT-CAME-FIRST"));
    if (submission_.verdict.timeliness == report::Timeliness::late)
      fact("STATUS-DAYS-LATE", std::to_string(submission_.verdict.working_days_late));
  }

  // Under which waiver it came late, or after which.
  void add_waiver(const report::Submission& submission) {
    if (submission.revision == 0 || submission.verdict.timeliness != report::Timeliness::late) return;
    const auto first = engine_.registry().deciding(submission);
    const auto done = report_.day(completion_field(*report_.form, submission.deadline.obligation));
    const Message waiver = waiver_of_late(engine_, submission, done.value_or(first.receipt.received.date));
    if (!waiver.empty()) fact("RECEIPT-WAIVER", say_(waiver));
  }

  // A revision with a higher number that came in before one with a lower.
  bool came_first() {
    if (submission_.revision < 2 || !submission_.verdict.decided_by.empty() || !submission_.receipt.is_backdated() ||
        submission_.state == report::State::withdrawn)
      return false;
    const auto& key = submission_.key;
    const auto all = engine_.registry().submissions({key.form, key.organisation, key.subject, key.period, key.stage});
    return std::any_of(all.begin(), all.end(), [&](const report::Submission& one) {
      const bool counts = one.revision > 0 && one.revision < submission_.revision && one.key == key &&
                          one.state != report::State::withdrawn;
      return counts && submission_.receipt.received < one.receipt.received;
    });
  }

  void add_register() {
    fact("RECEIPT-USER", submission_.receipt.user);
    fact("RECEIPT-FILE", submission_.receipt.file_name);
    fact("RECEIPT-SHA256", submission_.receipt.sha256);
    fact("RECEIPT-FORM-SHA256", submission_.contents.form_sha256);
    fact("RECEIPT-CHAIN", submission_.receipt.chain_head);
  }

  void add_findings() {
    const auto findings = engine_.registry().findings(submission_.id);
    if (findings.empty()) return;
    out_.table_id = "findings";
    out_.columns = {{"cell", say_("FINDINGS-CELL"), 10, form::ColumnType::text},
                    {"code", say_("FINDINGS-CODE"), 16, form::ColumnType::text},
                    {"message", say_("FINDINGS-MESSAGE"), 70, form::ColumnType::text}};
    for (const auto& [finding, message] : findings) {
      document::Row row;
      for (const std::string& text : {finding.cell, finding.code, message.in(lang_)}) {
        document::Cell cell;
        content_.add(text);
        if (!text.empty()) cell.value = text;
        row.cells.push_back(std::move(cell));
      }
      out_.rows.push_back(std::move(row));
    }
  }

  Engine& engine_;
  Standings& standings_;
  const report::Submission& submission_;
  Lang lang_;
  document::Say say_;
  RegisteredReport report_;
  std::optional<Sending> sending_;
  document::ListRequest out_;
  PaperContent content_;
};

}  // namespace

document::Document make_receipt(Engine& engine, Standings& standings, const report::Submission& submission, Lang lang) {
  return Receipt(engine, standings, submission, lang).run();
}

document::Document make_receipt(Engine& engine, const report::Submission& submission, Lang lang) {
  Standings standings(engine);
  return make_receipt(engine, standings, submission, lang);
}

}  // namespace esep::app
