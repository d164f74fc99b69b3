// SPDX-License-Identifier: MIT
#include "app/summary/summary_unowed.h"

#include <algorithm>

#include "app/core/unowed.h"
#include "base/text.h"

namespace esep::app {
namespace {

bool is_of_summary(const SummaryRequest& request, const report::ReportKey& key) {
  if (!request.organisation.empty() && request.organisation != key.organisation) return false;
  const auto period = calendar::Period::parse(key.period);
  return !period || !request.period || period->first_day() <= request.period->last_day();
}

// Behind the day on which the register lets its subject end: a day that may have been moved since it came.
LocalText with_end(Engine& engine, const report::Submission& report) {
  LocalText what = engine.render_all(report_message(engine, report));
  const std::string& subjects = engine.catalog().require(report.key.form).subject;
  const auto* row = subjects.empty() ? nullptr : engine.row(subjects, report.key.subject);
  const auto period = calendar::Period::parse(report.key.period);
  if (row == nullptr || !period) return what;
  const auto end = report::row_date(engine.catalog().register_by_id(subjects), *row, form::RegisterRole::live_to);
  if (!end || *end >= period->first_day()) return what;
  return engine.render_all(
      Message("UNOWED-BEHIND-END", {{"what", what}, {"subject", report.key.subject}, {"date", end->dotted()}}));
}

}  // namespace

bool reads(const form::Summary& summary, const std::string& name) {
  const auto says = [&](const std::string& query) { return query.find(name) != std::string::npos; };
  if (says(summary.with)) return true;
  return std::any_of(summary.sections.begin(), summary.sections.end(), [&](const auto& section) {
    return std::any_of(section.blocks.begin(), section.blocks.end(), [&](const form::SummaryBlock& block) {
      return says(block.query) || says(block.rows_query) || says(block.columns_query);
    });
  });
}

std::optional<Message> summary_unowed(Engine& engine, const SummaryRequest& request) {
  std::vector<LocalText> names;
  for (const std::string& form : engine.catalog().form_ids()) {
    if (!reads(*request.summary, form)) continue;
    for (const report::Submission& one : unowed_reports(engine, form)) {
      if (is_of_summary(request, one.key)) names.push_back(with_end(engine, one));
    }
  }
  if (names.empty()) return std::nullopt;
  const auto all = [&](Lang lang) {
    std::vector<std::string> out;
    for (const LocalText& name : names) out.push_back(name.in(lang));
    return join(out, "; ");
  };
  return Message("SUMMARY-UNOWED", {{"reports", LocalText{all(Lang::kk), all(Lang::ru), all(Lang::en)}}});
}

}  // namespace esep::app
