// SPDX-License-Identifier: MIT
#include "registry/record_details.h"

#include "registry/history.h"
#include "report/review/workflow.h"

namespace esep::registry {
namespace {

void add_key(Details& details, const report::ReportKey& key) {
  details.add("form", key.form).add("stage", key.stage).add("organisation", key.organisation);
  details.add("subject", key.subject).add("period", key.period).add("occurrence", key.occurrence);
}

}  // namespace

std::string event_details(const report::Event& event) {
  Details details;
  details.add("event", event.event);
  add_key(details, event.key);
  return details.add("date", event.date.iso()).add("document", event.document).text();
}

std::string waiver_details(const report::Waiver& waiver) {
  Details details;
  add_key(details, waiver.key);
  return details.add("until", waiver.until.iso()).add("reason", waiver.reason).add("basis", waiver.basis).text();
}

std::string lock_details(std::string_view form, std::string_view period, std::string_view reason) {
  return Details().add("form", form).add("period", period).add("reason", reason).text();
}

std::string paper_details(std::string_view code, std::string_view sha256, std::string_view kind,
                          std::string_view language) {
  return Details().add("code", code).add("sha256", sha256).add("kind", kind).add("language", language).text();
}

void RecordsDigest::add(const std::vector<std::string>& record) {
  for (const std::string& part : record) {
    hash_.update(std::to_string(part.size()) + ":");
    hash_.update(part);
  }
  hash_.update("\n");
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

std::vector<std::pair<std::string, std::string>> read_details(std::string_view details) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!details.empty()) {
    const size_t end = details.find('\n');
    const std::string_view line = details.substr(0, end);
    details.remove_prefix(end == std::string_view::npos ? details.size() : end + 1);
    const size_t equals = line.find('=');
    std::string value;
    for (size_t i = equals == std::string_view::npos ? line.size() : equals + 1; i < line.size(); ++i) {
      const bool escape = line[i] == '\\' && i + 1 < line.size();
      if (escape) ++i;
      value += escape && line[i] == 'n' ? '\n' : line[i];
    }
    out.emplace_back(line.substr(0, equals), std::move(value));
  }
  return out;
}

Facts facts_of(std::string_view details) {
  Facts out;
  for (auto& [key, value] : read_details(details)) out[key] = std::move(value);
  return out;
}

}  // namespace esep::registry
