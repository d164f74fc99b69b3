// SPDX-License-Identifier: MIT
#include "app/paper/find_report.h"

#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/titles.h"
#include "base/error.h"

namespace esep::app {

ComposedReport find_report(Engine& engine, const report::ReportKey& asked, const registry::Actor& actor) {
  const report::ReportKey key = with_owner(engine, asked);
  const form::FormDefinition& newest = engine.catalog().require(key.form);
  // A report that is registered is printed as it is, whoever the registers say owes it today.
  if (!newest.reporting.composed) {
    if (auto found = engine.registry().latest_accepted(key)) return {{}, std::move(found)};
  }
  require_known(engine, key);
  if (newest.reporting.composed) return compose_report(engine, key, actor);
  require_organisation(key);
  require_stage_and_subject(engine, newest, key);
  throw Error(Message("RENDER-NOTHING", {{"report", report_words(engine, key)}}));
}

report::Submission find_named(Engine& engine, const std::string& number_or_code) {
  for (const registry::Paper& paper : engine.registry().papers_with_code(typed_paper_code(number_or_code))) {
    if (paper.submission) return engine.registry().find(std::to_string(*paper.submission));
  }
  return engine.registry().find(number_or_code);
}

}  // namespace esep::app
