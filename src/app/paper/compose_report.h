// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// What its own rules say of a formed report (rows are those of its table); with an error among them it is not
/// registered.
struct FormedReport {
  report::Findings findings;
  std::optional<report::Submission> submission;
};

/// Forms a report that nobody hands in: its fields and rows come from the form's queries, its rules are run, and it is
/// registered like any other (OB-9), where review and lock permit. When its data have not changed since, it is the
/// report that is there already; else a new revision. An empty `organisation` is taken from the subject. Error
/// FORM-NOT-FORMED, REPORT-EVENT (the event that it waits for is not recorded), REPORT-NOT-YET ({date}: what it sums up
/// still runs), REPORT-NO-DUTY; for a new revision also LOCKED and those of the review (registry::StepRefused).
[[nodiscard]] FormedReport form_report(Engine& engine, report::ReportKey key, const registry::Actor& actor);

/// What a formed report says in another language than that of the register, Kazakh: its queries are asked again, as
/// long as they give in Kazakh what was registered. nullopt: the data have changed since, or the form is none of these.
struct FormedContents {
  std::map<std::string, form::Value> fields;
  std::function<std::unique_ptr<table::RowReader>()> rows;
};
[[nodiscard]] std::optional<FormedContents> formed_contents(Engine& engine, const form::FormDefinition& form,
                                                            const report::Submission& submission, Lang lang);

}  // namespace esep::app
