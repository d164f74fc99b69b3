// SPDX-License-Identifier: MIT
#include "app/registers/record_dispatch.h"

#include "app/core/duty_of.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/rights.h"
#include "app/core/status.h"
#include "base/error.h"
#include "base/text.h"
#include "registry/dispatches.h"

namespace esep::app {
namespace {

report::Duty duty_to_do(Engine& engine, const report::ReportKey& key) {
  const auto period = calendar::Period::parse(key.period);
  require_period_kind(engine, key.form, period);
  require_known(engine, key);
  auto duties = duties_like(engine, key);
  std::erase_if(duties, [](const report::Duty& duty) { return !duty.by_dispatch; });
  if (duties.size() == 1) return std::move(duties.front());
  throw Error(Message(
      "DISPATCH-NO-DUTY",
      {{"form", key.form}, {"organisation", key.organisation}, {"period", period ? period->text() : std::string()}}));
}

// As printed, however a person types it.
std::string typed_code(std::string_view typed) {
  std::string out(trim(typed));
  for (char& c : out) {
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 32);
  }
  return out;
}

// The report on the paper with this code.
report::Submission report_on_paper(Engine& engine, const report::ReportKey& key, const std::string& code) {
  for (const registry::Paper& paper : engine.registry().papers_with_code(code)) {
    if (!paper.submission) continue;
    report::Submission submission = engine.registry().find(std::to_string(*paper.submission));
    const auto is_code_in = [&](Lang lang) {
      return code == paper_code(submission, registry::PaperKind::report, lang);
    };
    if (submission.key == key && (is_code_in(Lang::kk) || is_code_in(Lang::ru))) return submission;
  }
  throw Error(Message("DISPATCH-CODE", {{"code", code},
                                        {"form", key.form},
                                        {"organisation", organisation_title(engine, key.organisation)},
                                        {"period", key.period}}),
              "DISPATCH-CODE-HINT");
}

void require_possible(const DispatchRequest& request, const report::Submission& on_paper,
                      const registry::Actor& actor) {
  if (request.date > actor.at.date) throw Error(Message("DISPATCH-FUTURE", {{"date", request.date.dotted()}}));
  const calendar::Date composed = on_paper.receipt.received.date;
  if (request.date >= composed) return;
  throw Error(Message("DISPATCH-BEFORE-PAPER", {{"date", request.date.dotted()}, {"composed", composed.dotted()}}));
}

report::StatusRow status_of_sent(Engine& engine, const report::Duty& duty, calendar::Date today) {
  report::DutyFilter filter;
  filter.form = duty.key.form;
  filter.organisation = duty.key.organisation;
  filter.obligation = duty.obligation->id;
  filter.period = calendar::Period::parse(duty.key.period);
  return collect_status(engine, filter, today).front();
}

}  // namespace

RecordedDispatch record_dispatch(Engine& engine, const DispatchRequest& request, const registry::Actor& actor) {
  const std::string number(trim(request.number));
  const std::string signer(trim(request.signer));
  if (number.empty() || signer.empty()) throw Error("DISPATCH-WORDS", {}, Error::Kind::usage);
  require_right(engine, report::RegisterAction::dispatch, actor);
  const report::Duty duty = duty_to_do(engine, request.key);
  const std::string code = typed_code(request.code);
  const report::Submission on_paper = report_on_paper(engine, duty.key, code);
  require_possible(request, on_paper, actor);
  RecordedDispatch out;
  out.dispatch = {duty.key, on_paper.number, code, request.date, number, signer};
  out.replaced = registry::Dispatches(engine.registry()).add(out.dispatch, actor);
  out.status = status_of_sent(engine, duty, actor.at.date);
  return out;
}

}  // namespace esep::app
