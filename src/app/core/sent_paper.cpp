// SPDX-License-Identifier: MIT
#include "app/core/sent_paper.h"

#include <algorithm>
#include <map>

#include "app/core/names.h"
#include "app/core/standing_words.h"
#include "app/core/titles.h"
#include "base/text.h"
#include "report/review/workflow.h"

namespace esep::app {
namespace {

using report::PaperChange;
using report::ReportKey;
using report::Submission;

bool names_table(const std::string& sql, const std::string& table) {
  const auto of_a_name = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_'; };
  for (size_t at = sql.find(table); at != std::string::npos; at = sql.find(table, at + 1)) {
    const size_t end = at + table.size();
    const bool begins = at == 0 || !of_a_name(sql[at - 1]);
    if (begins && (end == sql.size() || !of_a_name(sql[end]))) return true;
  }
  return false;
}

}  // namespace

bool reads(const form::FormDefinition& composed, const std::string& table) {
  return names_table(composed.rows.source, table) ||
         std::any_of(composed.fields.begin(), composed.fields.end(),
                     [&](const form::Field& field) { return names_table(field.query, table); });
}

namespace {

std::vector<std::string> source_forms(Engine& engine, const form::FormDefinition& composed) {
  std::vector<std::string> out;
  for (const std::string& form : engine.catalog().form_ids()) {
    if (form == composed.id) continue;
    if (reads(composed, form)) out.push_back(form);
  }
  return out;
}

using report::Action;

// The state of the register at the moment in which a report was composed. Its number and its entry of the history tell
// what was there before and what came later.
class Moment {
 public:
  Moment(PaperSources& sources, const Submission& composed) : sources_(sources), composed_(composed) {
    for (const auto& step : sources.steps_of(composed)) {
      if (step.action == Action::submit) seq_ = step.seq;
    }
  }

  // The last day on which such a step was taken after the moment; nullopt: none was.
  std::optional<calendar::Date> step_since(const Submission& of, Action action) const {
    std::optional<calendar::Date> out;
    for (const auto& step : sources_.steps_of(of)) {
      if (step.action == action && step.seq > seq_) out = step.at.date;
    }
    return out;
  }

  bool was_in_force(const Submission& one) const {
    if (one.revision == 0 || one.id > composed_.id) return false;
    return one.state != report::State::withdrawn || step_since(one, Action::withdraw);
  }

  bool is_later(const Submission& one) const { return one.id > composed_.id; }

