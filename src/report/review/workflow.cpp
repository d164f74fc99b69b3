// SPDX-License-Identifier: MIT
#include "report/review/workflow.h"

#include <algorithm>

#include "base/enum_names.h"
#include "base/text.h"
#include "base/titled_list.h"
#include "datafile/toml.h"

namespace esep::report {
namespace {

using datafile::TableReader;

constexpr EnumNames<Action, 11> kActions{{{Action::submit, "submit"},
                                          {Action::withdraw, "withdraw"},
                                          {Action::open, "open"},
                                          {Action::assign, "assign"},
                                          {Action::note, "note"},
                                          {Action::assess, "assess"},
                                          {Action::recommend, "recommend"},
                                          {Action::answer, "answer"},
                                          {Action::close, "close"},
                                          {Action::send_back, "return"},
                                          {Action::approve, "approve"}}};

constexpr EnumNames<RegisterAction, 17> kRegisterActions{{{RegisterAction::import, "import"},
                                                          {RegisterAction::event, "event"},
                                                          {RegisterAction::decide, "decide"},
                                                          {RegisterAction::answer, "answer"},
                                                          {RegisterAction::waive, "waive"},
                                                          {RegisterAction::lock, "lock"},
                                                          {RegisterAction::unlock, "unlock"},
                                                          {RegisterAction::attach, "attach"},
                                                          {RegisterAction::dispatch, "dispatch"},
                                                          {RegisterAction::done, "done"},
                                                          {RegisterAction::restore, "restore"},
                                                          {RegisterAction::queue, "queue"},
                                                          {RegisterAction::queue_provider, "queue_provider"},
                                                          {RegisterAction::export_personal, "export_personal"},
                                                          {RegisterAction::backdate, "backdate"},
                                                          {RegisterAction::other_day, "other_day"},
                                                          {RegisterAction::accounts, "accounts"}}};

const std::vector<std::string>& state_words() {
  static const std::vector<std::string> kWords{"none",     "rejected", "received",   "under_review",
                                               "returned", "approved", "superseded", "withdrawn"};
  return kWords;
}

std::optional<State> state_of(TableReader& table, std::string_view key, const std::string& word) {
  if (word == "none") return State::none;
  if (const auto state = state_from(word)) return state;
  table.report(
      key, "TOML-BAD-VALUE",
      Message("TOML-BAD-VALUE", {{"key", std::string(key)}, {"value", word}, {"known", join(state_words(), ", ")}}),
      nearest(word, state_words()));
  return std::nullopt;
}

void check_role(TableReader& table, const Workflow& workflow, const std::string& role) {
  if (workflow.role(role) != nullptr) return;
  std::vector<std::string> known;
  std::vector<Titled> titled;
  for (const Role& one : workflow.roles) {
    known.push_back(one.id);
    titled.push_back({one.id, one.title});
  }
  table.report("roles", "WORKFLOW-ROLE", Message("WORKFLOW-ROLE", {{"role", role}, {"known", titled_list(titled)}}),
               nearest(role, known));
}

void report_twice(TableReader& table, std::string_view action) {
  table.report("action", "WORKFLOW-ACTION-TWICE", Message("WORKFLOW-ACTION-TWICE", {{"action", std::string(action)}}));
}

void read_step(TableReader& table, Workflow& out) {
  Step step;
  const auto given = table.optional_string("action");
  const bool known = given && action_from(*given).has_value();
  step.action = action_from(table.one_of("action", enum_words(kActions))).value_or(Action::open);
  step.title = table.required_text("title");
  for (const std::string& word : table.strings("from")) {
    if (const auto state = state_of(table, "from", word)) step.from.push_back(*state);
  }
  if (const auto state = table.optional_string("to")) step.to = state_of(table, "to", *state);
  step.roles = table.strings("roles");
  for (const std::string& role : step.roles) check_role(table, out, role);
  const bool twice =
      std::any_of(out.steps.begin(), out.steps.end(), [&](const Step& s) { return s.action == step.action; });
  if (known && twice) report_twice(table, action_name(step.action));
  table.finish();
  if (known) out.steps.push_back(std::move(step));
}

void read_right(TableReader& table, Workflow& out) {
  Right right;
  std::vector<std::string> words;
  for (const auto& [action, name] : kRegisterActions) words.emplace_back(name);
  const std::string word = table.one_of("action", words);
  const auto known = std::find_if(kRegisterActions.begin(), kRegisterActions.end(),
                                  [&](const auto& one) { return one.second == word; });
  right.title = table.required_text("title");
  right.roles = table.strings("roles");
  for (const std::string& role : right.roles) check_role(table, out, role);
  if (known != kRegisterActions.end()) {
    right.action = known->first;
    const bool twice =
        std::any_of(out.rights.begin(), out.rights.end(), [&](const Right& r) { return r.action == right.action; });
    if (twice) report_twice(table, word);
  }
  table.finish();
  if (known != kRegisterActions.end()) out.rights.push_back(std::move(right));
}

void read_examination(TableReader& table, Workflow& out) {
  Examination one;
  one.form = table.required_string("form");
  one.working_days = static_cast<int>(std::clamp<int64_t>(table.required_integer("working_days"), 0, 1000));
  if (one.working_days == 0) {
    table.report("working_days", "TOML-BAD-VALUE",
                 Message("TOML-BAD-VALUE", {{"key", "working_days"}, {"value", "0"}, {"known", "1, 2, 3 …"}}));
  }
  one.law = table.required_text("law");
  one.approve_needs_assessment = table.boolean_or("approve_needs_assessment", false);
  one.checklist = one.approve_needs_assessment ? table.required_string("checklist") : table.string_or("checklist", "");
  table.finish();
  out.examinations.push_back(std::move(one));
}

}  // namespace

std::string_view action_name(Action action) { return enum_name(kActions, action); }
std::optional<Action> action_from(std::string_view name) { return enum_from(kActions, name); }

const std::vector<Action>& all_actions() {
  static const std::vector<Action> kAll = enum_values(kActions);
  return kAll;
}

std::string_view register_action_name(RegisterAction action) { return enum_name(kRegisterActions, action); }

const std::vector<RegisterAction>& all_register_actions() {
  static const std::vector<RegisterAction> kAll = enum_values(kRegisterActions);
  return kAll;
}

const Right& Workflow::right(RegisterAction action) const {
  const auto at =
      std::find_if(rights.begin(), rights.end(), [&](const Right& right) { return right.action == action; });
  static const Right kNobody;
  return at == rights.end() ? kNobody : *at;
}

const Role* Workflow::role(std::string_view id) const {
  const auto at = std::find_if(roles.begin(), roles.end(), [&](const Role& role) { return role.id == id; });
  return at == roles.end() ? nullptr : &*at;
}

const Step& Workflow::step(Action action) const {
  const auto at = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.action == action; });
  static const Step kNever;
  return at == steps.end() ? kNever : *at;
}

