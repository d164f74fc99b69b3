// SPDX-License-Identifier: MIT
#include "app/registers/check_register.h"

#include <algorithm>
#include <set>

#include "app/core/known_keys.h"
#include "app/query/query_tables.h"
#include "app/query/run_register_check.h"
#include "app/registers/cell_text.h"
#include "app/registers/changed_numbers.h"
#include "app/registers/days_beyond.h"
#include "app/registers/left_names.h"
#include "app/registers/look_alikes.h"
#include "app/registers/register_types.h"
#include "app/registers/stranded.h"
#include "app/registers/verdict_terms.h"
#include "base/text.h"
#include "report/read/bind.h"

namespace esep::app {
namespace {

std::set<int> wrong_lines(const report::Findings& findings) {
  std::set<int> out;
  for (const auto& finding : findings) {
    if (finding.severity == Severity::error) out.insert(finding.row);
  }
  return out;
}

// A row that a column names, and the register in which it was found.
struct Named {
  const RegisterColumn* column = nullptr;
  const RegisterDefinition* definition = nullptr;
  const RegisterRow* row = nullptr;
};

class RegisterCheck {
 public:
  RegisterCheck(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file, calendar::Date today,
                report::Findings& findings)
      : engine_(engine),
        definition_(definition),
        file_(file),
        today_(today),
        findings_(findings),
        terms_(engine, definition),
        unread_(wrong_lines(findings)) {
    for (const auto& other : engine.catalog().registers()) {
      for (const auto& column : other.columns) {
        const auto& beside = column.refers_to;
        if (std::find(beside.begin(), beside.end(), definition.id) == beside.end()) continue;
        for (const auto& id : beside) {
          if (id != definition.id && std::find(beside_.begin(), beside_.end(), id) == beside_.end())
            beside_.push_back(id);
        }
      }
    }
  }

  void run() {
    for (const auto& one : file_.rows) {
      if (errors_ > report::kMaxFindings) {  // each is looked up among all rows, for what was probably meant
        add(one, nullptr, Message("FINDINGS-CUT", {{"limit", std::to_string(report::kMaxFindings)}}));
        return;
      }
      references(one, parties(one));
      key(one);
      if (definition_.by_role(RegisterRole::decision) == nullptr || unread_.contains(one.line)) continue;
      future(one);
      order(one);
      terms(one);
    }
  }

 private:
  void add(const RegisterFile::Row& one, const RegisterColumn* column, Message message,
           Severity severity = Severity::error) {
    if (severity == Severity::error) ++errors_;
    findings_.push_back(file_.at(one.line, column == nullptr ? "" : column->id, std::move(message), severity));
  }

  void add_unknown(const RegisterFile::Row& one, const RegisterColumn& column, const std::string& register_id,
                   const std::string& key, Message message) {
    const std::string code = message.key;
    add(one, &column, with_meant(engine_, register_id, key, std::move(message)));
    findings_.back().code = code;
  }

  // What a cell that could not be read says is not known.
  [[nodiscard]] bool is_unread(const RegisterFile::Row& one, const std::string& text) const {
    return text.empty() && unread_.contains(one.line);
  }

  // The columns whose value names nobody.
  std::set<std::string> parties(const RegisterFile::Row& one) {
    std::set<std::string> unknown;
    if (const auto* column = definition_.by_role(RegisterRole::subject)) {
      const auto& of = engine_.catalog().register_by_id(column->of);
      const std::string key = cell_text(one.row, *column);
      if (!is_unread(one, key) && engine_.row(of.id, key) == nullptr) {
        add_unknown(one, *column, of.id, key, Message("SUBJECT-UNKNOWN", {{"subject", key}, {"register", of.title}}));
        unknown.insert(column->id);
      }
    }
    const auto* column = definition_.by_role(RegisterRole::organisation);
    if (column == nullptr) return unknown;
    const std::string code = cell_text(one.row, *column);
    if (!is_unread(one, code) && engine_.row(engine_.catalog().organisations().id, code) == nullptr) {
      add_unknown(one, *column, engine_.catalog().organisations().id, code,
                  Message("ORGANISATION-UNKNOWN", {{"organisation", code}}));
      unknown.insert(column->id);
    }
    return unknown;
  }

  Named find(const RegisterColumn& column, const std::string& key) {
    for (const auto& id : column.refers_to) {
      if (const auto* row = engine_.row(id, key)) return {&column, &engine_.catalog().register_by_id(id), row};
    }
    return {};
  }