 private:
  PaperSources& sources_;
  const Submission& composed_;
  int64_t seq_ = 0;
};

// One report of the sources, over all its revisions.
struct History {
  const Submission* contained = nullptr;  // in the paper
  const Submission* now = nullptr;        // in force today
};

using Histories = std::map<ReportKey, History>;

Histories histories_of(const Moment& moment, const std::vector<const Submission*>& all) {
  Histories out;
  for (const Submission* one : all) {
    History& of = out[one->key];
    if (moment.was_in_force(*one)) of.contained = one;
    if (one->is_in_force()) of.now = one;
  }
  return out;
}

// Of a body that did not answer for the period the last report before it stands in the paper.
void leave_out_replaced(const std::string& period, Histories& histories) {
  if (period.empty()) return;
  std::map<ReportKey, std::string> last;  // without the period
  for (const auto& [key, of] : histories) {
    ReportKey who = key;
    who.period.clear();
    if (of.contained != nullptr) last[who] = std::max(last[who], key.period);
  }
  std::erase_if(histories, [&](const auto& one) {
    ReportKey who = one.first;
    who.period.clear();
    return one.first.period != period && one.first.period != last[who];
  });
}

std::optional<PaperChange> change_of(const Moment& moment, const History& of, const std::string& period) {
  const auto change = [](PaperChange::Kind kind, const Submission& s, calendar::Date since) {
    return PaperChange{kind, s.number, s.key.organisation, since};
  };
  if (of.contained == nullptr) {
    const bool other = !period.empty() && of.now != nullptr && of.now->key.period != period;
    if (of.now == nullptr || !moment.is_later(*of.now) || other) return std::nullopt;
    return change(PaperChange::Kind::came, *of.now, of.now->receipt.received.date);
  }
  if (of.now != nullptr && of.now != of.contained && moment.is_later(*of.now))
    return change(PaperChange::Kind::revised, *of.now, of.now->receipt.received.date);
  if (const auto day = moment.step_since(*of.contained, Action::withdraw))
    return change(PaperChange::Kind::withdrawn, *of.contained, *day);
  if (of.contained->state != report::State::returned) return std::nullopt;
  const auto day = moment.step_since(*of.contained, Action::send_back);
  if (!day) return std::nullopt;
  return change(PaperChange::Kind::returned, *of.contained, *day);
}

}  // namespace

const std::vector<std::string>& PaperSources::forms_of(const form::FormDefinition& composed) {
  const auto [at, fresh] = forms_.try_emplace(&composed);
  if (fresh) at->second = source_forms(engine_, composed);
  return at->second;
}

std::vector<const Submission*> PaperSources::reports_in(const Submission& composed,
                                                        const std::vector<std::string>& forms) {
  std::vector<const Submission*> out;
  const ReportKey& key = composed.key;
  for (const std::string& form : forms) {
    const auto [at, fresh] = reports_.try_emplace(form);
    if (fresh) {
      registry::Registry::Filter filter;
      filter.form = form;
      if (of_ == Of::one) filter.subject = key.subject;
      if (of_ == Of::one && !key.subject.empty()) filter.organisation = key.organisation;
      at->second = engine_.registry().submissions(filter);
    }
    for (const Submission& one : at->second) {
      const bool other =
          !key.subject.empty() && (one.key.subject != key.subject || one.key.organisation != key.organisation);
      const bool until_then = key.period.empty() || one.key.period <= key.period;
      if (!other && !one.key.period.empty() && until_then) out.push_back(&one);
    }
  }
  return out;
}

const std::vector<registry::StepTaken>& PaperSources::steps_of(const Submission& submission) {
  static const std::vector<Action> kAsked{Action::submit, Action::withdraw, Action::send_back};
  const registry::ReviewRecords records(engine_.registry());
  const std::string& form = submission.key.form;
  if (of_ == Of::one) {
    const auto [at, fresh] = steps_.try_emplace(submission.id);
    if (fresh) at->second = records.steps(submission.id, kAsked);
    return at->second;
  }
  if (steps_read_.try_emplace(form, true).second) {
    for (auto& step : records.steps(form, kAsked)) steps_[step.submission].push_back(std::move(step));
  }
  return steps_[submission.id];
}

namespace {

// How many returned reports the composed one names: it was registered with a finding for each.
int returned_in(Engine& engine, const Submission& composed) {
  int out = 0;
  for (const auto& [finding, message] : engine.registry().findings(composed.id))
    out += finding.code == "SOURCE-RETURNED";
  return out;
}

// The reports of which one with this key would be made now.
Histories sources_now(PaperSources& sources, const ReportKey& key, const std::vector<std::string>& forms) {
  Submission composed;
  composed.key = key;
  Histories out;
  for (const Submission* one : sources.reports_in(composed, forms)) {
    if (one->is_in_force()) out[one->key] = {one, one};
  }
  leave_out_replaced(key.period, out);
  return out;
}

// The bodies that are excused and have not reported, and how many of the others have: who is excused is not expected.
std::optional<report::Finding> excused_mark(Engine& engine, const std::vector<report::Duty>& duties,
                                            const Histories& there, calendar::Date on) {
  const auto waivers = engine.registry().waivers();
  LocalText names;
  size_t excused = 0;
  for (const report::Duty& duty : duties) {
    if (there.contains(duty.key) || report::waiver_on(waivers, duty.key, on) == nullptr) continue;
    append(names, organisation_title(engine, duty.key.organisation), ", ");
    ++excused;
  }
  if (excused == 0) return std::nullopt;
  const auto reported =
      std::count_if(duties.begin(), duties.end(), [&](const report::Duty& duty) { return there.contains(duty.key); });
  return report::Finding::of(Message("SOURCES-EXCUSED", {{"names", std::move(names)},
                                                         {"reported", std::to_string(reported)},
                                                         {"owed", std::to_string(duties.size() - excused)}}))
      .as(Severity::warning);
}

}  // namespace

const std::set<std::string>& source_mark_codes() {
  static const std::set<std::string> kCodes{"SOURCE-RETURNED", "SOURCES-EXCUSED"};
  return kCodes;
}

report::Findings source_marks(Engine& engine, const form::FormDefinition& composed, const ReportKey& key,
                              calendar::Date on) {
  PaperSources sources(engine, PaperSources::Of::one);
  const auto& forms = sources.forms_of(composed);
  const Histories there = sources_now(sources, key, forms);
  report::Findings out;
  for (const auto& [of, history] : there) {
    if (history.now->state != report::State::returned) continue;
    out.push_back(
        report::Finding::of(Message("SOURCE-RETURNED", {{"number", history.now->number},
                                                        {"organisation", organisation_title(engine, of.organisation)}}))
            .as(Severity::warning));
  }
  for (const std::string& form : forms) {
    report::DutyFilter filter;
    filter.form = form;
    filter.period = calendar::Period::parse(key.period);
    if (!filter.period) continue;
    if (auto excused = excused_mark(engine, engine.duties(filter), there, on)) out.push_back(std::move(*excused));
  }
  return out;
}

Completeness completeness_of(Engine& engine, const Submission& composed) {
  PaperSources sources(engine, PaperSources::Of::one);
  const Moment moment(sources, composed);
  const auto& forms = sources.forms_of(engine.form_of(composed));
  const Histories histories = histories_of(moment, sources.reports_in(composed, forms));
  const auto waivers = engine.registry().waivers();
  const calendar::Date day = composed.receipt.received.date;
  Completeness out;
  out.returned = returned_in(engine, composed);
  for (const std::string& form : forms) {
    report::DutyFilter filter;
    filter.form = form;
    filter.period = calendar::Period::parse(composed.key.period);
    for (const report::Duty& duty : engine.duties(filter)) {
      if (duty.due.effective) out.term = std::max(out.term.value_or(*duty.due.effective), *duty.due.effective);
      const auto at = histories.find(duty.key);
      const bool there = at != histories.end() && at->second.contained != nullptr;
      if (!there && report::waiver_on(waivers, duty.key, day) == nullptr) ++out.missing;
    }
  }
  return out;
}

std::vector<PaperChange> changes_since(Engine& engine, const Submission& composed) {
  return PaperSources(engine, PaperSources::Of::one).changes_since(composed);
}

std::vector<PaperChange> PaperSources::changes_since(const Submission& composed) {
  const auto* form = engine_.find_form_of(composed);
  if (form == nullptr || forms_of(*form).empty()) return {};
  const Moment moment(*this, composed);
  Histories histories = histories_of(moment, reports_in(composed, forms_of(*form)));
  leave_out_replaced(composed.key.period, histories);
  std::vector<PaperChange> out;
  for (const auto& [key, of] : histories) {
    if (auto change = change_of(moment, of, composed.key.period)) out.push_back(std::move(*change));
  }
  const bool sent = report::is_done_by_dispatch(engine_.catalog(), composed.key.form);
  if (const auto day = sent ? moment.step_since(composed, Action::withdraw) : std::nullopt)
    out.push_back({PaperChange::Kind::withdrawn, composed.number, composed.key.organisation, *day});
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.since < b.since; });
  return out;
}

