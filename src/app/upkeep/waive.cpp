// SPDX-License-Identifier: MIT
#include "app/upkeep/waive.h"

#include <algorithm>

#include "app/core/duty_of.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/rights.h"
#include "app/core/status.h"
#include "app/core/titles.h"
#include "app/core/typed_text.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {

namespace {

std::vector<report::Duty> duties_to_waive(Engine& engine, const WaiveRequest& request) {
  const bool form = !engine.catalog().editions(request.form).empty();
  if (!form && obligation_without_form(engine.catalog(), request.form) != nullptr) {
    report::DutyFilter narrow;
    narrow.organisation = request.organisation;
    narrow.subject = request.subject;
    narrow.period = request.period;
    return engine.duties(status_request(engine, request.form, std::move(narrow)).filter);
  }
  require_period_kind(engine, request.form, request.period);
  const report::ReportKey like{request.form,
                               request.stage,
                               request.organisation,
                               request.subject,
                               request.period ? request.period->text() : "",
                               1};
  require_known(engine, like);
  return duties_like(engine, like);
}

// A waiver that ends before each of the terms frees nobody, whenever it is recorded. It may take back an earlier one.
void require_effect(Engine& engine, const std::vector<report::Duty>& duties, calendar::Date until) {
  const std::vector<report::Waiver> recorded = engine.registry().waivers();
  std::optional<calendar::Date> first;
  for (const report::Duty& duty : duties) {
    if (std::any_of(recorded.begin(), recorded.end(), [&](const auto& one) { return one.key == duty.key; })) return;
    if (!duty.due.effective || *duty.due.effective <= until) return;
    first = std::min(first.value_or(*duty.due.effective), *duty.due.effective);
  }
  if (first)
    throw Error(Message("WAIVE-BEFORE-TERM", {{"date", until.dotted()}, {"term", first->dotted()}}), {},
                Error::Kind::usage);
}

std::vector<report::Waiver> waivers_asked(Engine& engine, const WaiveRequest& request, const registry::Actor& actor) {
  require_right(engine, report::RegisterAction::waive, actor);
  std::vector<report::Waiver> out;
  const std::vector<report::Duty> duties = duties_to_waive(engine, request);
  for (const auto& duty : duties) {
    require_body(engine, actor, duty.key.organisation);
    out.push_back({duty.key, request.until, request.reason, request.basis, actor.user});
    if (duty.key.form.empty()) out.back().obligation = duty.obligation->id;
    out.back().recorded = actor.at.date;
  }
  require_effect(engine, duties, request.until);
  if (!out.empty()) return out;
  const std::string period = request.period ? request.period->text() : "";
  const report::ReportKey key{request.form, request.stage, request.organisation, request.subject, period, 1};
  throw Error(Message("WAIVE-NO-DUTY", {{"report", report_words(engine, key)}}));
}

}  // namespace

std::vector<report::Waiver> waive(Engine& engine, WaiveRequest request, const registry::Actor& actor) {
  if (trim(request.reason).empty() || trim(request.basis).empty()) throw Error("WAIVE-WORDS", {}, Error::Kind::usage);
  request.reason = typed_text(request.reason);
  request.basis = typed_text(request.basis);
  std::vector<report::Waiver> out = waivers_asked(engine, request, actor);
  engine.registry().add_waivers(out, actor, [&] {
    engine.forget_rows();
    out = waivers_asked(engine, request, actor);
  });
  return out;
}

}  // namespace esep::app
