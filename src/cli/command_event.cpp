// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "app/core/key_checks.h"
#include "app/core/names.h"
#include "app/core/rights.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/incoming.h"

namespace esep::cli {
namespace {

std::vector<const form::Obligation*> all_obligations(Session& session) {
  const auto& catalog = session.engine().catalog();
  std::vector<const form::Obligation*> out;
  for (const std::string& form : catalog.form_ids()) {
    for (const auto* edition : catalog.editions(form)) {
      for (const auto& obligation : edition->obligations) out.push_back(&obligation);
    }
  }
  for (const auto& obligation : catalog.obligations()) out.push_back(&obligation);
  return out;
}

// Only an event that some obligation waits for can be recorded: a misspelt one would move no deadline.
void require_known(Session& session, const std::string& event) {
  std::vector<std::string> known;
  for (const auto* obligation : all_obligations(session)) known.push_back(obligation->event);
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  std::erase(known, "");
  if (std::find(known.begin(), known.end(), event) != known.end()) return;
  throw Error(Message("EVENT-UNKNOWN", {{"event", event}, {"known", join(known, ", ")}}), {}, Error::Kind::usage);
}

// The date that this one takes the place of.
std::optional<calendar::Date> recorded_before(Session& session, const report::Event& event) {
  std::optional<calendar::Date> out;
  for (const auto& one : session.engine().registry().events()) {
    if (one.event == event.event && one.key == event.key) out = one.date;
  }
  return out;
}

// Whose subject it is: that of a register from which an obligation that waits for the event takes its subjects.
void find_subject(Session& session, const std::string& event, report::ReportKey& key) {
  auto& engine = session.engine();
  const auto owner = [&](const form::Obligation& obligation) {
    const bool waits =
        obligation.event == event && (key.form.empty() || obligation.form.empty() || obligation.form == key.form);
    const auto* row = waits && !obligation.who.subject_register.empty()
                          ? engine.row(obligation.who.subject_register, key.subject)
                          : nullptr;
    if (row == nullptr) return std::string();
    return report::row_text(engine.catalog().register_by_id(obligation.who.subject_register), *row,
                            form::RegisterRole::organisation);
  };
  std::set<std::string> owners;
  for (const auto* obligation : all_obligations(session)) owners.insert(owner(*obligation));
  owners.erase("");
  if (owners.empty()) throw Error(Message("EVENT-SUBJECT", {{"event", event}, {"subject", key.subject}}));
  if (key.organisation.empty() && owners.size() == 1) key.organisation = *owners.begin();
  if (key.organisation.empty() || owners.contains(key.organisation)) return;
  throw Error(Message("SUBJECT-OF-OTHER", {{"subject", key.subject},
                                           {"wanted", app::organisation_title(engine, *owners.begin())},
                                           {"found", app::organisation_title(engine, key.organisation)}}));
}

int run_event(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  report::Event event;
  event.event = arguments.positional(0, "EVENT");
  require_known(session, event.event);
  const app::Incoming who = incoming(session);
  event.key = {arguments.get("form"), who.stage,  arguments.get("org"),
               who.subject,           who.period, who.occurrence.value_or(1)};
  if (!event.key.subject.empty()) find_subject(session, event.event, event.key);
  if (event.key.organisation.empty()) static_cast<void>(arguments.required("org"));
  static_cast<void>(arguments.required("date"));
  event.date = *date_option(arguments, "date");
  event.document = arguments.get("document");
  if (auto problem = app::organisation_problem(session.engine(), event.key.organisation))
    throw Error(std::move(*problem));
  app::require_right(session.engine(), report::RegisterAction::event, session.actor());
  const auto before = recorded_before(session, event);
  session.engine().registry().add_event(event, session.actor());
  session.tell(Message("EVENT-DONE", {{"event", event.event}, {"date", event.date.dotted()}}));
  if (before) {
    session.tell(
        Message("EVENT-REPLACES", {{"date", before->dotted()}, {"next", std::to_string(event.key.occurrence + 1)}}));
  }
  return kOk;
}

}  // namespace

Command event_command() {
  return {"event",
          "EVENT --org ORG|--subject SUBJECT --date DATE",
          "CMD-EVENT",
          {{"form", '\0', "FORM", "OPT-FORM"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
           {"date", '\0', "DATE", "OPT-EVENT-DATE"},
           {"document", '\0', "TEXT", "OPT-DOCUMENT"}},
          run_event};
}

}  // namespace esep::cli
