// SPDX-License-Identifier: MIT
#include "app/paper/status_paper.h"

#include <algorithm>
#include <set>

#include "app/core/completion_day.h"
#include "app/core/deed_words.h"
#include "app/core/earlier_approval.h"
#include "app/core/later_entries.h"
#include "app/core/named_days.h"
#include "app/core/names.h"
#include "app/core/unowed.h"
#include "app/core/verdict_words.h"
#include "app/paper/output.h"
#include "base/remarks.h"
#include "base/text.h"
#include "document/build/filled_form.h"
#include "report/duty/no_term.h"

namespace esep::app {
namespace {

using document::Emphasis;
using form::ColumnType;
using report::StatusRow;
using report::Timeliness;

// Columns of a paper about one duty. Columns for several duties, or for duties with their own day of doing, are added
// only if there are such duties.
class StatusList {
 public:
  StatusList(Engine& engine, const std::vector<StatusRow>& rows, calendar::Date today, Lang lang)
      : engine_(engine), today_(today), lang_(lang) {
    std::set<std::string> duties;
    bool on_a_day = false;
    bool again = false;
    bool remarked = false;
    for (const StatusRow& row : rows) {
      remarked = remarked || !status_remarks(engine, row, today).empty();
      duties.insert(row.duty.obligation->id);
      again = again || row.duty.key.occurrence > 1;
      on_a_day = on_a_day || !row.duty.obligation->done_on.empty() || (row.by_deed() && row.deed() != nullptr);
    }
    column("organisation", "STATUS-ORGANISATION", 40, ColumnType::text);
    column("subject", "STATUS-SUBJECT", 12, ColumnType::text);
    if (duties.size() > 1 || again) column("duty", "STATUS-DUTY", 34, ColumnType::text);
    column("effective", status_due_title(rows), 12, ColumnType::date);
    if (on_a_day) column("done", "STATUS-DONE", 14, ColumnType::date);
    column("received", "STATUS-RECEIVED", 12, ColumnType::date);
    column("timeliness", "STATUS-TIMELINESS", 16, ColumnType::text);
    column("working_days_late", "STATUS-DAYS-LATE", 12, ColumnType::integer);
    column("state", "STATUS-STATE", 16, ColumnType::text);
    column("revision", "STATUS-REVISION", 10, ColumnType::integer);
    column("submission", "STATUS-NUMBER", 12, ColumnType::text);
    if (remarked) column("remark", "LIST-REMARK", 48, ColumnType::text);
    for (const StatusRow& row : rows) add(row);
  }

  void move_to(document::ListRequest& request) {
    request.columns = std::move(columns_);
    request.rows = std::move(rows_);
  }

 private:
  std::string say(const Message& message) { return engine_.messages().render(message, lang_); }

  void column(const char* id, const Message& title, int width, ColumnType type) {
    columns_.push_back({id, say(title), width, type});
  }

  void put(document::Row& row, std::string_view id, form::Value value, Emphasis emphasis = Emphasis::normal) {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].id != id) continue;
      row.cells[i].value = std::move(value);
      row.cells[i].emphasis = emphasis;
      return;
    }
  }

  void add(const StatusRow& status) {
    document::Row row;
    row.cells.resize(columns_.size());
    const report::ReportKey& key = status.duty.key;
    put(row, "organisation", organisation_title(engine_, key.organisation).in(lang_));
    if (!key.subject.empty()) put(row, "subject", key.subject);
    put(row, "duty", duty_title(status.duty, lang_));
    if (status.duty.due.effective) put(row, "effective", *status.duty.due.effective);
    if (status.done) put(row, "done", *status.done);
    if (status.received) put(row, "received", status.received->date);
    const bool bad = !status.duty.owed || status.timeliness == Timeliness::missing || status.lacks_event() ||
                     status.has_unknown_term() || status.early;
    const bool late = status.timeliness == Timeliness::late;
    put(row, "timeliness", say(status_message(engine_, status)),
        bad ? Emphasis::bad : (late ? Emphasis::warning : Emphasis::normal));
    if (status.working_days_late > 0) put(row, "working_days_late", int64_t{status.working_days_late});
    if (status.state != report::State::none) put(row, "state", say(state_message(status.state)));
    if (status.revision > 0) put(row, "revision", int64_t{status.revision});
    if (!status.submission.empty()) put(row, "submission", status.submission);
    std::vector<std::string> remarks;
    for (const Message& remark : status_remarks(engine_, status, today_)) remarks.push_back(say(remark));
    if (!remarks.empty()) put(row, "remark", join_remarks(std::move(remarks)));
    rows_.push_back(std::move(row));
  }

  Engine& engine_;
  calendar::Date today_;
  Lang lang_;
  std::vector<document::ListColumn> columns_;
  std::vector<document::Row> rows_;
};

