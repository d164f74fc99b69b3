// SPDX-License-Identifier: MIT
#include "registry/history_details.h"

#include "report/review/workflow.h"

namespace esep::registry {

void add_key(Details& details, const report::ReportKey& key) {
  details.add("form", key.form).add("stage", key.stage).add("organisation", key.organisation);
  details.add("subject", key.subject).add("period", key.period).add("occurrence", key.occurrence);
}

std::string event_details(const report::Event& event) {
  Details details;
  details.add("event", event.event);
  add_key(details, event.key);
  return details.add("date", event.withdrawn ? std::string() : event.date.iso()).add("document", event.document).text();
}

std::string waiver_details(const report::Waiver& waiver) {
  Details details;
  add_key(details, waiver.key);
  return details.add("until", waiver.until.iso()).add("reason", waiver.reason).add("basis", waiver.basis).text();
}

std::string dispatch_details(const report::Dispatch& dispatch) {
  Details details;
  add_key(details, dispatch.key);
  details.add("report", dispatch.submission).add("code", dispatch.code).add("date", dispatch.date.iso());
  return details.add("number", dispatch.number).add("signer", dispatch.signer).text();
}

std::string fulfilment_details(const report::Fulfilment& fulfilment) {
  Details details;
  details.add("obligation", fulfilment.obligation);
  add_key(details, fulfilment.key);
  details.add("date", fulfilment.withdrawn ? std::string() : fulfilment.date.iso());
  details.add("languages", report::language_codes(fulfilment.languages));
  return details.add("link", fulfilment.link).add("document", fulfilment.document).text();
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
