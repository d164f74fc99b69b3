// SPDX-License-Identifier: MIT
#include "table/rule_run.h"

#include "base/error.h"
#include "table/storage.h"

namespace esep::table {
namespace {

constexpr int kRowParameter = 4;  // after the three days that an expression may name

// Keys that functions.cpp gives SQLite as the reason of a failure.
bool is_own_key(const std::string& reason) {
  return reason == "RULE-OVERFLOW" || reason == "RULE-DIVISION" || reason == "RULE-NOT-DECIMAL";
}

Message overflow(const std::string& rule) { return Message("RULE-OVERFLOW", {{"rule", rule}}); }

// A stop for the time is an Error: it says nothing of the report.
Message reason_of(const Error& error, const form::FormDefinition& form, const std::string& rule) {
  if (error.message().key == "SQLITE-TIME")
    throw Error(Message("RULE-TIME", {{"rule", rule}, {"file", form.file.name}}));
  if (error.message().key == "RULE-TIME") throw Error(error.message());
  const std::string& reason = std::get<std::string>(error.message().args.front().second);
  if (error.message().key == "SQLITE-INTERRUPTED") return Message("RULE-TIMEOUT", {{"rule", rule}});
  if (is_own_key(reason)) return Message(reason, {{"rule", rule}});
  if (reason == "integer overflow") return overflow(rule);
  return Message("RULE-FAILED", {{"rule", rule}, {"reason", reason}});
}

}  // namespace

RuleRun::RuleRun(const form::FormDefinition& form, CompiledRule& rule, Sandbox& sandbox, Sandbox::Run& run,
                 const RuleContext& context)
    : form_(form), rule_(rule), sandbox_(sandbox), run_(run), context_(context) {
  bind(rule_.statement);
}

RuleRun::~RuleRun() { rule_.statement.reset(); }

void RuleRun::bind(sqlite::Statement& statement) const {
  const auto iso = [](const std::optional<calendar::Date>& date) {
    return date ? sqlite::Value(date->iso()) : sqlite::Value{};
  };
  if (rule_.parameters >= 1) statement.bind(1, iso(context_.period_start));
  if (rule_.parameters >= 2) statement.bind(2, iso(context_.period_end));
  if (rule_.parameters >= 3) statement.bind(3, context_.received_on.iso());
}

bool RuleRun::fail(Message message) {
  failure_ = std::move(message);
  ended_ = true;
  return false;
}

bool RuleRun::next() {
  if (ended_) return false;
  row_failure_.reset();
  run_.limit_numbers(rule_.operand_limit);  // other rules have theirs
  try {
    if (!std::exchange(begun_, true) && !begin()) return false;
    return single_ ? next_singly() : next_of_all();
  } catch (const Error& error) {
    return fail(reason_of(error, form_, rule_.name));
  }
}

bool RuleRun::begin() {
  if (rule_.rule != nullptr && !rule_.rule->applies_at(context_.stage)) {
    ended_ = true;
    return false;
  }
  if (!run_.heads_within(rule_.operand_limit, rule_.names)) return fail(overflow(rule_.name));
  if (run_.rows_within(rule_.operand_limit, rule_.names)) return true;
  if (rule_.single.empty()) return fail(overflow(rule_.name));
  begin_singly();
  return true;
}

bool RuleRun::next_of_all() {
  try {
    if (rule_.statement.step()) {
      row_ = rule_.statement.integer(0);
      return true;
    }
    ended_ = true;
    return false;
  } catch (const Error& error) {
    Message reason = reason_of(error, form_, rule_.name);
    if (rule_.single.empty() || reason.key == "RULE-TIMEOUT") return fail(std::move(reason));
  }
  begin_singly();
  return next_singly();
}

void RuleRun::begin_singly() {
  candidates_.emplace(sandbox_.compile(rule_.candidates));
  candidates_->bind(1, row_);
  single_.emplace(sandbox_.compile(rule_.single));
  bind(*single_);
  if (!rule_.beyond.empty()) beyond_.emplace(sandbox_.compile(rule_.beyond));
}

bool RuleRun::next_singly() {
  while (candidates_->step()) {
    row_ = candidates_->integer(0);
    if (single_is_hit()) return true;
    if (!row_failure_) continue;
    if (row_failure_->key == "RULE-TIMEOUT" || ++failed_rows_ > RuleRunner::kMaxFailedRows) return fail(*row_failure_);
    return true;
  }
  ended_ = true;
  return false;
}

bool RuleRun::single_is_hit() {
  if (beyond_) {
    beyond_->reset();
    beyond_->bind(1, row_);
    if (beyond_->step()) {
      row_failure_ = overflow(rule_.name);
      return false;
    }
  }
  single_->reset();
  single_->bind(kRowParameter, row_);
  try {
    return single_->step();
  } catch (const Error& error) {
    row_failure_ = reason_of(error, form_, rule_.name);
    return false;
  }
}

RuleHit RuleRun::hit() const {
  RuleHit out;
  out.rule = rule_.rule;
  out.column = rule_.rule != nullptr ? rule_.rule->column : rule_.required->id;
  out.sheet_row = row_;
  out.failure = row_failure_;
  out.reads = &rule_.names;
  if (row_failure_) return out;
  const sqlite::Statement& statement = single_ ? *single_ : rule_.statement;
  size_t columns = static_cast<size_t>(statement.column_count()) - 1;
  if (rule_.judged != nullptr) out.right = read_value(statement, static_cast<int>(columns--), *rule_.judged);
  for (size_t i = 0; i < columns; ++i) {
    out.row[form_.columns[i].id] = read_value(statement, static_cast<int>(i) + 1, form_.columns[i]);
  }
  for (const form::Field& field : form_.fields) {
    const auto at = context_.head.find(field.id);
    out.row.emplace(field.id, at == context_.head.end() ? form::Value{} : at->second);
  }
  return out;
}

}  // namespace esep::table
