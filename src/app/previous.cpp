// SPDX-License-Identifier: MIT
#include "app/previous.h"

#include <algorithm>

namespace esep::app {

std::optional<report::Submission> previous_report(Engine& engine, const form::FormDefinition& form,
                                                  const report::ReportKey& key) {
  if (!form.compare_stages) return engine.registry().previous_accepted(key);
  registry::Registry::Filter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.period = key.period;
  const auto place = [&](const report::ReportKey& of) {
    const auto at = std::find(form.stages.begin(), form.stages.end(), of.stage);
    return std::pair(at - form.stages.begin(), of.occurrence);
  };
  std::optional<report::Submission> found;
  for (auto& s : engine.registry().submissions(filter)) {
    const bool in_force = s.revision > 0 && s.state != report::State::withdrawn && s.state != report::State::superseded;
    // The filter takes an empty subject for any.
    if (!in_force || s.key.subject != key.subject || place(s.key) >= place(key)) continue;
    if (!found || place(found->key) < place(s.key)) found = std::move(s);
  }
  return found;
}

}  // namespace esep::app
