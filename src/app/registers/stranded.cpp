// SPDX-License-Identifier: MIT
#include "app/registers/stranded.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/core/early_records.h"
#include "app/core/unowed.h"
#include "app/core/verdict_words.h"
#include "app/query/query_tables.h"
#include "app/query/run_register_check.h"
#include "app/registers/cell_text.h"
#include "app/registers/register_types.h"

namespace esep::app {
namespace {

constexpr size_t kMostOfARow = 20;

// A row that the file changes, and the columns on which duties depend and that differ.
struct Change {
  const RegisterFile::Row* now = nullptr;
  const RegisterRow* before = nullptr;
  std::vector<const RegisterColumn*> columns;
  size_t named = 0, unnamed = 0;  // findings about it
};

class Stranded {
 public:
  Stranded(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file, report::Findings& findings)
      : engine_(engine), definition_(definition), file_(file), findings_(findings) {}

  void run() {
    find_changes();
    if (changes_.empty()) return;
    after_ = rows_after(engine_, definition_, file_);
    records();
    rows_that_move();
    rows_left_out();
    for (const auto& [key, change] : changes_) {
      if (change.unnamed == 0) continue;
      add(change, Message("IMPORT-STRANDS-MORE", {{"key", key}, {"count", std::to_string(change.unnamed)}}));
    }
  }

 private:
  // Bodies owe by their kind and their life; subjects by their body, their life and their days.
  [[nodiscard]] bool decides_duties(const RegisterColumn& column) const {
    constexpr std::array kRoles{RegisterRole::organisation, RegisterRole::subject, RegisterRole::kind,
                                RegisterRole::live_from,    RegisterRole::live_to, RegisterRole::window_to};
    if (std::find(kRoles.begin(), kRoles.end(), column.role) != kRoles.end() || !column.event.empty()) return true;
    const auto& all = engine_.catalog().obligations();
    return column.type == form::ColumnType::date && std::any_of(all.begin(), all.end(), [&](const auto& one) {
             return one.event == column.id && one.who.subject_register == definition_.id;
           });
  }

  void find_changes() {
    for (const RegisterFile::Row& one : file_.rows) {
      const RegisterRow* old = engine_.row(definition_.id, one.row.key);
      if (old == nullptr) continue;
      Change change{&one, old, {}};
      for (const RegisterColumn& column : definition_.columns) {
        if (decides_duties(column) && cell_text(*old, column) != cell_text(one.row, column))
          change.columns.push_back(&column);
      }
      if (!change.columns.empty()) changes_.emplace(one.row.key, std::move(change));
    }
  }

  void add(const Change& change, Message message) {
    auto finding = file_.at(change.now->line, change.columns.front()->id, std::move(message), Severity::warning);
    finding.code = "IMPORT-STRANDS";
    findings_.push_back(std::move(finding));
  }

  void name(Change& change, const char* sentence, const Message& what, Message::Args more = {}) {
    if (++change.named > kMostOfARow) return static_cast<void>(++change.unnamed);
    const RegisterColumn& column = *change.columns.front();
    Message::Args args{{"key", change.now->row.key},
                       {"column", column.title.text},
                       {"before", cell_words(*change.before, column)},
                       {"after", cell_words(change.now->row, column)},
                       {"what", engine_.render_all(what)}};
    for (auto& one : more) args.push_back(std::move(one));
    add(change, Message(sentence, std::move(args)));
  }

  // nullptr: the import changes no row on which the duty depends.
  Change* change_of(const DutyRecord& record) {
    const std::string& key = definition_.is_organisations ? record.key.organisation : record.key.subject;
    const auto at = changes_.find(key);
    if (at == changes_.end() || key.empty()) return nullptr;
    if (definition_.is_organisations) return &at->second;
    const auto& all = engine_.catalog().obligations();
    const bool is_of_it = std::any_of(all.begin(), all.end(), [&](const form::Obligation& one) {
      if (one.who.subject_register != definition_.id) return false;
      if (record.kind == DutyRecord::Kind::event) return one.event == record.name;
      return record.kind == DutyRecord::Kind::report ? one.form == record.key.form
                                                     : one.id == record.name || one.form == record.name;
    });
    return is_of_it ? &at->second : nullptr;
  }

  void records() {
    OwedDuties now(engine_);
    OwedDuties then(engine_, [this](std::string_view id) -> const std::vector<RegisterRow>& {
      return id == definition_.id ? after_ : engine_.rows(id);
    });
    for (const DutyRecord& one : duty_records(engine_)) {
      Change* change = change_of(one);
      if (change == nullptr || !is_owed(now, one)) continue;
      if (!is_owed(then, one)) {
        name(*change, "IMPORT-STRANDS", record_message(engine_, one));
      } else if (one.kind != DutyRecord::Kind::event) {
        days_that_move(*change, one, now, then);
      }
    }
  }

