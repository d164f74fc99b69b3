// SPDX-License-Identifier: MIT
#include "table/rules.h"

#include <functional>
#include <queue>
#include <utility>

#include "base/error.h"
#include "table/compile.h"
#include "table/sandbox.h"
#include "table/storage.h"

namespace esep::table {
namespace {

using form::FormDefinition;

// Keys that functions.cpp gives SQLite as the reason of a failure.
bool is_own_key(const std::string& reason) {
  return reason == "RULE-OVERFLOW" || reason == "RULE-DIVISION" || reason == "RULE-NOT-DECIMAL";
}

Message failure(const Error& error, const std::string& rule) {
  const std::string& reason = std::get<std::string>(error.message().args.front().second);
  if (error.message().key == "SQLITE-INTERRUPTED") return Message("RULE-TIMEOUT", {{"rule", rule}});
  if (is_own_key(reason)) return Message(reason, {{"rule", rule}});
  if (reason == "integer overflow") return Message("RULE-OVERFLOW", {{"rule", rule}});
  return Message("RULE-FAILED", {{"rule", rule}, {"reason", reason}});
}

/// One run over all rules: their hits merged into sheet order.
class Merge {
 public:
  Merge(const FormDefinition& form, std::vector<CompiledRule>& rules, Sandbox& sandbox,
        const RuleContext& context, Diagnostics& diagnostics)
      : form_(form), rules_(rules), context_(context), diagnostics_(diagnostics), run_(sandbox, context) {
    for (size_t i = 0; i < rules_.size(); ++i) {
      bind(rules_[i]);
      advance(i);
    }
  }

  ~Merge() {
    for (CompiledRule& rule : rules_) rule.statement.reset();
  }
  Merge(const Merge&) = delete;
  Merge& operator=(const Merge&) = delete;

  std::vector<RuleHit> take(size_t limit) {
    std::vector<RuleHit> out;
    while (!waiting_.empty() && out.size() < limit) {
      const size_t first = waiting_.top().second;
      waiting_.pop();
      out.push_back(hit(rules_[first]));
      advance(first);
    }
    return out;
  }

 private:
  using Waiting = std::pair<int64_t, size_t>;  // sheet row, rule

  void bind(CompiledRule& rule) const {
    const auto iso = [](const std::optional<calendar::Date>& date) {
      return date ? sqlite::Value(date->iso()) : sqlite::Value{};
    };
    if (rule.parameters >= 1) rule.statement.bind(1, iso(context_.period_start));
    if (rule.parameters >= 2) rule.statement.bind(2, iso(context_.period_end));
    if (rule.parameters >= 3) rule.statement.bind(3, context_.received_on.iso());
  }

  void advance(size_t index) {
    CompiledRule& rule = rules_[index];
    if (!run_.limit_numbers(rule.operand_limit)) {
      return fail(Message("RULE-OVERFLOW", {{"rule", rule.name}}));
    }
    try {
      if (rule.statement.step()) waiting_.emplace(rule.statement.integer(0), index);
    } catch (const Error& error) {
      fail(failure(error, rule.name));
    }
  }

  void fail(Message message) {
    const std::string key = message.key;
    diagnostics_.push_back({Severity::error, form_.file, 0, 0, "", key, std::move(message), ""});
  }

  RuleHit hit(const CompiledRule& rule) const {
    RuleHit out;
    out.rule = rule.rule;
    out.column = rule.rule != nullptr ? rule.rule->column : rule.required->id;
    out.sheet_row = rule.statement.integer(0);
    const size_t columns = static_cast<size_t>(rule.statement.column_count()) - 1;
    for (size_t i = 0; i < columns; ++i) {
      out.row[form_.columns[i].id] = read_value(rule.statement, static_cast<int>(i) + 1, form_.columns[i]);
    }
    for (const form::Column& field : form_.fields) {
      const auto at = context_.head.find(field.id);
      out.row.emplace(field.id, at == context_.head.end() ? form::Value{} : at->second);
    }
    return out;
  }

  const FormDefinition& form_;
  std::vector<CompiledRule>& rules_;
  const RuleContext& context_;
  Diagnostics& diagnostics_;
  Sandbox::Run run_;
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting_;
};

}  // namespace

struct RuleRunner::Impl {
  Impl(const FormDefinition& definition, const form::RegisterDefinition* subject, Diagnostics& diagnostics)
      : form(definition), sandbox(definition, subject) {
    rules = compile_rules(definition, subject, sandbox, diagnostics);
  }

  const FormDefinition& form;
  Sandbox sandbox;
  std::vector<CompiledRule> rules;  // behind the database, so that they go first
};

RuleRunner::RuleRunner(const FormDefinition& form, const form::RegisterDefinition* subject,
                       Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(form, subject, diagnostics)) {}

RuleRunner::~RuleRunner() = default;
RuleRunner::RuleRunner(RuleRunner&&) noexcept = default;
RuleRunner& RuleRunner::operator=(RuleRunner&&) noexcept = default;

void RuleRunner::clear() { impl_->sandbox.clear(); }
void RuleRunner::add_row(const TypedRow& row) { impl_->sandbox.add_row(row); }
void RuleRunner::add_previous_row(const TypedRow& row) { impl_->sandbox.add_previous_row(row); }

std::vector<RuleHit> RuleRunner::run(const RuleContext& context, size_t limit, Diagnostics& diagnostics) {
  return Merge(impl_->form, impl_->rules, impl_->sandbox, context, diagnostics).take(limit);
}

std::unique_ptr<RowReader> RuleRunner::rows() const { return impl_->sandbox.rows(); }

}  // namespace esep::table
