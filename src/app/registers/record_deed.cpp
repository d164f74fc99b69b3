// SPDX-License-Identifier: MIT
#include "app/registers/record_deed.h"

#include <algorithm>

#include "app/core/addressee.h"
#include "app/core/deed_words.h"
#include "app/core/duty_of.h"
#include "app/core/event_advice.h"
#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/rights.h"
#include "app/core/titles.h"
#include "app/core/typed_text.h"
#include "app/registers/add_deed.h"
#include "app/registers/status_of_duty.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/shell.h"
#include "base/text.h"
#include "base/titled_list.h"
#include "form/identifier.h"
#include "registry/review_records.h"

namespace esep::app {
namespace {

// A duty without a form, or one on a form whose report goes to several addressees.
const form::Obligation& obligation_to_do(Engine& engine, const std::string& id) {
  const auto& catalog = engine.catalog();
  std::vector<std::string> known;
  std::vector<Titled> titled;
  const form::Obligation* of_a_form = nullptr;
  for (const auto& one : catalog.obligations()) {
    const bool by_deed = one.form.empty() || !one.recipient.addressees.empty();
    if (one.id == id && by_deed) return one;
    if (one.id == id) of_a_form = &one;
    if (!by_deed || (!known.empty() && known.back() == one.id)) continue;
    known.push_back(one.id);
    titled.push_back({one.id, one.title});
  }
  if (of_a_form != nullptr)
    throw Error(
        Message("DONE-HAS-FORM", {{"obligation", of_a_form->title}, {"form", form_title(engine, of_a_form->form)}}), {},
        Error::Kind::usage);
  if (const Titled* named = find_titled(titled, id)) return obligation_to_do(engine, named->id);
  throw Error(Message("DONE-UNKNOWN", {{"obligation", id}, {"known", titled_list(titled)}}), did_you_mean(id, known),
              Error::Kind::usage);
}

void require_key(Engine& engine, const form::Obligation& obligation, const report::ReportKey& key) {
  report::DutyFilter named;
  named.obligation = obligation.id;
  named.organisation = key.organisation;
  named.subject = key.subject;
  require_known(engine, named);
  const auto period = calendar::Period::parse(key.period);
  if (obligation.period && !period)
    throw Error(Message("CLI-MISSING-OPTION", {{"option", "--period"}}), "CLI-SEE-HELP", Error::Kind::usage);
  if (!obligation.period && period)
    throw Error(Message("DONE-NO-PERIOD", {{"obligation", obligation.title}}), {}, Error::Kind::usage);
  if (period && period->kind != *obligation.period)
    throw Error(not_of_kind(period->text(), *obligation.period), {}, Error::Kind::usage);
  if (key.subject.empty()) require_organisation(key);
}

// "G-001, № 2 (12.01.2026)": by what one of several duties is told from the others.
std::string told_apart(const report::Duty& duty) {
  std::string out = duty.key.subject;
  if (duty.key.occurrence > 1) out += (out.empty() ? "№ " : ", № ") + std::to_string(duty.key.occurrence);
  if (duty.event_date) out += (out.empty() ? "" : " ") + ("(" + duty.event_date->dotted() + ")");
  return out;
}

report::Duty duty_meant(Engine& engine, const DeedRequest& request) {
  const report::ReportKey& key = request.deed.key;
  const form::Obligation& obligation = obligation_to_do(engine, request.deed.obligation);
  require_key(engine, obligation, key);
  auto duties = duties_like(engine, key, obligation.id);
  std::erase_if(duties, [&](const report::Duty& duty) {
    const bool other = key.occurrence > 0 && duty.key.occurrence != key.occurrence;
    return other || (request.event && duty.event_date != request.event);
  });
  if (duties.size() == 1) return std::move(duties.front());
  if (duties.empty()) {
    Message hint;
    if (!key.organisation.empty())
      hint = Message("EVENT-OWES-NOTHING-HINT", {{"organisation", shell_quoted(key.organisation)}});
    throw Error(Message("DONE-NO-DUTY", {{"obligation", obligation.title}}), std::move(hint));
  }
  std::vector<std::string> several;
  for (const report::Duty& duty : duties) several.push_back(told_apart(duty));
  throw Error(Message("DONE-SEVERAL", {{"obligation", obligation.title}, {"several", join(several, "; ")}}),
              "DONE-SEVERAL-HINT");
}

void require_doable(Engine& engine, const report::Duty& duty, calendar::Date date, const registry::Actor& actor) {
  const std::string& event = duty.obligation->event;
  if (!event.empty() && !duty.event_date) {
    throw Error(Message("DONE-AWAITS-EVENT", {{"event", engine.event_titles().of(event)}}),
                event_advice(engine, *duty.obligation));
  }
  if (date > actor.at.date) throw Error(Message("DONE-FUTURE", {{"date", date.dotted()}}));
  const auto period = calendar::Period::parse(duty.key.period);
  // A duty whose term lies behind its period is about the whole of it.
  const bool afterwards = period && duty.due.nominal && *duty.due.nominal > period->last_day();
  const auto since = duty.event_date ? duty.event_date
                     : period        ? std::optional(afterwards ? period->last_day() : period->first_day())
                                     : std::nullopt;
  if (since && date < *since) throw Error(Message("DONE-EARLY", {{"date", date.dotted()}, {"since", since->dotted()}}));
}

// «см. сайт» says nowhere where the thing is.
void require_address(const std::string& link) {
  if (!link.empty() && form::check_url(link))
    throw Error(Message("DONE-LINK-BAD", {{"link", link}}), {}, Error::Kind::usage);
}

// What is delivered is the report in force, on a day on which it was there.
report::Submission delivered_report(Engine& engine, const report::Duty& duty, const report::Deed& deed) {
  const auto in_force = engine.registry().latest_accepted(duty.key);
  if (!in_force)
    throw Error(Message("DONE-NO-REPORT", {{"obligation", duty.obligation->title}}), "DONE-NO-REPORT-HINT");
  const calendar::Date received = in_force->receipt.received.date;
  if (deed.date < received)
    throw Error(Message("DONE-BEFORE-REPORT", {{"date", deed.date.dotted()},
                                               {"number", in_force->number},
                                               {"revision", std::to_string(in_force->revision)},
                                               {"received", received.dotted()}}));
  return *in_force;
}

// The duty of the request, if it can be done by this user on this day.
report::Duty duty_allowed(Engine& engine, const DeedRequest& request, const registry::Actor& actor) {
  report::Duty out = duty_meant(engine, request);
  require_right(engine, report::RegisterAction::done, actor, out.key.organisation);
  require_addressee(engine, out.obligation->recipient, request.deed.addressee, request.deed.date);
  if (!request.deed.withdrawn) require_doable(engine, out, request.deed.date, actor);
  return out;
}

// A delivery that went out before the approval is not forbidden, but must be seen.
std::optional<Message> before_approval(Engine& engine, const report::Submission& delivered, const report::Deed& deed) {
  if (delivered.state != report::State::approved) return std::nullopt;
  const auto approval = registry::ReviewRecords(engine.registry()).approval(delivered.id);
  if (!approval || approval->at.date <= deed.date) return std::nullopt;
  return Message("DONE-BEFORE-APPROVAL", {{"date", deed.date.dotted()}, {"approved", approval->at.date.dotted()}});
}

}  // namespace

RecordedDeed record_deed(Engine& engine, DeedRequest request, const registry::Actor& actor) {
  request.deed.link = typed_text_or_none(request.deed.link);
  request.deed.document = typed_text_or_none(request.deed.document);
  require_address(request.deed.link);
  report::Duty duty = duty_allowed(engine, request, actor);
  request.deed.obligation = duty.obligation->id;  // it may have been named by its title
  const DeedRequest asked = request;
  report::Deed& deed = request.deed;
  std::sort(deed.languages.begin(), deed.languages.end());
  deed.key = duty.key;
  RecordedDeed out;
  std::optional<Message> early;
  const auto first = [&] {  // registers may change until the turn comes
    engine.forget_rows();
    duty = duty_allowed(engine, asked, actor);
    deed.key = duty.key;
  };
  const auto permit = [&](const report::Deed*) {
    if (deed.withdrawn || duty.key.form.empty()) return;
    const report::Submission delivered = delivered_report(engine, duty, deed);
    early = before_approval(engine, delivered, deed);
    deed.report = delivered.number;
  };
  out.replaced = add_deed(engine, deed, actor, permit, first);
  out.repeated = out.replaced == deed;
  out.status = status_of_duty(engine, duty, actor.at.date);
  if (deed.withdrawn) return out;
  const auto warn = [&](report::Finding finding) {
    out.findings.push_back(std::move(finding).in(deed.obligation).as(Severity::warning));
    out.findings.back().law = duty.obligation->law;
  };
  if (early) warn(report::Finding::of("DONE-BEFORE-APPROVAL", std::move(*early)));
  if (auto missing = incomplete_message(engine, *duty.obligation, deed))
    warn(report::Finding::of("DONE-LANGUAGES", std::move(*missing)));
  if (auto unlinked = unlinked_message(*duty.obligation, deed))
    warn(report::Finding::of("DONE-LINK", std::move(*unlinked)));
  return out;
}

}  // namespace esep::app
