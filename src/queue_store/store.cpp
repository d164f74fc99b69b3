// SPDX-License-Identifier: MIT
#include "queue_store/store.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/private_mask.h"
#include "base/text.h"
#include "queue_store/schema.h"
#include "sqlite/pragma.h"
#include "sqlite/transaction.h"
#include "sqlite/write_turn.h"

namespace esep::queue_store {
namespace {

constexpr int64_t kQueueApplicationId = 0x45534551;  // "ESEQ"
constexpr const char* kNoEntry = "0000000000000000000000000000000000000000000000000000000000000000";

void make_tables(sqlite::Database& database, const std::filesystem::path& file) {
  sqlite::Transaction transaction(database);
  if (sqlite::pragma(database, "user_version") == kSchemaVersion) return;  // somebody was faster
  if (database.value("SELECT 1 FROM sqlite_schema"))
    throw Error(Message("QUEUE-STORE-FOREIGN", {{"file", file.string()}}));
  database.execute(kSchema);
  database.execute("PRAGMA application_id = " + std::to_string(kQueueApplicationId));
  database.execute("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  transaction.commit();
}

std::string entry_hash(const std::string& previous, const Entry& entry) {
  Sha256 hash;
  for (const std::string& part :
       {previous, std::to_string(entry.seq), std::to_string(entry.at.micros), entry.line, entry.user, entry.clock}) {
    hash.update(std::to_string(part.size()) + ":");
    hash.update(part);
  }
  return hash.finish_hex();
}

constexpr const char* kSelectEntries =
    "SELECT seq, at, event, user, clock, hash, previous FROM entry WHERE seq > ? ORDER BY seq";

Entry entry_at(const sqlite::Statement& row) {
  return {row.integer(0), {row.integer(1)}, row.text(2), row.text(3), row.text(4), row.text(5)};
}

}  // namespace

Store::Store(const std::filesystem::path& file, bool create) {
  const PrivateMask mask;
  using sqlite::OpenMode;
  database_ = std::make_unique<sqlite::Database>(file, create ? OpenMode::create : OpenMode::read_write);
  const int64_t version = sqlite::pragma(*database_, "user_version");
  const Message::Args which{{"file", file.string()}};
  if (version > kSchemaVersion) throw Error(Message("QUEUE-STORE-NEWER", which));
  if (version != 0 && sqlite::pragma(*database_, "application_id") != kQueueApplicationId)
    throw Error(Message("QUEUE-STORE-FOREIGN", which));
  sqlite::write_durably(*database_);
  if (version == 0) make_tables(*database_, file);  // before there is a turn: who restores has it
  sqlite::wait_for_turns(*database_, file, Error(Message("QUEUE-STORE-REPLACED", which)));
  statements_ = std::make_unique<Statements>(*database_);
  book_ = std::make_unique<TableBook>(*database_);
  book_->pass_over(lost_numbers());
}

std::vector<queue::Event> Store::events() const {
  std::string text = join(queue::event_columns(), ",") + "\n";
  std::vector<calendar::Instant> times;
  for (const Entry& entry : entries()) {
    text += entry.line + "\n";
    times.push_back(entry.at);
  }
  Diagnostics diagnostics;
  const auto table = datafile::read_csv_table("queue.db", text, queue::event_columns(), {}, diagnostics);
  std::vector<queue::Event> out;
  for (size_t i = 0; i < table.records.size() && i < times.size(); ++i) {
    auto event = queue::read_event(table, table.records[i]);
    if (!std::holds_alternative<queue::Event>(event)) break;
    out.push_back(std::get<queue::Event>(std::move(event)));
    out.back().at = times[i];  // the hour that came twice in 2024 is told by it
  }
  if (out.size() != times.size())
    throw Error(Message("QUEUE-STORE-DAMAGED", {{"entry", std::to_string(out.size() + 1)}}));
  return out;
}

std::vector<Entry> Store::entries(int64_t after) const {
  std::vector<Entry> out;
  auto rows = database_->prepare(kSelectEntries);
  rows.bind(1, after);
  while (rows.step()) out.push_back(entry_at(rows));
  return out;
}

std::optional<calendar::Instant> Store::last_time() const {
  auto row = statements_->get("SELECT at FROM entry ORDER BY seq DESC LIMIT 1");
  return row->step() ? std::optional(calendar::Instant{row->integer(0)}) : std::nullopt;
}

Standing Store::standing() const {
  auto row = statements_->get("SELECT entry, hash, rules FROM standing");
  return row->step() ? Standing{row->integer(0), row->text(1), row->text(2)} : Standing();
}

bool Store::stands_at_end(const std::string& rules) const {
  const EntryMark end = last();
  return standing() == Standing{end.seq, end.hash, rules};
}

void Store::stand(const std::string& rules) {
  const EntryMark end = last();
  statements_->get("DELETE FROM standing")->run();
  auto insert = statements_->get("INSERT INTO standing(entry, hash, rules) VALUES(?,?,?)");
  insert->bind(1, end.seq).bind(2, end.hash).bind(3, rules).run();
}

EntryMark Store::last() const {
  auto row = statements_->get("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1");
  return row->step() ? EntryMark{row->integer(0), row->text(1)} : EntryMark();
}

std::optional<std::string> Store::hash_of(int64_t seq) const {
  auto row = statements_->get("SELECT hash FROM entry WHERE seq = ?");
  row->bind(1, seq);
  return row->step() ? std::optional(row->text(0)) : std::nullopt;
}

std::vector<std::string> Store::broken() const {
  std::vector<std::string> out;
  auto rows = statements_->get("PRAGMA integrity_check(20)");
  while (rows->step()) {
    if (rows->text(0) != "ok") out.push_back(rows->text(0));
  }
  return out;
}

std::vector<int64_t> Store::damage() const {
  std::vector<int64_t> out;
  std::string previous = kNoEntry;
  int64_t expected = 1;
  auto rows = statements_->get(kSelectEntries);
  rows->bind(1, int64_t{0});
  while (rows->step()) {
    const Entry entry = entry_at(*rows);
    if (entry.seq != expected) out.push_back(expected);
    if (rows->text(6) != previous || entry_hash(previous, entry) != entry.hash) out.push_back(entry.seq);
    previous = entry.hash;
    expected = entry.seq + 1;
  }
  return out;
}

void Store::append(const queue::Event& event, const std::string& user, const std::string& clock) {
  const EntryMark before = last();
  const std::string previous = before.seq == 0 ? kNoEntry : before.hash;
  const Entry entry{before.seq + 1, event.at, queue::event_line(event), user, clock, ""};
  auto insert =
      statements_->get("INSERT INTO entry(seq, at, event, user, clock, previous, hash) VALUES(?,?,?,?,?,?,?)");
  insert->bind(1, entry.seq).bind(2, entry.at.micros).bind(3, entry.line).bind(4, user).bind(5, clock);
  insert->bind(6, previous).bind(7, entry_hash(previous, entry)).run();
}

std::string Store::child_of(const std::string& hash) {
  auto known = statements_->get("SELECT id FROM child WHERE hash = ?");
  known->bind(1, hash);
  if (known->step()) return known->text(0);
  constexpr size_t kIdBytes = 16;
  std::string id = random_hex(kIdBytes);
  auto insert = statements_->get("INSERT INTO child(id, hash) VALUES(?,?)");
  insert->bind(1, id).bind(2, hash).run();
  return id;
}

void Store::add_person(const Person& person) {
  auto insert = statements_->get("INSERT INTO person VALUES(?,?,?,?,?,?,?) ON CONFLICT(application) DO NOTHING");
  insert->bind(1, person.application).bind(2, person.number).bind(3, person.secret).bind(4, person.child_iin);
  insert->bind(5, person.child_name).bind(6, person.guardian_iin).bind(7, person.guardian_name).run();
}

void Store::set_key_mark(const std::string& mark) {
  auto insert = statements_->get("INSERT INTO person_key(mark) VALUES(?)");
  insert->bind(1, mark).run();
}

void Store::keep_lost_number(const std::string& number) {
  auto insert = statements_->get("INSERT OR IGNORE INTO lost_number(application) VALUES(?)");
  insert->bind(1, number).run();
}

std::vector<std::string> Store::lost_numbers() const {
  std::vector<std::string> out;
  auto rows = statements_->get("SELECT application FROM lost_number ORDER BY application");
  while (rows->step()) out.push_back(rows->text(0));
  return out;
}

bool Store::is_lost_number(const std::string& number) const {
  auto row = statements_->get("SELECT 1 FROM lost_number WHERE application = ?");
  row->bind(1, number);
  return row->step();
}

std::vector<queue::Run> Store::runs() const {
  std::vector<queue::Run> out;
  auto rows = statements_->get("SELECT queue, day, given, reason, input, output, edition FROM run ORDER BY day, queue");
  while (rows->step()) {
    const auto day = calendar::Date::parse_iso(rows->text(1)).value_or(calendar::Date());
    out.push_back({rows->text(0), day, static_cast<int>(rows->integer(2)), rows->text(3), rows->text(4), rows->text(5),
                   rows->text(6)});
  }
  return out;
}

std::optional<std::string> Store::key_mark() const {
  auto row = statements_->get("SELECT mark FROM person_key");
  return row->step() ? std::optional(row->text(0)) : std::nullopt;
}

std::optional<Person> Store::person(const std::string& application) const {
  auto row = statements_->get(
      "SELECT application, number, secret, child_iin, child_name, guardian_iin, guardian_name FROM person "
      "WHERE application = ?");
  row->bind(1, application);
  if (!row->step()) return std::nullopt;
  return Person{row->text(0), row->text(1), row->text(2), row->text(3), row->text(4), row->text(5), row->text(6)};
}

}  // namespace esep::queue_store