  // What was in order by the days of the register and is so no longer, and terms that are others now.
  void days_that_move(Change& change, const DutyRecord& record, OwedDuties& now, OwedDuties& then) {
    const report::Duty& was = *duty_of(now, record);
    const report::Duty& is = *duty_of(then, record);
    const auto early = too_early(engine_, then, record);
    if (early && (was.due.effective != is.due.effective || !too_early(engine_, now, record))) {
      const Message why = too_early_message(engine_, is.obligation->event, *early);
      name(change, "IMPORT-STRANDS-EARLY", record_message(engine_, record), {{"why", engine_.render_all(why)}});
    } else if (!early && was.due.effective && is.due.effective && was.due.effective != is.due.effective) {
      name(change, "IMPORT-STRANDS-TERM", record_message(engine_, record),
           {{"due", was.due.effective->dotted()}, {"due_now", is.due.effective->dotted()}});
    }
  }

  Message row_message(const RegisterDefinition& of, const std::string& key) {
    return Message("UNOWED-ROW", {{"register", of.title}, {"key", key}});
  }

  // The row of this register to which a row of another one belongs; nullptr: none that changes.
  Change* change_of(const RegisterDefinition& other, const RegisterRow& row) {
    for (const RegisterColumn& column : other.columns) {
      const auto& to = column.refers_to;
      const bool refers = column.of == definition_.id || std::find(to.begin(), to.end(), definition_.id) != to.end();
      const auto at = refers ? changes_.find(cell_text(row, column)) : changes_.end();
      if (at != changes_.end()) return &at->second;
    }
    return nullptr;
  }

  void rows_that_move() {
    for (const RegisterDefinition& other : engine_.catalog().registers()) {
      if (other.id == definition_.id || other.by_role(RegisterRole::organisation) != nullptr) continue;
      for (const RegisterRow& row : engine_.rows(other.id)) {
        Change* change = change_of(other, row);
        if (change == nullptr || change->columns.front()->role != RegisterRole::organisation) continue;
        name(*change, "IMPORT-STRANDS-MOVED", row_message(other, row.key));
      }
    }
  }

  // Rows of other registers that a check takes out of what counts, by check and key.
  using LeftOut = std::map<std::pair<std::string, std::string>, Message>;
  LeftOut left_out_of(const RegisterDefinition& other, const RegisterInstead& instead) {
    LeftOut out;
    const auto queries = make_query_database(engine_, instead);
    for (const auto& check : other.checks) {
      if (check.counted) continue;
      run_register_check(other, check, *queries, [&](NamedByCheck row) {
        out.emplace(std::pair(check.code, row.key), std::move(row.message));
      });
    }
    return out;
  }

  void rows_left_out() {
    for (const RegisterDefinition& other : engine_.catalog().registers()) {
      const bool has_such =
          std::any_of(other.checks.begin(), other.checks.end(), [](const auto& one) { return !one.counted; });
      if (other.id == definition_.id || !has_such || definition_.is_organisations) continue;
      const LeftOut before = left_out_of(other, {});
      std::set<std::string> seen;
      for (const auto& [place, message] : left_out_of(other, {&definition_, &after_})) {
        const RegisterRow* row = engine_.row(other.id, place.second);
        Change* change = row == nullptr || before.contains(place) ? nullptr : change_of(other, *row);
        if (change == nullptr || !seen.insert(place.second).second) continue;
        if (++change->named > kMostOfARow) {
          ++change->unnamed;
          continue;
        }
        add(*change, Message("IMPORT-STRANDS-LEFT-OUT", {{"what", engine_.render_all(row_message(other, row->key))},
                                                         {"sentence", engine_.render_all(message)}}));
      }
    }
  }

  Engine& engine_;
  const RegisterDefinition& definition_;
  const RegisterFile& file_;
  report::Findings& findings_;
  std::map<std::string, Change> changes_;  // by key
  std::vector<RegisterRow> after_;
};

}  // namespace

std::vector<RegisterRow> rows_after(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file) {
  std::map<std::string, RegisterRow> merged;
  for (const auto& row : engine.rows(definition.id)) merged[row.key] = row;
  for (const auto& one : file.rows) merged[one.row.key] = one.row;
  std::vector<RegisterRow> out;
  for (auto& [key, row] : merged) out.push_back(std::move(row));
  return out;
}

void find_stranded(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file,
                   report::Findings& findings) {
  if (engine.has_workspace()) Stranded(engine, definition, file, findings).run();
}

}  // namespace esep::app
