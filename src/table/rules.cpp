// SPDX-License-Identifier: MIT
#include "table/rules.h"

#include <functional>
#include <queue>
#include <utility>

#include "table/compile.h"
#include "table/rule_run.h"
#include "table/sandbox.h"

namespace esep::table {
namespace {

using form::FormDefinition;

/// One run over all rules: their hits merged into sheet order.
class Merge {
 public:
  Merge(const FormDefinition& form, std::vector<CompiledRule>& rules, Sandbox& sandbox, const RuleContext& context,
        Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics), run_(sandbox, context) {
    for (CompiledRule& rule : rules) {
      rules_.push_back(std::make_unique<RuleRun>(form, rule, sandbox, run_, context));
      advance(rules_.size() - 1);
    }
  }

  std::vector<RuleHit> take(size_t limit) {
    std::vector<RuleHit> out;
    while (!waiting_.empty() && out.size() < limit) {
      const size_t first = waiting_.top().second;
      waiting_.pop();
      out.push_back(rules_[first]->hit());
      advance(first);
    }
    return out;
  }

 private:
  using Waiting = std::pair<int64_t, size_t>;  // sheet row, rule

  void advance(size_t index) {
    RuleRun& rule = *rules_[index];
    if (rule.next()) {
      waiting_.emplace(rule.row(), index);
    } else if (const auto& failure = rule.failure()) {
      diagnostics_.push_back({Severity::error, form_.file.name, 0, 0, "", failure->key, *failure, ""});
    }
  }

  const FormDefinition& form_;
  Diagnostics& diagnostics_;
  Sandbox::Run run_;
  std::vector<std::unique_ptr<RuleRun>> rules_;
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting_;
};

}  // namespace

struct RuleRunner::Impl {
  Impl(const FormDefinition& definition, const form::RegisterDefinition* subject, Diagnostics& diagnostics,
       const RuleTime& time)
      : form(definition), sandbox(definition, subject, time) {
    rules = compile_rules(definition, subject, sandbox, diagnostics);
  }

  const FormDefinition& form;
  Sandbox sandbox;
  std::vector<CompiledRule> rules;  // after the database, so that they are destroyed first
};

RuleRunner::RuleRunner(const FormDefinition& form, const form::RegisterDefinition* subject, Diagnostics& diagnostics,
                       const RuleTime& time)
    : impl_(std::make_unique<Impl>(form, subject, diagnostics, time)) {}

RuleRunner::~RuleRunner() = default;
RuleRunner::RuleRunner(RuleRunner&&) noexcept = default;
RuleRunner& RuleRunner::operator=(RuleRunner&&) noexcept = default;

void RuleRunner::clear() { impl_->sandbox.clear(); }
void RuleRunner::add_row(const TypedRow& row) { impl_->sandbox.add_row(row); }
void RuleRunner::add_previous_row(const TypedRow& row) { impl_->sandbox.add_previous_row(row); }

void RuleRunner::put(int64_t sheet_row, const std::string& column, const form::Value& value) {
  impl_->sandbox.put(sheet_row, column, value);
}

std::vector<RuleHit> RuleRunner::run(const RuleContext& context, size_t limit, Diagnostics& diagnostics) {
  return Merge(impl_->form, impl_->rules, impl_->sandbox, context, diagnostics).take(limit);
}

std::unique_ptr<RowReader> RuleRunner::rows() const { return impl_->sandbox.rows(); }

}  // namespace esep::table
