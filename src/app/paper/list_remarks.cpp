// SPDX-License-Identifier: MIT
#include "app/paper/list_remarks.h"

#include "app/core/completion_day.h"
#include "app/core/deed_words.h"
#include "app/core/event_titles.h"
#include "app/core/sent_paper.h"
#include "app/paper/outdated.h"
#include "app/paper/status_paper.h"
#include "base/remarks.h"

namespace esep::app {
namespace {

std::optional<Message> both_days(Engine& engine, const report::StatusRow& row) {
  const form::Obligation& obligation = *row.duty.obligation;
  if (obligation.done_on.empty() || !row.received) return std::nullopt;
  const std::string received = row.received->date.dotted();
  const auto* field = completion_field(engine, obligation);
  const LocalText title = field == nullptr ? obligation.title : field->title.text;
  if (!row.done) return Message("STATUS-DAYS-OPEN", {{"field", title}, {"received", received}});
  return Message("STATUS-DAYS", {{"field", title}, {"date", row.done->dotted()}, {"received", received}});
}

}  // namespace

std::vector<Message> listed_remarks(Engine& engine, const report::StatusRow& row, calendar::Date today) {
  std::vector<Message> out;
  if (auto days = both_days(engine, row)) out.push_back(std::move(*days));
  for (Message& remark : status_remarks(engine, row, today)) out.push_back(std::move(remark));
  return out;
}

bool waits_for_event(const report::Duty& duty) {
  return !duty.obligation->event.empty() && !duty.event_date && !duty.not_expected;
}

std::vector<Message> term_remarks(Engine& engine, const report::Duty& duty, calendar::Date today) {
  std::vector<Message> out;
  if (duty.obligation->due.kind == calendar::DueRule::Kind::none) out.emplace_back("DUE-NONE");
  if (!duty.due.effective && duty.event_date)
    out.push_back(Message("DUE-AROSE", {{"date", duty.event_date->dotted()}}));
  if (duty.beyond_calendar) out.push_back(duty.beyond_calendar->message());
  if (waits_for_event(duty)) out.push_back(engine.event_titles().awaited(duty, today, engine.calendar()));
  return out;
}

std::vector<Message> due_remarks(Engine& engine, const report::Duty& duty, const std::vector<report::Deed>& recorded,
                                 calendar::Date today) {
  std::vector<Message> out = term_remarks(engine, duty, today);
  auto deliveries = report::deliveries_of(*duty.obligation, duty.key, recorded);
  for (report::Delivery& one : deliveries) {
    complete_delivery(engine, one);
    if (!one.changes.empty()) Outdated(engine).leave_out_same(engine.registry().find(one.deed->report), one.changes);
  }
  for (Message& remark : deed_remarks(engine, duty, deliveries, today)) out.push_back(std::move(remark));
  return out;
}

std::string remark_line(Engine& engine, const std::vector<Message>& remarks, Lang lang) {
  std::vector<std::string> out;
  for (const Message& remark : remarks) out.push_back(engine.messages().render(remark, lang));
  return join_remarks(std::move(out));
}

}  // namespace esep::app