const Examination* Workflow::examination(std::string_view form) const {
  const auto at =
      std::find_if(examinations.begin(), examinations.end(), [&](const Examination& e) { return e.form == form; });
  return at == examinations.end() ? nullptr : &*at;
}

Workflow read_workflow(const datafile::LibraryFile& file, Diagnostics& diagnostics) {
  Workflow out;
  const auto parsed = datafile::File::parse(file.origin, file.text, diagnostics);
  if (!parsed) return out;
  TableReader root(parsed->root(), diagnostics);
  for (TableReader& table : root.tables("role")) {
    out.roles.push_back({table.required_string("id"), table.required_text("title")});
    table.finish();
  }
  for (TableReader& table : root.tables("step")) read_step(table, out);
  for (TableReader& table : root.tables("right")) read_right(table, out);
  for (TableReader& table : root.tables("examination")) read_examination(table, out);
  for (const Action action : all_actions()) {
    if (std::any_of(out.steps.begin(), out.steps.end(), [&](const Step& s) { return s.action == action; })) continue;
    root.report("", "WORKFLOW-ACTION-MISSING",
                Message("WORKFLOW-ACTION-MISSING", {{"action", std::string(action_name(action))}}));
  }
  for (const RegisterAction action : all_register_actions()) {
    if (std::any_of(out.rights.begin(), out.rights.end(), [&](const Right& r) { return r.action == action; })) continue;
    root.report("", "WORKFLOW-ACTION-MISSING",
                Message("WORKFLOW-ACTION-MISSING", {{"action", std::string(register_action_name(action))}}));
  }
  root.finish();
  return out;
}

}  // namespace esep::report
