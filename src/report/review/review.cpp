// SPDX-License-Identifier: MIT
#include "report/review/review.h"

#include <algorithm>

#include "base/enum_names.h"
#include "base/skeleton.h"
#include "base/text.h"
#include "calendar/due_rule.h"

namespace esep::report {
namespace {

constexpr EnumNames<Recommendation::State, 3> kRecommendationStates{{{Recommendation::State::open, "open"},
                                                                     {Recommendation::State::answered, "answered"},
                                                                     {Recommendation::State::closed, "closed"}}};

bool is_reporting(Action action) {
  return action == Action::submit || action == Action::withdraw || action == Action::answer;
}

bool did(const ActionsByPerson& done, const std::string& user, bool (*which)(Action)) {
  const auto at = done.find(person(user));
  return at != done.end() && std::any_of(at->second.begin(), at->second.end(), which);
}

bool did(const ActionsByPerson& done, const std::string& user, Action action) {
  const auto at = done.find(person(user));
  return at != done.end() && at->second.contains(action);
}

Message about(const char* key, const StepRequest& request, const std::string& user) {
  return {key, {{"user", user}, {"number", request.number}}};
}

std::optional<Message> four_eyes(const ActionsByPerson& done, const StepRequest& request) {
  const bool naming = request.action == Action::open || request.action == Action::assign;
  const std::string& who = naming ? request.reviewer : request.user;
  if ((naming || is_reviewing(request.action)) && did(done, who, is_reporting)) {
    return about("FOUR-EYES-SUBMITTED", request, who);
  }
  if (is_reporting(request.action) && did(done, who, is_reviewing)) return about("FOUR-EYES-REVIEWED", request, who);
  if (request.action == Action::approve && did(done, who, Action::recommend)) {
    return about("FOUR-EYES-RECOMMENDED", request, who);
  }
  if (request.action == Action::recommend && did(done, who, Action::approve)) {
    return about("FOUR-EYES-APPROVED", request, who);
  }
  return std::nullopt;
}

bool has_role(const std::set<std::string>& has, const std::vector<std::string>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& role) { return has.contains(role); });
}

const char* state_key(State state) {
  switch (state) {
    case State::rejected:
      return "STEP-STATE-REJECTED";
    case State::received:
      return "STEP-STATE-RECEIVED";
    case State::under_review:
      return "STEP-STATE-UNDER-REVIEW";
    case State::returned:
      return "STEP-STATE-RETURNED";
    case State::approved:
      return "STEP-STATE-APPROVED";
    case State::superseded:
      return "STEP-STATE-SUPERSEDED";
    case State::withdrawn:
      return "STEP-STATE-WITHDRAWN";
    case State::none:
      break;
  }
  return "STEP-STATE-NONE";
}

std::optional<Message> role_refusal(const Workflow& workflow, const Users& users, const std::string& user,
                                    const LocalText& title, const std::vector<std::string>& roles) {
  if (!users) return std::nullopt;
  const auto at = users->find(user);
  if (at == users->end()) return Message("STEP-USER-UNKNOWN", {{"user", user}});
  if (has_role(at->second.roles, roles)) return std::nullopt;
  return Message("STEP-ROLE", {{"user", user}, {"action", title}, {"roles", role_titles(workflow, roles)}});
}

}  // namespace

bool is_reviewing(Action action) {
  switch (action) {
    case Action::open:
    case Action::note:
    case Action::assess:
    case Action::recommend:
    case Action::close:
    case Action::send_back:
    case Action::approve:
      return true;
    default:
      return false;
  }
}

Message::Value role_titles(const Workflow& workflow, const std::vector<std::string>& roles) {
  LocalText out;
  for (const std::string& id : roles) {
    if (const Role* role = workflow.role(id)) append(out, role->title, ", ");
  }
  return out;
}

std::string person(std::string_view user) { return skeleton(user); }

std::string_view recommendation_state_name(Recommendation::State state) {
  return enum_name(kRecommendationStates, state);
}
std::optional<Recommendation::State> recommendation_state_from(std::string_view name) {
  return enum_from(kRecommendationStates, name);
}

