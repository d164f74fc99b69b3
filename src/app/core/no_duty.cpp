// SPDX-License-Identifier: MIT
#include "app/core/no_duty.h"

#include <algorithm>

#include "app/core/names.h"

namespace esep::app {
namespace {

// The subject's day of the role; nullopt: the register gives none.
std::optional<calendar::Date> subject_day(Engine& engine, const form::FormDefinition& form,
                                          const report::ReportKey& key, form::RegisterRole role) {
  const auto* row = form.subject.empty() ? nullptr : engine.row(form.subject, key.subject);
  if (row == nullptr) return std::nullopt;
  return report::row_date(engine.catalog().register_by_id(form.subject), *row, role);
}

std::string day_or_dots(const std::optional<calendar::Date>& day) { return day ? day->dotted() : "…"; }

}  // namespace

Message no_duty_message(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key,
                        const Message::Value& period) {
  Message::Args args{{"organisation", organisation_title(engine, key.organisation)}, {"period", period}};
  const auto of = calendar::Period::parse(key.period);
  if (!of) return {"NO-OBLIGATION", std::move(args)};
  const auto from = subject_day(engine, form, key, form::RegisterRole::live_from);
  const auto to = subject_day(engine, form, key, form::RegisterRole::live_to);
  if ((from && of->last_day() < *from) || (to && *to < of->first_day())) {
    args.insert(args.end(), {{"subject", key.subject}, {"from", day_or_dots(from)}, {"to", day_or_dots(to)}});
    return {"NO-OBLIGATION-SUBJECT", std::move(args)};
  }
  const auto& all = form.obligations;
  const auto first = std::min_element(all.begin(), all.end(),
                                      [](const auto& a, const auto& b) { return a.applies_from < b.applies_from; });
  if (first == all.end() || first->applies_from <= of->last_day()) return {"NO-OBLIGATION", std::move(args)};
  args.emplace_back("from", first->applies_from.dotted());
  return {"NO-OBLIGATION-BEFORE", std::move(args)};
}

}  // namespace esep::app