// Where a row is counted: every row once, so that the numbers add up. Rows without a deadline stand apart: of none of
// them can it be said that it is in time or not yet due.
enum class Count {
  by_timeliness,
  unowed,
  too_early,
  partly,
  no_event,
  awaited,
  not_expected,
  unknown,
  no_deadline,
  no_term
};

Count count_of(const StatusRow& row) {
  if (!row.duty.owed) return Count::unowed;
  if (row.early) return Count::too_early;
  if (row.is_done_partly()) return Count::partly;
  if (row.lacks_event()) return Count::no_event;
  if (row.awaits_event()) return Count::awaited;
  if (row.is_not_expected()) return Count::not_expected;
  if (row.has_unknown_term()) return Count::unknown;
  if (report::has_no_deadline(row)) return Count::no_deadline;
  return report::has_no_term(row) || report::came_after_window(row) ? Count::no_term : Count::by_timeliness;
}

Message status_counts(const std::vector<StatusRow>& rows) {
  const auto number = [&](Timeliness timeliness) {
    return std::to_string(std::count_if(rows.begin(), rows.end(), [&](const StatusRow& r) {
      return r.timeliness == timeliness && count_of(r) == Count::by_timeliness;
    }));
  };
  return {"STATUS-SUMMARY",
          {{"total",
            std::to_string(std::count_if(rows.begin(), rows.end(), [](const StatusRow& r) { return r.duty.owed; }))},
           {"on_time", number(Timeliness::on_time)},
           {"late", number(Timeliness::late)},
           {"missing", number(Timeliness::missing)},
           {"due", number(Timeliness::due)},
           {"excused", number(Timeliness::excused)}}};
}

void add_counts_apart(const std::vector<StatusRow>& rows, const document::Say& say, std::vector<std::string>& out) {
  const auto tell = [&](const char* sentence, Count count) {
    const auto number =
        std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return count_of(row) == count; });
    if (number > 0) out.push_back(say(Message(sentence, {{"count", std::to_string(number)}})));
  };
  tell("STATUS-SUMMARY-PARTLY", Count::partly);
  tell("STATUS-SUMMARY-NO-EVENT", Count::no_event);
  tell("STATUS-SUMMARY-AWAITED", Count::awaited);
  tell("STATUS-SUMMARY-NOT-EXPECTED", Count::not_expected);
  tell("STATUS-SUMMARY-UNKNOWN", Count::unknown);
  tell("STATUS-SUMMARY-NO-DEADLINE", Count::no_deadline);
  tell("STATUS-SUMMARY-TOO-EARLY", Count::too_early);
  tell("STATUS-SUMMARY-UNOWED", Count::unowed);
  tell("STATUS-SUMMARY-NO-TERM", Count::no_term);
}

