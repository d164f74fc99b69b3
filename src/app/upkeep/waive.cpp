// SPDX-License-Identifier: MIT
#include "app/upkeep/waive.h"

#include "app/core/key_checks.h"
#include "app/core/rights.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

// Some edition must be about periods of this kind; Error FORM-UNKNOWN for a form of nobody.
void require_period_kind(Engine& engine, const std::string& form, const std::optional<calendar::Period>& period) {
  const auto editions = engine.catalog().editions(form);
  if (editions.empty()) static_cast<void>(engine.catalog().edition(form, ""));
  const auto kind = editions.back()->period;
  if (!kind) return;
  if (!period) throw Error("WAIVE-PERIOD", "CLI-SEE-HELP", Error::Kind::usage);
  if (period->kind != *kind) {
    throw Error(not_of_kind(period->text(), *kind), {}, Error::Kind::usage);
  }
}

}  // namespace

std::vector<report::Waiver> waive(Engine& engine, const WaiveRequest& request, const registry::Actor& actor) {
  if (trim(request.reason).empty() || trim(request.basis).empty()) throw Error("WAIVE-WORDS", {}, Error::Kind::usage);
  require_right(engine, report::RegisterAction::waive, actor);
  require_period_kind(engine, request.form, request.period);
  if (auto problem = organisation_problem(engine, request.organisation)) throw Error(std::move(*problem));
  report::DutyFilter filter;
  filter.form = request.form;
  filter.organisation = request.organisation;
  filter.subject = request.subject;
  filter.stage = request.stage;
  // A duty that an event calls for has no period; any will do to list it.
  filter.period =
      request.period ? *request.period : calendar::Period::containing(calendar::PeriodKind::year, request.until);
  auto& registry = engine.registry();
  std::vector<report::Waiver> out;
  for (const auto& duty : engine.duties(filter)) {
    out.push_back({duty.key, request.until, request.reason, request.basis, actor.user});
  }
  if (out.empty()) {
    throw Error(Message("WAIVE-NO-DUTY", {{"form", request.form},
                                          {"organisation", request.organisation},
                                          {"subject", request.subject},
                                          {"period", request.period ? request.period->text() : ""}}));
  }
  registry.add_waivers(out, actor);
  return out;
}

void set_lock(Engine& engine, const std::string& form, const calendar::Period& period, bool locked,
              const std::string& reason, const registry::Actor& actor) {
  require_period_kind(engine, form, period);
  if (!locked && trim(reason).empty()) throw Error("LOCK-REASON", {}, Error::Kind::usage);
  require_right(engine, locked ? report::RegisterAction::lock : report::RegisterAction::unlock, actor);
  engine.registry().set_lock(form, period.text(), locked, reason, actor);
}

Message waiver_message(const report::Waiver& waiver) {
  return {"WAIVER-TEXT",
          {{"date", waiver.until.dotted()}, {"reason", waiver.reason}, {"basis", waiver.basis}, {"user", waiver.user}}};
}

}  // namespace esep::app
