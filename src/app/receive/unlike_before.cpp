// SPDX-License-Identifier: MIT
#include "app/receive/unlike_before.h"

#include <algorithm>
#include <iterator>

#include "app/core/names.h"
#include "app/query/previous_rows.h"
#include "app/receive/at_field.h"
#include "form/label.h"
#include "report/read/bind.h"
#include "report/read/fixed_rows.h"

namespace esep::app {
namespace {

class JumpSearch {
 public:
  JumpSearch(Engine& engine, const CheckedFile& file, const report::JumpLimits& limits,
             const report::Submission& before)
      : engine_(engine), file_(file), form_(*file.form), limits_(limits), before_(before) {
    for (size_t i = 0; i < form_.columns.size(); ++i) {
      const bool named = form_.rows.kind != form::RowKind::grouped || form_.is_head_column(form_.columns[i].id);
      if (named && is_compared(limits, form_.columns[i])) columns_.push_back(i);
    }
  }

  report::Findings run(table::RowReader& rows) {
    compare_fields();
    if (!columns_.empty() && !report::PairKeys(form_).empty()) compare_rows(rows);
    return std::move(out_);
  }

 private:
  // The numbers of one row of the report before, and how often its name stands in each report: twice, and nobody knows
  // which row became which.
  struct Named {
    std::vector<form::Value> numbers;
    int before = 0;
    int now = 0;
    report::Findings findings;
    [[nodiscard]] bool is_certain() const { return before == 1 && now == 1; }
  };

  void compare_fields() {
    std::map<std::string, std::string> stored;
    for (const form::Field& field : form_.fields) {
      const auto now = file_.report.head.values.find(field.id);
      const bool asked = field.source == form::FieldSource::input && is_compared(limits_, field);
      if (!asked || now == file_.report.head.values.end()) continue;
      if (stored.empty()) stored = engine_.registry().fields(before_.id);
      const auto was = stored.find(field.id);
      if (was == stored.end()) continue;
      auto message = message_of(field, field.title.text, report::parse_typed(field, was->second).value, now->second);
      if (message) out_.push_back(at_field(file_, field.id, finding(std::move(*message))));
    }
  }

  void compare_rows(table::RowReader& rows) {
    std::map<std::string, Named> named = named_before();
    report::PairKeys keys(form_);
    table::TypedRow row;
    while (rows.next(row)) {
      if (!row.first || keys.is_unnamed(row.values)) continue;
      const auto was = named.find(keys.of(row.values));
      if (was == named.end()) continue;
      ++was->second.now;
      if (was->second.is_certain()) compare_row(row, was->second);
    }
    report::Findings found;
    for (auto& [key, one] : named) {
      if (one.is_certain()) std::move(one.findings.begin(), one.findings.end(), std::back_inserter(found));
    }
    report::sort_findings(found);
    if (found.size() > report::kMaxFindings) found.resize(report::kMaxFindings);
    std::move(found.begin(), found.end(), std::back_inserter(out_));
  }

  void compare_row(const table::TypedRow& row, Named& named) {
    for (size_t i = 0; i < columns_.size(); ++i) {
      const form::Column& column = form_.columns[columns_[i]];
      auto message = message_of(column, form::told_title(form_, column), named.numbers[i], row.values[columns_[i]]);
      if (message) named.findings.push_back(at_cell(column, columns_[i], row.sheet_row, std::move(*message)));
    }
  }

  std::map<std::string, Named> named_before() {
    const table::FormTable table(form_);
    table::RowReader rows(engine_.registry().database(), table, before_.id);
    report::PairKeys keys(form_);
    std::map<std::string, Named> out;
    table::TypedRow row;
    while (rows.next(row)) {
      if (!row.first || keys.is_unnamed(row.values)) continue;
      Named& one = out[keys.of(row.values)];
      if (++one.before > 1) continue;
      for (const size_t column : columns_) one.numbers.push_back(row.values[column]);
    }
    return out;
  }

  std::optional<Message> message_of(const form::ValueSpec& spec, const LocalText& title, const form::Value& was,
                                    const form::Value& now) {
    const auto times = report::jump(limits_, spec, was, now);
    if (!times) return std::nullopt;
    const bool money = spec.type != form::ColumnType::integer && report::is_about_thousand(*times);
    return Message(money ? "JUMP-THOUSAND" : "CELL-JUMP", {{"title", title},
                                                           {"now", form::display_texts(spec.type, now)},
                                                           {"before", form::display_texts(spec.type, was)},
                                                           {"report", report_before()},
                                                           {"times", std::to_string(*times)}});
  }

  // "S-000012, September 2026"; of the same period its stage.
  LocalText report_before() {
    LocalText out{before_.number, before_.number, before_.number};
    const auto period = calendar::Period::parse(before_.key.period);
    const auto in = [&](Lang lang) {
      const bool of_stage = before_.key.period == file_.key.period;
      return of_stage ? stage_title(form_, before_.key, lang) : period ? period->name(lang) : std::string();
    };
    append(out, {in(Lang::kk), in(Lang::ru), in(Lang::en)}, ", ");
    return out;
  }

  static report::Finding finding(Message message) {
    return report::Finding::of("CELL-JUMP", std::move(message)).as(Severity::warning);
  }

  report::Finding at_cell(const form::Column& column, size_t index, int64_t row, Message message) {
    const report::Layout& layout = file_.report.layout;
    return finding(std::move(message))
        .in(file_.file, file_.grid->sheets()[layout.sheet].name)
        .at(static_cast<int>(row), report::address(*file_.grid, layout, static_cast<int>(index), row))
        .of_column(column.id);
  }

  Engine& engine_;
  const CheckedFile& file_;
  const form::FormDefinition& form_;
  const report::JumpLimits& limits_;
  const report::Submission& before_;
  std::vector<size_t> columns_;  // compared
  report::Findings out_;
};

}  // namespace

report::Findings unlike_before(Queries& queries, const CheckedFile& file, const report::JumpLimits& limits,
                               table::RowReader& rows) {
  Engine& engine = queries.engine();
  if (!engine.has_workspace() || file.key.organisation.empty() || file.report.head.nil) return {};
  if (file.form->is_additive(file.key.stage)) return {};
  const auto before = own_report_before(queries, *file.form, file.key);
  const bool comparable = before && !before->contents.nil && !file.form->is_additive(before->key.stage);
  return comparable ? JumpSearch(engine, file, limits, *before).run(rows) : report::Findings();
}

}  // namespace esep::app