  LocalText titles(const std::vector<std::string>& registers) {
    const auto all = [&](Lang lang) {
      std::vector<std::string> words;
      for (const auto& id : registers) words.push_back(engine_.catalog().register_by_id(id).title.in(lang));
      return join(words, "; ");
    };
    return {all(Lang::kk), all(Lang::ru), all(Lang::en)};
  }

  void references(const RegisterFile::Row& one, const std::set<std::string>& unknown) {
    std::vector<Named> named;
    for (const auto& column : definition_.columns) {
      const std::string key = column.refers_to.empty() ? "" : cell_text(one.row, column);
      if (key.empty()) continue;
      named.push_back(find(column, key));
      if (named.back().row != nullptr) continue;
      named.pop_back();
      if (!unknown.contains(column.id))
        add(one, &column, Message("IMPORT-REFERENCE", {{"value", key}, {"registers", titles(column.refers_to)}}));
    }
    for (const Named& part : named) {
      for (const Named& whole : named) {
        if (whole.column != part.column) belongs(one, part, whole);
      }
    }
  }

  // If one column names a row that belongs to another row, and a second column names such a row, both must be the same.
  void belongs(const RegisterFile::Row& one, const Named& part, const Named& whole) {
    const auto* subject = part.definition->by_role(RegisterRole::subject);
    const auto& others = whole.column->refers_to;
    if (subject == nullptr || std::find(others.begin(), others.end(), subject->of) == others.end()) return;
    const std::string owner = cell_text(*part.row, *subject);
    if (owner == whole.row->key) return;
    add(one, part.column,
        Message("IMPORT-REFERENCE-OTHER", {{"value", part.row->key}, {"owner", owner}, {"found", whole.row->key}}));
  }

  void key(const RegisterFile::Row& one) {
    for (const auto& id : beside_) {
      if (engine_.row(id, one.row.key) == nullptr) continue;
      add(one, definition_.by_role(RegisterRole::key),
          Message("IMPORT-KEY-TAKEN",
                  {{"key", one.row.key}, {"register", engine_.catalog().register_by_id(id).title}}));
    }
  }

  // A verdict that the register has is kept, and so is a day that the file leaves blank.
  const RegisterRow& holder(const RegisterFile::Row& one, RegisterRole role) {
    const auto* old = engine_.row(definition_.id, one.row.key);
    if (old == nullptr) return one.row;
    const bool kept = verdict_of(role) && has_verdict(definition_, *old, *verdict_of(role));
    return kept || report::row_text(definition_, one.row, role).empty() ? *old : one.row;
  }

  // What is recorded has happened.
  void future(const RegisterFile::Row& one) {
    for (const RegisterRole role :
         {RegisterRole::posted_on, RegisterRole::withdrawn_on, RegisterRole::decided_on, RegisterRole::answered_on}) {
      const auto day = report::row_date(definition_, one.row, role);
      if (!day || *day <= today_ || &holder(one, role) != &one.row) continue;
      const char* key = role == RegisterRole::decided_on    ? "VERDICT-FUTURE"
                        : role == RegisterRole::answered_on ? "ANSWER-FUTURE"
                                                            : "PROPOSAL-DAY-FUTURE";
      add(one, definition_.by_role(role), Message(key, {{"key", one.row.key}, {"date", day->dotted()}}));
    }
  }

  void order(const RegisterFile::Row& one) {
    const auto date = [&](RegisterRole role) { return report::row_date(definition_, holder(one, role), role); };
    const auto early = [&](RegisterRole day, RegisterRole before, const char* code) {
      const auto then = date(before);
      const auto given = date(day);
      if (then && given && *given < *then) {
        add(one, definition_.by_role(day), Message(code, {{"key", one.row.key}, {"date", then->dotted()}}));
      }
    };
    early(RegisterRole::decided_on, RegisterRole::posted_on, "PROPOSAL-EARLY");
    early(RegisterRole::answered_on, RegisterRole::decided_on, "ANSWER-EARLY");
    const std::string decision =
        report::row_text(definition_, holder(one, RegisterRole::decision), RegisterRole::decision);
    const bool answered = !report::row_text(definition_, one.row, RegisterRole::answer).empty();
    if (!answered || decision == "accepted" || &holder(one, RegisterRole::answer) != &one.row) return;
    add(one, definition_.by_role(RegisterRole::answer), Message("PROPOSAL-NOT-APPROVED", {{"key", one.row.key}}));
  }

