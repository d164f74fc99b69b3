// SPDX-License-Identifier: MIT
#include "table/sandbox.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/core.h>

#include "table/functions.h"
#include "table/sqlite_codes.h"
#include "table/storage.h"

namespace esep::table {
namespace {

using form::Value;
using form::ValueSpec;
using Values = std::map<std::string, Value>;

// Counted in SQLite's virtual-machine instructions, so that the result does not depend on the computer. A rule needs
// about ten to a hundred for a row; the base allows rules over small tables to compare each row with each.
constexpr int64_t kBaseSteps = 10'000'000;
constexpr int64_t kStepsPerRow = 500;
constexpr int kTextReserve = 4096;  // bytes a rule may make out of the longest row

constexpr int kNoLengthLimit = 1'000'000'000;

constexpr int kScratch = 1;  // the one "submission" of the scratch tables

std::string rows_ddl(const FormTable& table) {
  return "CREATE TABLE " + quote_identifier(table.name()) +
         "(_submission INTEGER NOT NULL, _row INTEGER PRIMARY KEY, _record INTEGER NOT NULL, _first INTEGER "
         "NOT NULL" +
         column_definitions(columns_of(table.form())) + ") STRICT;";
}

// Not STRICT, because a value that the engine fills in must not stop a check for its type.
std::string one_row_ddl(std::string_view name, const std::vector<const ValueSpec*>& columns) {
  return fmt::format("CREATE TABLE {}(_one INTEGER PRIMARY KEY{});", quote_identifier(name),
                     column_definitions(columns));
}

std::string set_sql(std::string_view name, const std::vector<const ValueSpec*>& columns) {
  std::string out = "INSERT OR REPLACE INTO " + quote_identifier(name) + " VALUES(1";
  for (size_t i = 0; i < columns.size(); ++i) out += ",?";
  return out + ")";
}

int64_t magnitude(const Value& value) {
  int64_t number = 0;
  if (const auto* integer = std::get_if<int64_t>(&value)) number = *integer;
  if (const auto* decimal = std::get_if<Decimal>(&value)) number = decimal->units();
  if (number == std::numeric_limits<int64_t>::min()) return std::numeric_limits<int64_t>::max();
  return number < 0 ? -number : number;
}

size_t text_size(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? sizeof(int64_t) + 4 : text->size() + 4;
}

template <typename Item>
std::vector<const ValueSpec*> pointers(const std::vector<Item>& items) {
  std::vector<const ValueSpec*> out;
  for (const Item& item : items) out.push_back(&item);
  return out;
}

sqlite::Database open(const std::string& ddl, const std::shared_ptr<int64_t>& limit) {
  auto database = sqlite::Database::temporary();
  database.execute(
      "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000; "
      "PRAGMA secure_delete = OFF");
  add_functions(database, limit);
  database.execute(ddl);
  return database;
}

}  // namespace

Sandbox::Rows::Rows(sqlite::Database& database, const form::FormDefinition& form, const std::string& name)
    : table(form, name), writer(database, table), clear(database.prepare("DELETE FROM " + name)) {}

Sandbox::Sandbox(const form::FormDefinition& form, const form::RegisterDefinition* subject, const RuleTime& time)
    : form_(form),
      head_columns_(pointers(form.fields)),
      subject_columns_(subject == nullptr ? std::vector<const ValueSpec*>() : pointers(subject->columns)),
      number_limit_(std::make_shared<int64_t>(std::numeric_limits<int64_t>::max())),
      database_(open(rows_ddl(FormTable(form, "rows")) + rows_ddl(FormTable(form, "previous")) +
                         one_row_ddl("head", head_columns_) + one_row_ddl("subject", subject_columns_),
                     number_limit_)),
      rows_(database_, form, "rows"),
      previous_(database_, form, "previous"),
      set_head_(database_.prepare(set_sql("head", head_columns_))),
      set_subject_(database_.prepare(set_sql("subject", subject_columns_))),
      measure_{.largest = std::vector<int64_t>(form.columns.size(), 0)},
      time_(time) {
  set_rules_of_the_house();
}

sqlite::RunLimit Sandbox::run_limit() const {
  const int64_t rows = measure_.rows;
  return {kBaseSteps + rows * kStepsPerRow, time_.rule + rows * time_.rule_row, time_.all + rows * time_.all_row,
          time_.clock};
}

void Sandbox::set_rules_of_the_house() {
  database_.set_limit(kSqlLength, 1'000'000);
  database_.set_limit(kExpressionDepth, 100);
  database_.set_limit(kCompoundSelect, 8);
  database_.set_limit(kProgramLength, 50'000);
  database_.set_limit(kFunctionArguments, 32);
  database_.set_limit(kAttached, 0);
  database_.set_limit(kPatternLength, 200);
  database_.set_authorizer([this](const sqlite::Access& access) {
    if (!sandboxed_) return true;
    if (access.action == kSelect) return true;
    if (access.action == kFunction) return is_allowed_function(access.second);
    if (access.action != kRead || access.second == "_submission") return false;
    return access.first == "rows" || access.first == "previous" || access.first == "head" || access.first == "subject";
  });
}

void Sandbox::index(const std::string& column) {
  if (form_.column(column) == nullptr && column != "_record") return;
  for (const char* table : {"rows", "previous"}) {
    database_.execute(fmt::format("CREATE INDEX IF NOT EXISTS {} ON {}({})",
                                  quote_identifier(fmt::format("{}.{}", table, column)), table,
                                  quote_identifier(column)));
  }
}

sqlite::Statement Sandbox::compile(const std::string& sql) {
  struct Guard {
    bool& flag;
    bool before;
    explicit Guard(bool& f) : flag(f), before(std::exchange(f, true)) {}
    ~Guard() { flag = before; }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
  };
  const Guard guard(sandboxed_);
  return database_.prepare(sql);
}

void Sandbox::clear() {
  commit();
  rows_.clear.run();
  previous_.clear.run();
  measure_ = {.largest = std::vector<int64_t>(form_.columns.size(), 0)};
}

void Sandbox::add(RowWriter& writer, const TypedRow& row) {
  if (!database_.in_transaction()) database_.execute("BEGIN");
  writer.insert(kScratch, row);
  size_t size = 0;
  for (size_t i = 0; i < row.values.size(); ++i) {
    size += text_size(row.values[i]);
    measure_.largest[i] = std::max(measure_.largest[i], magnitude(row.values[i]));
  }
  measure_.longest_row = std::max(measure_.longest_row, size);
  ++measure_.rows;
}

void Sandbox::put(int64_t sheet_row, const std::string& column, const Value& value) {
  if (!database_.in_transaction()) database_.execute("BEGIN");
  const bool shared = form_.rows.kind == form::RowKind::grouped && form_.is_head_column(column);
  auto statement =
      database_.prepare(fmt::format("UPDATE rows SET {} = ?1 WHERE {}", quote_identifier(column),
                                    shared ? "_record = (SELECT _record FROM rows WHERE _row = ?2)" : "_row = ?2"));
  bind_value(statement, 1, value);
  statement.bind(2, sheet_row);
  statement.run();
  int64_t& largest = measure_.largest[static_cast<size_t>(form_.column_index(column))];
  largest = std::max(largest, magnitude(value));
}

// A rule that fails while a transaction is open could take the rows with it.
void Sandbox::commit() {
  if (database_.in_transaction()) database_.execute("COMMIT");
}

std::unique_ptr<RowReader> Sandbox::rows() const {
  return std::make_unique<RowReader>(database_, rows_.table, kScratch);
}

Sandbox::Run::Run(Sandbox& sandbox, const RuleContext& context) : sandbox_(sandbox) {
  size_t longest = sandbox.measure_.longest_row;
  const auto fill = [&](sqlite::Statement& statement, const std::vector<const ValueSpec*>& columns,
                        const Values& values) {
    statement.clear_bindings();
    size_t size = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
      const auto at = values.find(columns[i]->id);
      if (at == values.end()) continue;
      bind_value(statement, static_cast<int>(i) + 1, at->second);
      size += text_size(at->second);
      int64_t& largest = heads_[columns[i]->id];
      largest = std::max(largest, magnitude(at->second));
    }
    longest = std::max(longest, size);
    statement.run();
  };
  fill(sandbox.set_head_, sandbox.head_columns_, context.head);
  fill(sandbox.set_subject_, sandbox.subject_columns_, context.subject);
  sandbox.commit();
  sandbox.database_.set_limit(kLength, static_cast<int>(std::min<size_t>(longest + kTextReserve, kNoLengthLimit)));
  sandbox.database_.set_run_limit(sandbox.run_limit());
  sandbox.sandboxed_ = true;
}

Sandbox::Run::~Run() {
  sandbox_.sandboxed_ = false;
  sandbox_.database_.set_run_limit({});
  sandbox_.database_.set_limit(kLength, kNoLengthLimit);
}

void Sandbox::Run::limit_numbers(int64_t limit) { *sandbox_.number_limit_ = limit; }

bool Sandbox::Run::heads_within(int64_t limit, const std::set<std::string>& names) const {
  return std::all_of(heads_.begin(), heads_.end(), [&](const auto& one) {
    return one.second <= limit || !(names.contains(one.first) || names.contains("*"));
  });
}

bool Sandbox::Run::rows_within(int64_t limit, const std::set<std::string>& names) const {
  for (size_t i = 0; i < sandbox_.measure_.largest.size(); ++i) {
    const bool named = names.contains(sandbox_.form_.columns[i].id) || names.contains("*");
    if (named && sandbox_.measure_.largest[i] > limit) return false;
  }
  return true;
}

}  // namespace esep::table
