// SPDX-License-Identifier: MIT
#include "registry/history_details.h"

#include "report/review/workflow.h"

namespace esep::registry {

void add_key(Details& details, const report::ReportKey& key) {
  details.add("form", key.form).add("stage", key.stage).add("organisation", key.organisation);
  details.add("subject", key.subject).add("period", key.period).add("occurrence", key.occurrence);
}

std::string event_day(const report::Event& event) {
  if (event.withdrawn) return {};
  return event.none ? std::string(kNoSuchEvent) : event.date.iso();
}

std::string event_details(const report::Event& event) {
  Details details;
  details.add("event", event.event);
  add_key(details, event.key);
  return details.add("date", event_day(event)).add("document", event.document).text();
}

std::string waiver_details(const report::Waiver& waiver) {
  Details details;
  if (!waiver.obligation.empty()) details.add("obligation", waiver.obligation);
  add_key(details, waiver.key);
  return details.add("until", waiver.until.iso()).add("reason", waiver.reason).add("basis", waiver.basis).text();
}

std::string deed_action(const report::Deed& deed) {
  const std::string action = deed.sent ? "dispatch" : "done";
  return deed.withdrawn ? action + "_withdraw" : action;
}

std::string deed_details(const report::Deed& deed) {
  Details details;
  details.add("obligation", deed.obligation);
  add_key(details, deed.key);
  details.add("addressee", deed.addressee);
  if (deed.sent || !deed.report.empty()) details.add("report", deed.report);
  if (deed.sent) details.add("code", deed.sent->code);
  details.add("date", deed.withdrawn ? std::string() : deed.date.iso());
  if (deed.sent) {
    details.add("number", deed.sent->number).add("signer", deed.sent->signer);
    return details.add("missing", deed.sent->missing ? std::to_string(*deed.sent->missing) : std::string()).text();
  }
  details.add("languages", report::language_codes(deed.languages));
  return details.add("link", deed.link).add("document", deed.document).text();
}

std::string lock_details(std::string_view form, std::string_view period, std::string_view reason) {
  return Details().add("form", form).add("period", period).add("reason", reason).text();
}

std::string paper_details(const Paper& paper) {
  Details details;
  details.add("code", paper.code).add("sha256", paper.sha256).add("kind", paper.name);
  return details.add("language", paper.language).text();
}

std::optional<report::State> state_after(std::string_view action, std::string_view details) {
  using report::Action;
  const auto step = report::action_from(action);
  if (!step) return std::nullopt;
  const bool submitted = *step == Action::submit;
  for (const auto& [key, value] : read_details(details)) {
    if (key == (submitted ? "state" : "to")) return report::state_from(value);
  }
  switch (*step) {
    case Action::withdraw:
      return report::State::withdrawn;
    case Action::open:
      return report::State::under_review;
    case Action::send_back:
      return report::State::returned;
    case Action::approve:
      return report::State::approved;
    default:
      return std::nullopt;
  }
}

}  // namespace esep::registry