  // Warnings of an earlier import are not repeated.
  void terms(const RegisterFile::Row& one) {
    const auto* old = engine_.row(definition_.id, one.row.key);
    const auto fresh = [&](RegisterRole role) {
      return !report::row_text(definition_, one.row, role).empty() &&
             (old == nullptr || report::row_text(definition_, *old, role).empty());
    };
    for (const VerdictKind kind : {VerdictKind::decision, VerdictKind::answer}) {
      const bool decision = kind == VerdictKind::decision;
      const RegisterRole day = decision ? RegisterRole::decided_on : RegisterRole::answered_on;
      const auto given = report::row_date(definition_, one.row, day);
      if (!given || !fresh(decision ? RegisterRole::decision : RegisterRole::answer)) continue;
      if (auto late = terms_.late(one.row, kind, *given))
        add(one, definition_.by_role(day), std::move(*late), Severity::warning);
    }
    const bool decided = !report::row_text(definition_, one.row, RegisterRole::decision).empty();
    const bool answered = !report::row_text(definition_, one.row, RegisterRole::answer).empty();
    if (old != nullptr || decided || answered) return;
    if (auto tight = terms_.tight(one.row))
      add(one, definition_.by_role(RegisterRole::posted_on), std::move(*tight), Severity::warning);
  }

  Engine& engine_;
  const RegisterDefinition& definition_;
  const RegisterFile& file_;
  calendar::Date today_;
  report::Findings& findings_;
  VerdictTerms terms_;
  std::vector<std::string> beside_;
  size_t errors_ = 0;
  std::set<int> unread_;  // lines with cells that could not be read
};

// The register's own checks on the result of the import. Of a line with a mistake they would say only what follows.
class OwnChecks {
 public:
  OwnChecks(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file, report::Findings& findings)
      : engine_(engine), definition_(definition), file_(file), findings_(findings), wrong_(wrong_lines(findings)) {}

  void run() {
    if (definition_.checks.empty()) return;
    for (const auto& [row, line] : file_.rows) lines_[row.key] = line;
    const std::vector<RegisterRow> after = rows_after(engine_, definition_, file_);
    const auto queries = make_query_database(engine_, {&definition_, &after});
    for (const auto& check : definition_.checks) run(check, *queries);
  }

 private:
  void run(const form::RegisterCheck& check, table::QueryDatabase& queries) {
    run_register_check(definition_, check, queries, [&](NamedByCheck row) {
      // Mistakes in rows that the file does not name do not prevent the import, and what does not count was said when
      // it came.
      const auto line = lines_.find(row.key);
      const bool said = check.severity == Severity::error || !check.counted || !wrong_.empty();
      if (line == lines_.end() ? said : wrong_.contains(line->second)) return;
      const bool is_here = line != lines_.end();
      Message message = is_here ? std::move(row.message) : of_other_row(row);
      auto finding = file_.at(is_here ? line->second : 0, check.column, std::move(message), check.severity);
      if (!is_here) finding.file = definition_.id;
      finding.code = check.code;
      finding.law = check.law;
      findings_.push_back(std::move(finding));
    });
    if (const auto end = queries.take_calendar_end()) {
      findings_.push_back(report::Finding::of(Message("CHECK-CALENDAR-ENDS",
                                                      {{"check", check.code}, {"reason", engine_.render_all(*end)}}))
                              .in(file_.file)
                              .of_column(check.column)
                              .as(Severity::warning));
    }
  }

  // The file is not to blame for a row that it does not name.
  Message of_other_row(const NamedByCheck& row) {
    return {"IMPORT-OTHER-ROW", {{"key", row.key}, {"sentence", engine_.render_all(row.message)}}};
  }

  Engine& engine_;
  const RegisterDefinition& definition_;
  const RegisterFile& file_;
  report::Findings& findings_;
  std::map<std::string, int> lines_;  // of the file, by key
  std::set<int> wrong_;               // lines of the file
};

}  // namespace

void check_register(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file,
                    calendar::Date today, report::Findings& findings) {
  const bool readable = !report::has_errors(findings);
  find_look_alikes(engine, definition, file, findings);
  find_changed_numbers(engine, definition, file, findings);
  find_left_names(engine, definition, file, findings);
  find_days_beyond(engine, definition, file, findings);
  if (!definition.is_organisations) RegisterCheck(engine, definition, file, today, findings).run();
  if (readable) OwnChecks(engine, definition, file, findings).run();
}

}  // namespace esep::app
