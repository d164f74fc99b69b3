// SPDX-License-Identifier: MIT
#include "app/query/previous_rows.h"

#include <algorithm>
#include <map>
#include <memory>

#include "app/core/edition_change.h"
#include "report/read/fixed_rows.h"

namespace esep::app {
namespace {

// Reads the reports in order and skips keys that an earlier report has.
class RowChain {
 public:
  RowChain(Engine& engine, const form::FormDefinition& form) : database_(engine.registry().database()), table_(form) {
    for (const std::string& id : form.rows.key) key_.push_back(static_cast<size_t>(form.column_index(id)));
  }

  void add(int64_t submission) { submissions_.push_back(submission); }
  [[nodiscard]] bool empty() const { return submissions_.empty(); }

  bool next(table::TypedRow& row) {
    for (;; ++at_, reader_.reset()) {
      if (at_ == submissions_.size()) return false;
      if (!reader_) reader_.emplace(database_, table_, submissions_[at_]);
      while (reader_->next(row)) {
        if (is_new(row)) return true;
      }
    }
  }

 private:
  bool is_new(const table::TypedRow& row) {
    if (submissions_.size() == 1) return true;
    return seen_.emplace(report::key_text(key_, row.values), at_).first->second == at_;
  }

  const sqlite::Database& database_;
  table::FormTable table_;
  std::vector<size_t> key_;
  std::vector<int64_t> submissions_;
  size_t at_ = 0;
  std::optional<table::RowReader> reader_;
  std::map<std::string, size_t> seen_;  // by which report
};

sqlite::Statement ask(Queries& queries, const form::FormDefinition& form, const char* what, const std::string& query,
                      const report::ReportKey& key) {
  return queries.database().prepare(form.id + "/rows." + what, query, query_parameters(key, Lang::kk, std::nullopt));
}

// The day from which reports belong together; empty: all do.
std::string first_day(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key) {
  if (form.rows.previous_since.empty()) return "";
  auto query = ask(queries, form, "previous_since", form.rows.previous_since, key);
  return query.step() ? query.text(0) : "";
}

std::optional<report::Submission> report_since(Queries& queries, const form::FormDefinition& form,
                                               const report::ReportKey& key, const std::string& since) {
  auto before = previous_report(queries.engine(), form, key);
  if (!before || !has_rows_for(queries.engine(), *before, form)) return std::nullopt;
  const auto period = calendar::Period::parse(before->key.period);
  if (period && period->last_day().iso() < since) return std::nullopt;
  return before;
}

}  // namespace

std::optional<report::Submission> previous_report(Engine& engine, const form::FormDefinition& form,
                                                  const report::ReportKey& key) {
  if (form.reporting.previous == form::PreviousReport::of_period) return engine.registry().previous_accepted(key);
  registry::Registry::Filter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.period = key.period;
  const auto place = [&](const report::ReportKey& of) {
    const auto at = std::find(form.reporting.stages.begin(), form.reporting.stages.end(), of.stage);
    return std::pair(at - form.reporting.stages.begin(), of.occurrence);
  };
  std::optional<report::Submission> found;
  for (auto& s : engine.registry().submissions(filter)) {
    // An empty subject in the filter means any subject.
    if (!s.is_in_force() || s.key.subject != key.subject || place(s.key) >= place(key)) continue;
    if (!found || place(found->key) < place(s.key)) found = std::move(s);
  }
  return found;
}

bool has_rows_for(Engine& engine, const report::Submission& before, const form::FormDefinition& form) {
  return before.contents.edition == form.edition && !edition_change(engine, form);
}

bool has_rows_before(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key) {
  const auto before = previous_report(engine, form, key);
  return before && has_rows_for(engine, *before, form);
}

std::optional<report::Submission> own_report_before(Queries& queries, const form::FormDefinition& form,
                                                    const report::ReportKey& key) {
  return report_since(queries, form, key, first_day(queries, form, key));
}

std::vector<report::Submission> reports_before(Queries& queries, const form::FormDefinition& form,
                                               const report::ReportKey& key) {
  std::vector<report::Submission> out;
  const std::string since = first_day(queries, form, key);
  const auto add = [&](const report::ReportKey& of) {
    if (auto before = report_since(queries, form, of, since)) out.push_back(std::move(*before));
  };
  add(key);
  if (form.rows.predecessors.empty()) return out;
  auto query = ask(queries, form, "predecessors", form.rows.predecessors, key);
  report::ReportKey of = key;
  while (query.step()) {
    of.organisation = query.text(0);
    add(of);
  }
  return out;
}

report::PreviousRows previous_rows(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key) {
  const auto rows = std::make_shared<RowChain>(queries.engine(), form);
  for (const auto& before : reports_before(queries, form, key)) rows->add(before.id);
  if (rows->empty()) return {};
  return [rows](table::TypedRow& row) { return rows->next(row); };
}

}  // namespace esep::app