std::optional<Message> by_hand_message(const std::vector<StatusRow>& rows) {
  std::vector<std::string> numbers;
  for (const StatusRow& row : rows) {
    const std::string& decides = row.origin.decided_by;
    if (row.origin.day_by_hand) numbers.push_back(decides.empty() ? row.submission : decides);
  }
  if (numbers.empty()) return std::nullopt;
  return Message("STATUS-DAYS-BY-HAND", {{"numbers", join(numbers, ", ")}});
}

Message status_title(Engine& engine, const StatusRequest& asked, Lang lang) {
  const auto& period = asked.filter.period;
  const auto form_title = [&] {
    const auto& catalog = engine.catalog();
    return period ? catalog.for_period(asked.form, *period).plain_title()
                  : catalog.editions(asked.form).back()->plain_title();
  };
  const std::string title = (asked.obligation == nullptr ? form_title() : asked.obligation->title).in(lang);
  if (!period) return Message("STATUS-TITLE-ONCE", {{"form", title}});
  return Message("STATUS-TITLE", {{"form", title}, {"period", period->name(lang)}});
}

// Without a term nothing decides on timeliness, so no remark says what does.
bool has_term(const StatusRow& status) { return !status.duty.is_window() && !report::has_no_term(status); }

// The time of receipt is that of the revision that decides; the row names the last.
Message decided_by_message(const StatusRow& status) {
  const report::Origin& origin = status.origin;
  Message::Args args{{"revision", std::to_string(origin.decided_revision)},
                     {"number", origin.decided_by},
                     {"received", status.received->dotted()}};
  if (!has_term(status)) return {"STATUS-RECEIVED-OF", std::move(args)};
  if (!origin.entered) return {"STATUS-DECIDED-BY", std::move(args)};
  args.emplace_back("entered", origin.entered->dotted());
  return {"STATUS-DECIDED-BY-ENTERED", std::move(args)};
}

void add_origin(const StatusRow& status, std::vector<Message>& out) {
  if (!status.received) return;
  const report::Origin& origin = status.origin;
  if (!origin.decided_by.empty() && origin.decided_by != status.submission) {
    out.push_back(decided_by_message(status));
    return;
  }
  if (origin.entered) out.push_back(entered_message(*status.received, origin.entered));
  if (has_term(status) && !origin.decided_by.empty())
    out.push_back(Message("STATUS-CAME-FIRST", {{"number", origin.decided_by}}));
}

Message taken_back_message(const report::TakenBack& report) {
  return {"STATUS-TAKEN-BACK",
          {{"number", report.submission},
           {"received", report.received.dotted()},
           {"date", report.withdrawal.on.dotted()},
           {"user", report.withdrawal.user},
           {"reason", report.withdrawal.reason}}};
}

Message refused_message(const report::RefusedCorrection& refused) {
  return {"STATUS-CORRECTION-REFUSED", {{"number", refused.submission}, {"date", refused.received.date.dotted()}}};
}

// That the event does not come; what was handed in or done all the same does not take the record away.
std::optional<Message> none_remark(const StatusRow& status) {
  const report::Duty& duty = status.duty;
  if (!duty.not_expected) return std::nullopt;
  if (!duty.none_document.empty()) return Message("STATUS-NOT-EXPECTED-BY", {{"document", duty.none_document}});
  return status.is_not_expected() ? std::nullopt : std::optional(Message("STATUS-NONE-RECORDED"));
}

// What a user recorded, with the name of the person.
template <typename Record>
Record named(Engine& engine, Record record) {
  record.user = engine.account_names().of(record.user);
  return record;
}

}  // namespace

Message status_due_title(const std::vector<StatusRow>& rows) {
  const bool windows =
      !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const StatusRow& row) { return row.duty.is_window(); });
  return windows ? Message("RECEIPT-WINDOW-END") : Message("STATUS-DUE");
}

