// SPDX-License-Identifier: MIT
#include "app/registers/record_event.h"

#include <algorithm>
#include <set>

#include "app/core/key_checks.h"
#include "app/core/names.h"
#include "app/core/rights.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

std::vector<const form::Obligation*> all_obligations(const form::FormCatalog& catalog) {
  std::vector<const form::Obligation*> out;
  for (const std::string& form : catalog.form_ids()) {
    for (const auto* edition : catalog.editions(form)) {
      for (const auto& obligation : edition->obligations) out.push_back(&obligation);
    }
  }
  for (const auto& obligation : catalog.obligations()) out.push_back(&obligation);
  return out;
}

// Only an event of some obligation can be recorded: a misspelt one would start no term.
void require_known(const form::FormCatalog& catalog, const std::string& event) {
  std::set<std::string> known;
  for (const auto* obligation : all_obligations(catalog)) known.insert(obligation->event);
  known.erase("");
  if (known.contains(event)) return;
  throw Error(Message("EVENT-UNKNOWN", {{"event", event}, {"known", join({known.begin(), known.end()}, ", ")}}), {},
              Error::Kind::usage);
}

// Whose subject it is, by the registers from which obligations that wait for the event take their subjects.
std::set<std::string> owners_of_subject(Engine& engine, const std::string& event, const report::ReportKey& key) {
  std::set<std::string> out;
  for (const auto* obligation : all_obligations(engine.catalog())) {
    const std::string& id = obligation->who.subject_register;
    const bool other_form = !key.form.empty() && !obligation->form.empty() && obligation->form != key.form;
    if (obligation->event != event || other_form || id.empty()) continue;
    if (const auto* row = engine.row(id, key.subject)) {
      out.insert(report::row_text(engine.catalog().register_by_id(id), *row, form::RegisterRole::organisation));
    }
  }
  out.erase("");
  return out;
}

void find_organisation(Engine& engine, const std::string& event, report::ReportKey& key) {
  const std::set<std::string> owners = owners_of_subject(engine, event, key);
  if (owners.empty()) throw Error(Message("EVENT-SUBJECT", {{"event", event}, {"subject", key.subject}}));
  if (key.organisation.empty() && owners.size() == 1) key.organisation = *owners.begin();
  if (key.organisation.empty() || owners.contains(key.organisation)) return;
  throw Error(Message("SUBJECT-OF-OTHER", {{"subject", key.subject},
                                           {"wanted", organisation_title(engine, *owners.begin())},
                                           {"found", organisation_title(engine, key.organisation)}}));
}

}  // namespace

RecordedEvent record_event(Engine& engine, report::Event event, const registry::Actor& actor) {
  require_known(engine.catalog(), event.event);
  require_right(engine, report::RegisterAction::event, actor);
  if (!event.key.subject.empty()) find_organisation(engine, event.event, event.key);
  require_organisation(event.key);
  if (auto problem = organisation_problem(engine, event.key.organisation)) throw Error(std::move(*problem));
  const auto replaced = engine.registry().add_event(event, actor);
  return {std::move(event), replaced};
}

}  // namespace esep::app