std::optional<Message> refusal(const Workflow& workflow, const Users& users, const ActionsByPerson& done,
                               const StepRequest& request) {
  const Step& step = workflow.step(request.action);
  if (auto role = role_refusal(workflow, users, request.user, step.title, step.roles)) return role;
  if (auto body = body_refusal(users, request.user, request.organisation)) return body;
  // The assigned reviewer must be allowed to write notes.
  const bool naming = request.action == Action::open || request.action == Action::assign;
  if (naming) {
    const Step& note = workflow.step(Action::note);
    if (auto role = role_refusal(workflow, users, request.reviewer, note.title, note.roles)) {
      if (role->key != "STEP-ROLE") return role;
      const bool self = request.action == Action::open && request.reviewer == request.user;
      return Message(self ? "STEP-OPEN-SELF" : "STEP-REVIEWER-ROLE",
                     {{"user", request.reviewer}, {"roles", role_titles(workflow, note.roles)}});
    }
  }
  if (std::find(step.from.begin(), step.from.end(), request.state) == step.from.end()) {
    return Message(state_key(request.state), {{"number", request.number}, {"action", step.title}});
  }
  return four_eyes(done, request);
}

std::optional<Message> right_refusal(const Workflow& workflow, const Users& users, RegisterAction action,
                                     const std::string& user) {
  const Right& right = workflow.right(action);
  return role_refusal(workflow, users, user, right.title, right.roles);
}

std::optional<Message> day_refusal(const Workflow& workflow, const Users& users, const std::string& user,
                                   calendar::Date day, const std::optional<calendar::LocalTime>& clock) {
  if (!clock || clock->date == day) return std::nullopt;
  if (!right_refusal(workflow, users, RegisterAction::other_day, user)) return std::nullopt;
  return Message("DAY-OTHER", {{"user", user},
                               {"day", day.dotted()},
                               {"clock", clock->date.dotted()},
                               {"roles", role_titles(workflow, workflow.right(RegisterAction::other_day).roles)}});
}

std::optional<Message> body_refusal(const Users& users, const std::string& user, const std::string& organisation) {
  if (!users) return std::nullopt;
  const auto at = users->find(user);
  if (at == users->end() || !at->second.bodies || at->second.bodies->contains(organisation)) return std::nullopt;
  const auto& bodies = *at->second.bodies;
  if (bodies.empty()) return Message("STEP-BODY-NONE", {{"user", user}});
  return Message("STEP-BODY", {{"user", user},
                               {"organisation", organisation.empty() ? std::string("—") : organisation},
                               {"bodies", join({bodies.begin(), bodies.end()}, ", ")}});
}

std::optional<Message> every_body_refusal(const Users& users, const std::string& user) {
  if (!users) return std::nullopt;
  const auto at = users->find(user);
  if (at == users->end() || !at->second.bodies) return std::nullopt;
  const auto& bodies = *at->second.bodies;
  if (bodies.empty()) return Message("STEP-BODY-NONE", {{"user", user}});
  return Message("STEP-EVERY-BODY", {{"user", user}, {"bodies", join({bodies.begin(), bodies.end()}, ", ")}});
}

calendar::Date examination_due(calendar::Date received, int working_days, const calendar::WorkingDays& calendar) {
  return calendar.add_working(received, working_days);
}

TermState term_on(calendar::Date due, calendar::Date on, const calendar::WorkingDays& calendar) {
  if (on <= due) return {due, calendar.count_working(on, due), 0};
  if (!calendar.covers(on)) return {due, 0, 0, true};
  return {due, 0, calendar::working_days_overdue(due, on, calendar)};
}

TermState term_met(calendar::Date due, calendar::Date concluded, const calendar::WorkingDays& calendar) {
  if (concluded <= due) return {due, calendar.count_working(concluded, due), 0};
  if (!calendar.covers(concluded)) return {due, 0, 0, true};
  return {due, 0, calendar::working_days_late(due, concluded, calendar)};
}

}  // namespace esep::report