report::DeliveredRevision delivered_revision(const Submission& delivered, const Submission* in_force) {
  report::DeliveredRevision out{delivered.revision, delivered.state};
  if (in_force == nullptr || in_force->revision <= delivered.revision) return out;
  out.replaced_by = in_force->revision;
  out.later_number = in_force->number;
  out.later_on = in_force->receipt.received.date;
  return out;
}

void complete_delivery(Engine& engine, report::Delivery& delivery) {
  if (!delivery.deed || delivery.deed->report.empty()) return;
  for (report::EarlierLetter& one : delivery.earlier) {
    const Submission sent = engine.registry().find(one.deed.report);
    one.revision = sent.revision;
    if (const auto withdrawal = withdrawal_of(engine, sent)) one.withdrawn = withdrawal->on;
  }
  const Submission composed = engine.registry().find(delivery.deed->report);
  const auto in_force = engine.registry().latest_accepted(composed.key);
  delivery.revision = delivered_revision(composed, in_force ? &*in_force : nullptr);
  if (!delivery.deed->sent) return;
  report::SentPaper& sent = *delivery.deed->sent;
  const Completeness completeness = completeness_of(engine, composed);
  if (completeness.term && composed.receipt.received.date <= *completeness.term)
    delivery.before_term = completeness.term;
  if (!sent.missing) sent.missing = completeness.missing;
  delivery.returned = completeness.returned;
  delivery.changes = changes_since(engine, composed);
}

}  // namespace esep::app
