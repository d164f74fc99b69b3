// SPDX-License-Identifier: MIT
#include "web/report_links.h"

#include <charconv>

#include "app/core/names.h"
#include "app/core/titles.h"
#include "app/core/verdict_words.h"
#include "base/percent_encoded.h"
#include "base/text.h"
#include "document/build/explained_step.h"

namespace esep::web {
namespace {

Tone tone_of(const report::StatusRow& row) {
  switch (row.timeliness) {
    case report::Timeliness::on_time:
      return Tone::good;
    case report::Timeliness::late:
    case report::Timeliness::missing:
      return Tone::bad;
    case report::Timeliness::due:
      return row.lacks_event() ? Tone::warning : Tone::busy;
    case report::Timeliness::excused:
      return Tone::plain;
  }
  return Tone::plain;
}

}  // namespace

std::string key_query(const report::ReportKey& key) {
  std::string out;
  const auto add = [&out](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out += out.empty() ? "?" : "&";
    out += std::string(name) + "=" + percent_encoded(value);
  };
  add("form", key.form);
  add("org", key.organisation);
  add("subject", key.subject);
  add("period", key.period);
  add("stage", key.stage);
  if (key.occurrence != 1) add("occurrence", std::to_string(key.occurrence));
  return out;
}

report::ReportKey key_of(const http::Fields& query) {
  report::ReportKey out;
  out.form = query.get("form");
  out.organisation = query.get("org");
  out.subject = query.get("subject");
  out.period = query.get("period");
  out.stage = query.get("stage");
  const std::string occurrence = query.get("occurrence");
  int number = 1;
  const auto end = std::from_chars(occurrence.data(), occurrence.data() + occurrence.size(), number);
  out.occurrence = end.ec == std::errc() && number > 0 ? number : 1;
  return out;
}

Markup status_tag(const Visitor& visitor, const report::StatusRow& row) {
  if (row.state == report::State::returned)
    return tag(visitor.say(app::state_message(report::State::returned)), Tone::warning);
  return tag(visitor.say(app::status_message(visitor.engine(), row)),
             row.early || !row.duty.owed ? Tone::bad : tone_of(row));
}

Markup remark_list(const Visitor& visitor, const std::vector<Message>& remarks) {
  std::vector<Markup> out;
  for (const Message& one : remarks)
    if (const std::string words = visitor.say(one); !words.empty()) out.push_back(words);
  return out.empty() ? Markup() : list(out);
}

std::string duty_words(const Visitor& visitor, const report::Duty& duty) {
  std::vector<std::string> parts{app::duty_title(duty, visitor.lang())};
  const auto editions = visitor.engine().catalog().editions(duty.key.form);
  if (!editions.empty() && !duty.key.subject.empty())
    parts.push_back(app::subject_with_key(visitor.engine(), *editions.back(), duty.key.subject, visitor.lang()));
  if (!duty.key.period.empty()) parts.push_back(visitor.say(app::period_title(duty.key.period)));
  return join(parts, "; ");
}

Markup explained_term(const Visitor& visitor, const report::Duty& duty) {
  const document::Say say = app::say_in(visitor.engine(), visitor.lang());
  std::vector<Markup> steps;
  for (const auto& step : duty.due.steps) steps.push_back(document::explained_step(step, say, visitor.lang()));
  if (!duty.law().empty()) steps.push_back(visitor.say(duty.law()));
  const std::string day = duty.due.effective ? duty.due.effective->dotted() : "—";
  if (steps.empty()) return day;
  return Markup(day) + details(visitor.say("WEB-WHY"), list(steps));
}

std::string report_address(const Visitor& visitor, const std::string& number) {
  return visitor.address("/report/" + percent_encoded(number));
}

}  // namespace esep::web
