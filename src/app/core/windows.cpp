// SPDX-License-Identifier: MIT
#include "app/core/windows.h"

#include <set>

#include "app/core/duty_of.h"

namespace esep::app {
namespace {

// Editions of a form carry the same obligations.
std::set<std::string> obligations_with_windows(const form::FormCatalog& catalog) {
  std::set<std::string> out;
  const auto add = [&](const form::Obligation& one) {
    const bool window = one.due.kind == calendar::DueRule::Kind::at_least_working_days;
    if (window && !one.who.subject_register.empty()) out.insert(one.id);
  };
  for (const std::string& form : catalog.form_ids()) {
    for (const auto* edition : catalog.editions(form)) {
      for (const auto& one : edition->obligations) add(one);
    }
  }
  for (const auto& one : catalog.obligations()) add(one);
  return out;
}

}  // namespace

std::vector<Window> windows(Engine& engine, const report::RegisterRows& rows, const std::string& subject) {
  std::map<std::pair<std::string, std::string>, Window> found;
  for (const std::string& id : obligations_with_windows(engine.catalog())) {
    report::DutyFilter filter;
    filter.obligation = id;
    filter.subject = subject;
    ask_whole_calendar(engine, filter);
    const auto events = engine.has_workspace() ? engine.registry().events() : std::vector<report::Event>();
    for (const auto& duty : report::list_duties(engine.catalog(), rows, events, engine.calendar(), filter)) {
      if (!duty.event_date || !duty.due.effective) continue;
      const std::string& of = duty.obligation->who.subject_register;
      found[{of, duty.key.subject}] = {
          of, duty.key.subject, duty.key.organisation, *duty.event_date, *duty.due.effective, duty.law()};
    }
  }
  std::vector<Window> out;
  for (auto& [key, window] : found) out.push_back(std::move(window));
  return out;
}

}  // namespace esep::app
