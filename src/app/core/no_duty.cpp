// SPDX-License-Identifier: MIT
#include "app/core/no_duty.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "app/core/duty_of.h"
#include "app/core/names.h"
#include "base/text.h"

namespace esep::app {
namespace {

// The subject's day of the role; nullopt: the register gives none.
std::optional<calendar::Date> subject_day(Engine& engine, const form::FormDefinition& form,
                                          const report::ReportKey& key, form::RegisterRole role) {
  const auto* row = form.subject.empty() ? nullptr : engine.row(form.subject, key.subject);
  if (row == nullptr) return std::nullopt;
  return report::row_date(engine.catalog().register_by_id(form.subject), *row, role);
}

constexpr size_t kNearest = 3;

// «G-001, октябрь 2026 года, уточнённый план».
LocalText report_named(Engine& engine, const report::Duty& duty) {
  const auto period = calendar::Period::parse(duty.key.period);
  const auto in = [&](Lang lang) {
    std::vector<std::string> parts;
    if (!duty.key.subject.empty()) parts.push_back(duty.key.subject);
    if (period) parts.push_back(period->name(lang));
    if (!duty.key.stage.empty()) parts.push_back(duty.obligation->title.in(lang));
    return parts.empty() ? organisation_title(engine, duty.key.organisation).in(lang) : join(parts, ", ");
  };
  return {in(Lang::kk), in(Lang::ru), in(Lang::en)};
}

// The same subject and stage first, then the nearest period.
std::vector<report::Duty> nearest_duties(Engine& engine, const report::ReportKey& key) {
  auto duties = duties_like(engine, {key.form, "", key.organisation, "", "", 1});
  const auto asked = calendar::Period::parse(key.period);
  const auto far = [&](const report::Duty& duty) {
    const auto period = calendar::Period::parse(duty.key.period);
    return asked && period ? std::abs(period->last_day().days() - asked->last_day().days()) : 0;
  };
  std::stable_sort(duties.begin(), duties.end(), [&](const report::Duty& a, const report::Duty& b) {
    return std::make_tuple(a.key.subject != key.subject, a.key.stage != key.stage, far(a)) <
           std::make_tuple(b.key.subject != key.subject, b.key.stage != key.stage, far(b));
  });
  if (duties.size() > kNearest) duties.erase(duties.begin() + kNearest, duties.end());
  return duties;
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

Error no_duty_error(Engine& engine, const report::ReportKey& key) {
  LocalText owed;
  std::set<std::string> told;  // further reports of a body that differ in nothing a person names
  for (const report::Duty& duty : nearest_duties(engine, key)) {
    const LocalText one = report_named(engine, duty);
    if (!told.insert(one.kk).second) continue;
    append(owed, one, "; ");
  }
  const LocalText who = organisation_title(engine, key.organisation);
  Message hint = owed.kk.empty() ? Message("REPORT-OWED-NONE", {{"organisation", who}, {"form", key.form}})
                                 : Message("REPORT-OWED", {{"organisation", who}, {"reports", owed}});
  return Error(Message("REPORT-NO-DUTY", {{"form", engine.catalog().require(key.form).plain_title()}}),
               std::move(hint));
}

}  // namespace esep::app
