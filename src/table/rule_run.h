// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "table/compile.h"
#include "table/rules.h"
#include "table/sandbox.h"

namespace esep::table {

/// Runs one compiled rule over the rows. After a row that cannot be computed it goes on row by row.
class RuleRun {
 public:
  RuleRun(const form::FormDefinition& form, CompiledRule& rule, Sandbox& sandbox, Sandbox::Run& run,
          const RuleContext& context);
  ~RuleRun();
  RuleRun(const RuleRun&) = delete;
  RuleRun& operator=(const RuleRun&) = delete;

  /// Moves to the next hit. False at the end; then `failure()` may say why the rule ended early.
  bool next();
  [[nodiscard]] int64_t row() const { return row_; }
  [[nodiscard]] RuleHit hit() const;
  [[nodiscard]] const std::optional<Message>& failure() const { return failure_; }

 private:
  bool begin();
  bool next_of_all();
  void begin_singly();
  bool next_singly();
  bool single_is_hit();
  void bind(sqlite::Statement& statement) const;
  bool fail(Message message);

  const form::FormDefinition& form_;
  CompiledRule& rule_;
  Sandbox& sandbox_;
  Sandbox::Run& run_;
  const RuleContext& context_;
  bool begun_ = false;
  bool ended_ = false;
  int64_t row_ = 0;
  int failed_rows_ = 0;
  std::optional<sqlite::Statement> candidates_, single_, beyond_;
  std::optional<Message> row_failure_;
  std::optional<Message> failure_;
};

}  // namespace esep::table