std::vector<Message> status_remarks(Engine& engine, const StatusRow& status, calendar::Date today) {
  std::vector<Message> out;
  if (status.origin.unowed) out.push_back(*status.origin.unowed);
  if (Message changed = changed_verdict_message(engine, status); !changed.empty()) out.push_back(std::move(changed));
  const report::Origin& origin = status.origin;
  add_origin(status, out);
  if (!origin.days.empty()) {
    const auto* field = completion_field(engine, *status.duty.obligation);
    const LocalText& title = field == nullptr ? status.duty.obligation->title : field->title.text;
    out.push_back(moved_day_message(engine, title, origin.days));
  }
  for (const report::TakenBack& one : origin.taken_back) out.push_back(taken_back_message(one));
  if (origin.refused) out.push_back(refused_message(*origin.refused));
  if (origin.approved) out.push_back(earlier_approval_message(named(engine, *origin.approved)));
  if (Message changed = changed_sources_message(engine, status.duty.key.form, origin.changes); !changed.empty())
    out.push_back(std::move(changed));
  if (origin.outdated) out.push_back(*origin.outdated);
  if (status.judged_by && status.judged_by != status.duty.due.effective) {
    const char* sentence = status.duty.is_window() ? "STATUS-WINDOW-THEN" : "STATUS-JUDGED-BY";
    out.push_back(Message(sentence, {{"date", status.judged_by->dotted()}}));
  }
  for (Message& one : day_messages(engine, status)) out.push_back(std::move(one));
  if (status.duty.beyond_calendar) out.push_back(status.duty.beyond_calendar->message());
  if (origin.uncounted && !status.duty.beyond_calendar) out.push_back(*origin.uncounted);
  for (Message& remark : deed_remarks(engine, status.duty, status.deliveries, today)) out.push_back(std::move(remark));
  if (auto none = none_remark(status)) out.push_back(std::move(*none));
  if (status.waiver) out.push_back(waiver_message(named(engine, *status.waiver)));
  if (origin.waiver_over) out.push_back(waiver_over_message(named(engine, *origin.waiver_over)));
  return out;
}

std::optional<Message> status_calendar(Engine& engine, const std::vector<StatusRow>& rows) {
  const bool any =
      std::any_of(rows.begin(), rows.end(), [](const StatusRow& row) { return row.origin.uncounted.has_value(); });
  return any ? std::optional(calendar_ends_message(engine.calendar())) : std::nullopt;
}

std::optional<Message> status_lock(Engine& engine, const StatusRequest& asked) {
  const auto& period = asked.filter.period;
  if (asked.form.empty() || !period) return std::nullopt;
  const auto lock = engine.registry().lock_of(asked.form, period->text());
  if (!lock) return std::nullopt;
  return Message(
      "STATUS-LOCKED",
      {{"period", period->names()}, {"user", lock->user}, {"reason", lock->reason.empty() ? "—" : lock->reason}});
}

document::Document make_status(Engine& engine, const std::vector<StatusRow>& rows, const StatusRequest& asked,
                               calendar::Date today, Lang lang) {
  const auto say = say_in(engine, lang);
  document::ListRequest request;
  request.title = say(status_title(engine, asked, lang));
  request.lang = lang;
  request.sheet = say("BLANK-SHEET-ENTRY");
  request.facts.emplace_back(say("STATUS-AS-OF"), today.dotted());
  request.table_id = "status";
  StatusList(engine, rows, today, lang).move_to(request);
  request.paragraphs.push_back(say(status_counts(rows)));
  add_counts_apart(rows, say, request.paragraphs);
  if (const auto by_hand = by_hand_message(rows)) request.paragraphs.push_back(say(*by_hand));
  if (const auto ends = status_calendar(engine, rows)) request.paragraphs.push_back(say(*ends));
  if (const auto locked = status_lock(engine, asked)) request.paragraphs.push_back(say(*locked));
  if (const auto later = later_entries_message(engine, today)) request.footer = say(*later);
  request.dated = today;
  document::Document out = document::list_document(request);
  seal(engine, out);
  return out;
}

}  // namespace esep::app
