// SPDX-License-Identifier: MIT
#include "app/registers/decide.h"

#include <algorithm>

#include "app/core/known_keys.h"
#include "app/core/rights.h"
#include "app/core/typed_text.h"
#include "app/registers/register_types.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/shell.h"
#include "base/text.h"
#include "base/titled_list.h"
#include "report/read/choice_line.h"
#include "report/review/review.h"

namespace esep::app {
namespace {

const RegisterDefinition& decided_register(Engine& engine, const std::string& key) {
  for (const auto& definition : engine.catalog().registers()) {
    if (definition.by_role(RegisterRole::decision) != nullptr && engine.row(definition.id, key) != nullptr)
      return definition;
  }
  throw Error(Message("PROPOSAL-UNKNOWN", {{"key", key}}));
}

void put_role(const RegisterDefinition& definition, RegisterRow& proposal, RegisterRole role, form::Value value) {
  const auto* column = definition.by_role(role);
  if (column != nullptr) proposal.values[column->id] = std::move(value);
}

void require_not_withdrawn(VerdictTerms& terms, const RegisterRow& proposal) {
  if (const auto withdrawn = terms.taken_back(proposal))
    throw Error(Message("VERDICT-WITHDRAWN", {{"key", proposal.key}, {"withdrawn_on", withdrawn->dotted()}}));
}

// Whether the verdict is the first, or corrects one.
void check_turn(const RegisterDefinition& definition, const RegisterRow& proposal, const Verdict& verdict) {
  const Message::Args args{{"key", proposal.key}};
  const bool given = has_verdict(definition, proposal, verdict.kind);
  const bool deciding = verdict.kind == VerdictKind::decision;
  if (given && verdict.correction.empty())
    throw Error(Message(deciding ? "PROPOSAL-DECIDED" : "PROPOSAL-ANSWERED", args), "CORRECT-HINT");
  if (!given && !verdict.correction.empty())
    throw Error(Message(deciding ? "PROPOSAL-UNDECIDED" : "PROPOSAL-UNANSWERED", args), {}, Error::Kind::usage);
  const std::string decision = report::row_text(definition, proposal, RegisterRole::decision);
  if (!deciding && decision != "accepted") throw Error(Message("PROPOSAL-NOT-APPROVED", args));
}

void check_days(const RegisterDefinition& definition, const RegisterRow& proposal, const Verdict& verdict,
                calendar::Date today) {
  const bool deciding = verdict.kind == VerdictKind::decision;
  if (verdict.date > today)
    throw Error(Message(deciding ? "VERDICT-FUTURE" : "ANSWER-FUTURE",
                        {{"key", verdict.key}, {"date", verdict.date.dotted()}}));
  const auto before =
      report::row_date(definition, proposal, deciding ? RegisterRole::posted_on : RegisterRole::decided_on);
  if (before && verdict.date < *before) {
    throw Error(
        Message(deciding ? "PROPOSAL-EARLY" : "ANSWER-EARLY", {{"key", verdict.key}, {"date", before->dotted()}}));
  }
  const auto answered = report::row_date(definition, proposal, RegisterRole::answered_on);
  if (deciding && verdict.accepted && answered && *answered < verdict.date)
    throw Error(Message("ANSWER-EARLY", {{"key", verdict.key}, {"date", verdict.date.dotted()}}));
}

LocalText grounds_of(const form::RegisterColumn& column) {
  std::vector<Titled> out;
  for (const auto& choice : column.choices) out.push_back({choice.id, choice.title});
  return titled_list(out);
}

// The id of the ground that the verdict names, by its id or its title, as an import reads it.
std::string ground_of(const RegisterDefinition& definition, const Verdict& verdict) {
  if (verdict.ground.empty()) return {};
  const auto* column = definition.by_role(RegisterRole::decision_ground);
  const bool refusal = verdict.kind == VerdictKind::decision && !verdict.accepted;
  if (column == nullptr || !refusal) throw Error("VERDICT-GROUND-UNASKED", {}, Error::Kind::usage);
  if (const form::Choice* named = report::find_choice(*column, trim(verdict.ground))) return named->id;
  std::vector<std::string> known;
  for (const auto& choice : column->choices) known.push_back(choice.id);
  throw Error(Message("VERDICT-GROUND-UNKNOWN", {{"ground", verdict.ground}, {"known", grounds_of(*column)}}),
              did_you_mean(verdict.ground, known), Error::Kind::usage);
}

// The operator's decision and the administrator's answer come from two people, whatever their roles.
void check_hands(Engine& engine, const RegisterDefinition& definition, const Verdict& verdict,
                 const registry::Actor& actor) {
  const char* other = verdict.kind == VerdictKind::decision ? "answer" : "decide";
  for (const std::string& user : engine.registry().row_writers(definition, verdict.key, other)) {
    if (report::person(user) != report::person(actor.user)) continue;
    throw registry::StepRefused(Message("FOUR-EYES-VERDICT", {{"user", actor.user}, {"key", verdict.key}}),
                                "STEP-HINT-PROPOSAL");
  }
}

// What to say of a verdict that is recorded all the same.
std::vector<Message> warnings_of(VerdictTerms& terms, const RegisterDefinition& definition, const RegisterRow& proposal,
                                 const Verdict& verdict) {
  std::vector<Message> out;
  const auto add = [&](std::optional<Message> message) {
    if (message) out.push_back(std::move(*message));
  };
  const bool deciding = verdict.kind == VerdictKind::decision;
  if (deciding) add(terms.outside(proposal));
  add(terms.late(proposal, verdict.kind, verdict.date));
  if (deciding && verdict.accepted) add(terms.tight(proposal));
  const auto* grounds = definition.by_role(RegisterRole::decision_ground);
  if (deciding && !verdict.accepted && grounds != nullptr && verdict.ground.empty())
    add(Message("VERDICT-GROUND", {{"key", verdict.key}, {"known", grounds_of(*grounds)}}));
  return out;
}

void write_verdict(const RegisterDefinition& definition, RegisterRow& row, const Verdict& verdict) {
  const bool deciding = verdict.kind == VerdictKind::decision;
  put_role(definition, row, deciding ? RegisterRole::decision : RegisterRole::answer,
           std::string(verdict.accepted ? "accepted" : "refused"));
  put_role(definition, row, deciding ? RegisterRole::decision_reason : RegisterRole::answer_reason,
           typed_text(verdict.reason));
  put_role(definition, row, deciding ? RegisterRole::decided_on : RegisterRole::answered_on, verdict.date);
  if (!deciding) return;
  put_role(definition, row, RegisterRole::decision_ground,
           verdict.ground.empty() ? form::Value() : form::Value(verdict.ground));
  if (verdict.accepted) return;
  for (const RegisterRole role : verdict_roles(VerdictKind::answer)) put_role(definition, row, role, form::Value());
}

// A proposal that was taken back after the discussion counts all the same.
Error already_withdrawn(Engine& engine, const RegisterDefinition& definition, const RegisterRow& proposal,
                        calendar::Date day) {
  const bool counts = !VerdictTerms(engine, definition).taken_back(proposal);
  return Error(Message(counts ? "PROPOSAL-WITHDRAWN-COUNTS" : "PROPOSAL-WITHDRAWN-ALREADY",
                       {{"key", proposal.key}, {"date", day.dotted()}}),
               Message("WITHDRAWN-ALREADY-HINT", {{"argument", shell_quoted(proposal.key)}}));
}

const RegisterRow& recorded(const RegisterRow* old, const std::string& key) {
  if (old == nullptr) throw Error(Message("PROPOSAL-UNKNOWN", {{"key", key}}));
  return *old;
}

}  // namespace

std::vector<Message> give_verdict(Engine& engine, Verdict verdict, const registry::Actor& actor) {
  const bool deciding = verdict.kind == VerdictKind::decision;
  if (trim(verdict.reason).empty()) throw Error(deciding ? "VERDICT-REASON" : "ANSWER-REASON", {}, Error::Kind::usage);
  const auto action = deciding ? report::RegisterAction::decide : report::RegisterAction::answer;
  require_right(engine, action, actor);
  engine.calendar().require_covered(verdict.date);  // else nobody can say whether it is late
  const RegisterDefinition& definition = decided_register(engine, verdict.key);
  verdict.ground = ground_of(definition, verdict);
  std::vector<Message> out;
  // Somebody else may have decided since the register was read, so the transaction checks again.
  const auto settle = [&](RegisterRow& row, const RegisterRow* old) {
    row = recorded(old, verdict.key);
    require_right(engine, action, actor, organisation_of_row(engine, definition, row));
    VerdictTerms terms(engine, definition);
    require_not_withdrawn(terms, row);
    check_hands(engine, definition, verdict, actor);
    check_turn(definition, row, verdict);
    check_days(definition, row, verdict, actor.at.date);
    if (!deciding) {
      if (auto outside = terms.outside(row)) throw Error(std::move(*outside));
    }
    write_verdict(definition, row, verdict);
    out = warnings_of(terms, definition, row, verdict);
  };
  engine.registry().import_rows(definition, {{verdict.key, {}}},
                                {deciding ? "decide" : "answer", typed_text_or_none(verdict.correction)}, actor,
                                settle);
  engine.forget_rows();
  return out;
}

std::optional<Message> withdraw_proposal(Engine& engine, const std::string& key, calendar::Date date,
                                         const registry::Actor& actor) {
  require_right(engine, report::RegisterAction::decide, actor);
  const RegisterDefinition& definition = decided_register(engine, key);
  if (date > actor.at.date) throw Error(Message("PROPOSAL-FUTURE", {{"date", date.dotted()}}));
  std::optional<Message> out;
  const auto settle = [&](RegisterRow& row, const RegisterRow* old) {
    row = recorded(old, key);
    require_right(engine, report::RegisterAction::decide, actor, organisation_of_row(engine, definition, row));
    if (const auto before = report::row_date(definition, row, RegisterRole::withdrawn_on))
      throw already_withdrawn(engine, definition, row, *before);
    const auto posted = report::row_date(definition, row, RegisterRole::posted_on);
    if (posted && date < *posted) throw Error(Message("PROPOSAL-EARLY", {{"key", key}, {"date", posted->dotted()}}));
    put_role(definition, row, RegisterRole::withdrawn_on, date);
    VerdictTerms terms(engine, definition);
    const Window* window = terms.discussion(row);
    if (window != nullptr && date > window->ends_on)
      out = Message("PROPOSAL-TAKEN-BACK-LATE", {{"key", key}, {"end", window->ends_on.dotted()}});
  };
  engine.registry().import_rows(definition, {{key, {}}}, {"withdraw"}, actor, settle);
  engine.forget_rows();
  return out;
}

void keep_proposal(Engine& engine, const std::string& key, const std::string& reason, const registry::Actor& actor) {
  if (trim(reason).empty()) throw Error("VERDICT-REASON", {}, Error::Kind::usage);
  require_right(engine, report::RegisterAction::decide, actor);
  const RegisterDefinition& definition = decided_register(engine, key);
  const auto settle = [&](RegisterRow& row, const RegisterRow* old) {
    row = recorded(old, key);
    require_right(engine, report::RegisterAction::decide, actor, organisation_of_row(engine, definition, row));
    if (!report::row_date(definition, row, RegisterRole::withdrawn_on))
      throw Error(Message("PROPOSAL-NOT-WITHDRAWN", {{"key", key}}));
    put_role(definition, row, RegisterRole::withdrawn_on, form::Value());
  };
  engine.registry().import_rows(definition, {{key, {}}}, {"withdraw", typed_text(reason)}, actor, settle);
  engine.forget_rows();
}

}  // namespace esep::app
