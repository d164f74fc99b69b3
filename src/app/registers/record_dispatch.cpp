// SPDX-License-Identifier: MIT
#include "app/registers/record_dispatch.h"

#include <algorithm>
#include <array>

#include "app/core/addressee.h"
#include "app/core/duty_of.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/rights.h"
#include "app/core/sent_paper.h"
#include "app/core/titles.h"
#include "app/core/typed_text.h"
#include "app/registers/add_deed.h"
#include "app/registers/status_of_duty.h"
#include "base/error.h"
#include "base/text.h"
#include "registry/details.h"
#include "registry/doctor/replayed_states.h"

namespace esep::app {
namespace {

report::Duty duty_to_do(Engine& engine, const report::ReportKey& key) {
  require_period_kind(engine, key.form, calendar::Period::parse(key.period));
  require_known(engine, key);
  auto duties = duties_like(engine, key);
  std::erase_if(duties, [](const report::Duty& duty) { return !duty.by_dispatch; });
  if (duties.size() == 1) return std::move(duties.front());
  throw Error(Message("DISPATCH-NO-DUTY", {{"report", report_words(engine, key)}}));
}

// A paper says of itself if the report was withdrawn, replaced or returned.
bool was_in_force_on_paper(const registry::History& history, const report::Submission& submission,
                           const std::string& code) {
  using report::State;
  constexpr std::array kInForce{State::received, State::under_review, State::approved};
  registry::ReplayedStates states;
  for (const registry::HistoryEntry& entry : history.entries()) {
    states.take(entry);
    if (entry.action != "paper" || entry.submission != submission.id) continue;
    if (registry::details_by_key(entry.details)["code"] != code) continue;
    const State then = states.state(submission.id).value_or(State::withdrawn);
    return std::find(kInForce.begin(), kInForce.end(), then) != kInForce.end();
  }
  return false;
}

// The report on the paper with this code.
report::Submission report_on_paper(Engine& engine, const report::ReportKey& key, const std::string& code) {
  const std::string kind = std::string(registry::paper_kind_name(registry::PaperKind::report)) + " ";
  for (const registry::Paper& paper : engine.registry().papers_with_code(code)) {
    if (!paper.submission || !paper.name.starts_with(kind)) continue;
    report::Submission submission = engine.registry().find(std::to_string(*paper.submission));
    if (submission.key == key && was_in_force_on_paper(engine.registry().history(), submission, code))
      return submission;
  }
  throw Error(Message("DISPATCH-CODE", {{"code", code}, {"report", report_words(engine, key)}}), "DISPATCH-CODE-HINT");
}

void require_sendable(const report::Deed& deed, const report::Submission& on_paper, const registry::Actor& actor) {
  if (deed.date > actor.at.date) throw Error(Message("DISPATCH-FUTURE", {{"date", deed.date.dotted()}}));
  const calendar::Date composed = on_paper.receipt.received.date;
  if (deed.date >= composed) return;
  throw Error(Message("DISPATCH-BEFORE-PAPER", {{"date", deed.date.dotted()}, {"composed", composed.dotted()}}));
}

// What the paper says of itself on each page must be known to the one who records that it was sent.
Completeness require_final(Engine& engine, const report::Submission& on_paper, bool said_incomplete) {
  const Completeness completeness = completeness_of(engine, on_paper);
  const calendar::Date composed = on_paper.receipt.received.date;
  if (completeness.term && composed <= *completeness.term)
    throw Error(Message("DISPATCH-EARLY", {{"composed", composed.dotted()}, {"term", completeness.term->dotted()}}),
                Message("DISPATCH-EARLY-HINT", {{"form", on_paper.key.form}}));
  if (completeness.missing > 0 && !said_incomplete)
    throw Error(Message("DISPATCH-INCOMPLETE", {{"count", std::to_string(completeness.missing)}}),
                "DISPATCH-INCOMPLETE-HINT");
  if (completeness.returned > 0 && !said_incomplete)
    throw Error(Message("DISPATCH-RETURNED", {{"count", std::to_string(completeness.returned)}}),
                "DISPATCH-RETURNED-HINT");
  if (completeness.missing == 0 && completeness.returned == 0 && said_incomplete)
    throw Error("DISPATCH-COMPLETE", {}, Error::Kind::usage);
  return completeness;
}

// «№ 12-3/451» is the number 12-3/451: every list writes the sign itself.
std::string number_alone(const std::string& typed) {
  constexpr std::string_view kSign = "№";
  const std::string number = trim(typed);
  return number.starts_with(kSign) ? trim(number.substr(kSign.size())) : number;
}

// A complete paper that was sent must not disappear behind a later incomplete one.
void require_no_loss(Engine& engine, const report::Deed* before, bool is_complete) {
  if (before == nullptr || !before->sent || is_complete) return;
  report::Delivery earlier{{}, *before};
  complete_delivery(engine, earlier);
  if (earlier.before_term || earlier.deed->sent->missing.value_or(0) > 0 || earlier.returned > 0) return;
  throw Error(
      Message("DISPATCH-REPLACES-COMPLETE", {{"number", before->sent->number}, {"date", before->date.dotted()}}),
      "DISPATCH-REPLACES-COMPLETE-HINT");
}

}  // namespace

RecordedDispatch record_dispatch(Engine& engine, const DispatchRequest& request, const registry::Actor& actor) {
  RecordedDispatch out{request.deed, {}, {}};
  report::Deed& deed = out.deed;
  report::SentPaper& sent = deed.sent.emplace(deed.sent.value_or(report::SentPaper{}));
  sent.number = typed_text_or_none(number_alone(sent.number));
  sent.signer = typed_text_or_none(sent.signer);
  if (!deed.withdrawn && (sent.number.empty() || sent.signer.empty()))
    throw Error("DISPATCH-WORDS", {}, Error::Kind::usage);
  report::Duty duty;
  const auto first = [&] {  // registers may change until the turn comes
    engine.forget_rows();
    duty = duty_to_do(engine, request.deed.key);
    require_right(engine, report::RegisterAction::dispatch, actor, duty.key.organisation);
    require_addressee(engine, duty.obligation->recipient, deed.addressee, deed.date);
    deed.key = duty.key;
    deed.obligation = duty.obligation->id;
  };
  first();
  if (!deed.withdrawn) {
    sent.code = typed_paper_code(sent.code);
    const report::Submission on_paper = report_on_paper(engine, duty.key, sent.code);
    deed.report = on_paper.number;
    require_sendable(deed, on_paper, actor);
    const Completeness completeness = require_final(engine, on_paper, request.incomplete);
    sent.missing = completeness.missing;
    sent.returned = completeness.returned;
  }
  const auto permit = [&](const report::Deed* before) {
    if (!deed.withdrawn) require_no_loss(engine, before, !request.incomplete);
  };
  out.replaced = add_deed(engine, deed, actor, permit, first);
  out.repeated = out.replaced == deed;
  out.status = status_of_duty(engine, duty, actor.at.date);
  return out;
}

}  // namespace esep::app
