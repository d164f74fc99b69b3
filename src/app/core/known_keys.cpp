// SPDX-License-Identifier: MIT
#include "app/core/known_keys.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/core/code_look.h"
#include "app/core/key_checks.h"
#include "app/core/names.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/text.h"
#include "base/titled_list.h"

namespace esep::app {
namespace {

using form::Obligation;
using report::DutyFilter;

// What the form or the obligation asked for, or any, has: each set is empty if no such one has any.
struct Asked {
  std::map<std::string, LocalText> stages;  // with their titles
  std::vector<Titled> stage_names;          // with every title that something of them has
  std::set<std::string> subjects;           // ids of registers
  std::set<calendar::PeriodKind> kinds;
};

// A field that says the stage on blanks and papers has words of its own for each.
void add_stage_words(const form::FormDefinition& form, Asked& out) {
  const auto& stages = form.reporting.stages;
  const auto is_stage = [&](const form::Choice& one) {
    return std::find(stages.begin(), stages.end(), one.id) != stages.end();
  };
  for (const form::Field& field : form.fields) {
    if (!std::all_of(field.choices.begin(), field.choices.end(), is_stage)) continue;
    for (const form::Choice& one : field.choices) out.stage_names.push_back({one.id, one.title});
  }
}

Asked asked_by(const form::FormCatalog& catalog, const DutyFilter& filter) {
  const std::string& form = filter.form;
  Asked out;
  for (const std::string& id : catalog.form_ids()) {
    if (!filter.obligation.empty() || (!form.empty() && form != id)) continue;
    for (const auto* edition : catalog.editions(id)) {
      for (const std::string& stage : edition->reporting.stages) out.stages[stage];
      add_stage_words(*edition, out);
      out.subjects.insert(edition->subject);
      if (edition->period) out.kinds.insert(*edition->period);
    }
  }
  for (const Obligation& one : catalog.obligations()) {
    if (!form.empty() && form != one.form) continue;
    if (!filter.obligation.empty() && filter.obligation != one.id) continue;
    out.stages[one.stage] = one.title;
    if (!one.stage.empty()) out.stage_names.push_back({one.stage, one.title});
    out.subjects.insert(one.who.subject_register);
    if (one.period) out.kinds.insert(*one.period);
  }
  out.stages.erase("");
  out.subjects.erase("");
  return out;
}

void require_stage(const Asked& asked, const std::string& stage) {
  if (stage.empty() || asked.stages.contains(stage)) return;
  std::vector<Titled> titled;
  for (const auto& [id, title] : asked.stages) titled.push_back({id, title});
  throw Error(
      Message(titled.empty() ? "STAGE-NONE" : "STAGE-UNKNOWN", {{"stage", stage}, {"stages", titled_list(titled)}}),
      did_you_mean(stage, asked.stage_names), Error::Kind::usage);
}

std::vector<Titled> titled_registers(Engine& engine) {
  std::vector<Titled> out;
  for (const auto& one : engine.catalog().registers()) out.push_back({one.id, one.title});
  return out;
}

void require_period(const Asked& asked, const std::optional<calendar::Period>& period) {
  if (!period || asked.kinds.empty() || asked.kinds.contains(period->kind)) return;
  throw Error(not_of_kind(period->text(), *asked.kinds.begin()), {}, Error::Kind::usage);
}

void require_owner(Engine& engine, const form::RegisterDefinition& subjects, const report::RegisterRow& row,
                   const std::string& organisation) {
  const std::string owner = report::row_text(subjects, row, form::RegisterRole::organisation);
  if (organisation.empty() || owner.empty() || owner == organisation) return;
  throw Error(Message("SUBJECT-OF-OTHER", {{"subject", row.key},
                                           {"wanted", organisation_title(engine, owner)},
                                           {"found", organisation_title(engine, organisation)}}));
}

void require_subject(Engine& engine, const Asked& asked, const DutyFilter& filter) {
  if (filter.subject.empty()) return;
  if (asked.subjects.empty()) throw Error("SUBJECT-NOT-ASKED", {}, Error::Kind::usage);
  if (!engine.has_workspace()) return;
  Message hint;
  for (const std::string& id : asked.subjects) {
    const auto& subjects = engine.catalog().register_by_id(id);
    if (const auto* row = engine.row(id, filter.subject))
      return require_owner(engine, subjects, *row, filter.organisation);
    if (hint.empty()) hint = did_you_mean_row(engine, id, filter.subject);
  }
  const auto& first = engine.catalog().register_by_id(*asked.subjects.begin());
  throw Error(Message("SUBJECT-UNKNOWN", {{"subject", filter.subject}, {"register", first.title}}), std::move(hint));
}

// A code typed in the other alphabet or case, a code misspelt, a name in place of the code; empty: nothing is alike.
std::string meant_row(Engine& engine, const std::string& register_id, const std::string& key) {
  const auto& definition = engine.catalog().register_by_id(register_id);
  CodeLook look;
  const std::string seen = look.of(key);
  std::vector<std::string> known;
  std::map<std::string, std::string> by_name;
  for (const auto& row : engine.rows(register_id)) {
    if (look.of(row.key) == seen) return row.key;
    known.push_back(row.key);
    const LocalText title = report::row_title(definition, row);
    for (const std::string& name : {title.kk, title.ru, title.en}) by_name.emplace(fold_case(name), row.key);
  }
  if (std::string meant = nearest(key, known); !meant.empty()) return meant;
  std::vector<std::string> names;
  for (const auto& [name, code] : by_name) names.push_back(name);
  const std::string meant = nearest(fold_case(key), names);
  return meant.empty() ? "" : by_name.at(meant);
}

}  // namespace

std::string stage_meant(Engine& engine, const std::string& form, const std::string& typed) {
  if (typed.empty()) return typed;
  DutyFilter filter;
  filter.form = form;
  const std::vector<Titled> names = asked_by(engine.catalog(), filter).stage_names;
  const Titled* found = find_titled(names, typed);
  return found == nullptr ? typed : found->id;
}

std::vector<std::string> known_stages(Engine& engine) {
  std::vector<std::string> out;
  for (const auto& [id, title] : asked_by(engine.catalog(), DutyFilter()).stages) out.push_back(id);
  return out;
}

std::string require_listed_register(Engine& engine, const std::string& typed) {
  std::vector<Titled> listed = titled_registers(engine);
  for (const auto& roadmap : engine.catalog().roadmaps()) listed.push_back({roadmap.id, roadmap.title});
  if (const Titled* found = find_titled(listed, typed)) return found->id;
  throw Error(Message("REGISTER-UNKNOWN", {{"register", typed}, {"known", titled_list(listed)}}),
              did_you_mean(typed, listed));
}

std::string register_meant(Engine& engine, const std::string& typed) {
  const std::vector<Titled> listed = titled_registers(engine);
  const Titled* found = find_titled(listed, typed);
  return found == nullptr ? typed : found->id;
}

Message did_you_mean_row(Engine& engine, const std::string& register_id, const std::string& key) {
  const std::string meant = meant_row(engine, register_id, key);
  return meant.empty() ? Message() : Message("CLI-DID-YOU-MEAN", {{"word", meant}});
}

Message with_meant(Engine& engine, const std::string& register_id, const std::string& key, Message message) {
  const std::string meant = meant_row(engine, register_id, key);
  if (meant.empty()) return message;
  message.key = message.key == "SUBJECT-UNKNOWN" ? "SUBJECT-UNKNOWN-MEANT" : "ORGANISATION-UNKNOWN-MEANT";
  message.args.emplace_back("meant", meant);
  return message;
}

void require_known_organisation(Engine& engine, const std::string& organisation) {
  auto problem = organisation_problem(engine, organisation);
  if (!problem) return;
  throw Error(std::move(*problem), did_you_mean_row(engine, engine.catalog().organisations().id, organisation));
}

void require_known(Engine& engine, const DutyFilter& filter) {
  if (!filter.form.empty()) engine.catalog().require(filter.form);
  if (!filter.organisation.empty()) require_known_organisation(engine, filter.organisation);
  const Asked asked = asked_by(engine.catalog(), filter);
  require_stage(asked, filter.stage);
  if (!filter.form.empty()) require_period(asked, filter.period);
  require_subject(engine, asked, filter);
}

void require_known(Engine& engine, const report::ReportKey& key) {
  DutyFilter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.stage = key.stage;
  filter.period = calendar::Period::parse(key.period);
  require_known(engine, filter);
}

}  // namespace esep::app
