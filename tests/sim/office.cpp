// SPDX-License-Identifier: MIT
#include "sim/office.h"

#include <utility>

#include "app/registers/import_register.h"
#include "app/upkeep/init_workspace.h"
#include "base/error.h"
#include "registry/schema.h"
#include "sim/old_register.h"
#include "source_folder.h"
#include "sqlite/write_turn.h"

namespace esep::sim {
namespace {

constexpr int kProcesses = 2;
constexpr int kOnlooker = 1000000;

using Outcome = FaultyVfs::Outcome;
using Operation = FaultyVfs::Operation;

}  // namespace

Office::Office(uint64_t seed, FaultyVfs& disk, datafile::Library data)
    : calendar(source_folder() + "/data/calendar/kz.csv"),
      disk_(disk),
      data_(std::move(data)),
      seed_(seed),
      dice_(mixed(seed, 0)) {
  disk_.set_weather([this](Operation operation) { return weather(operation); });
  model.people = staff();
  processes_.resize(kProcesses);
  for (Process& process : processes_) process.id = next_process_++;
  clock_ = {*calendar::Date::from_ymd(kFirstYear, 1, 1), 0};
  make_workspace();
}

Office::~Office() {
  stormy_ = false;
  for (Process& process : processes_) close(process);
  look_.reset();
  disk_.come_back(FaultyVfs::Loss::nothing, [](uint64_t) { return uint64_t{0}; });
  disk_.set_weather({});
}

void Office::make_workspace() {
  folder_.write("ws/forms/spending.2024-01.toml", spending_form());
  folder_.write("ws/forms/spending-total.2024-01.toml", total_form());
  folder_.write("ws/esep.toml", settings_text());
  app::init_workspace(workspace(), data_, actor("Accounts"));
  read_data_anew();
  {
    app::Engine engine(read_, workspace());
    const std::string grants = source_folder() + "/tests/samples/tied-grants/grants.csv";
    if (!app::import_register(engine, "grants", grants, actor("Registrar")).done) throw Wrong("no grants");
  }
  model.entries = static_cast<int>(number("SELECT count(*) FROM history"));
  look_.reset();
  // Every second office has its register from an earlier program, of any version in turn.
  if (seed_ % 2 == 0) age_register(register_file(), 1 + static_cast<int>(seed_ / 2) % (registry::kSchemaVersion - 1));
}

calendar::LocalTime Office::now() const { return {clock_.date.plus_days(clock_error_), clock_.minute}; }

void Office::begin_step(uint64_t step, calendar::LocalTime now) {
  dice_ = Dice(mixed(seed_, step));
  clock_ = now;
}

std::filesystem::path Office::new_file(const std::string& ending) {
  return folder_ / ("f" + std::to_string(next_file_++) + ending);
}

std::filesystem::path Office::write(const std::string& ending, const std::string& text) {
  const auto out = new_file(ending);
  folder_.write(out.filename().string(), text);
  return out;
}

Outcome Office::weather(Operation operation) {
  if (lies_ && operation == Operation::sync) return Outcome::lied;
  if (!stormy_) return Outcome::good;
  const bool write = operation == Operation::write || operation == Operation::truncate;
  if (full_ && write) return Outcome::full;
  // Reads are many, and failing ones must not hide the others.
  const uint64_t chances = operation == Operation::read ? 10000 : 1000;
  if (dice_.below(chances) >= static_cast<uint64_t>(storm_)) return Outcome::good;
  struck_ = true;
  switch (dice_.below(6)) {
    case 0:
      full_ = true;
      return write ? Outcome::full : Outcome::error;
    case 1:
      return write ? Outcome::torn : Outcome::error;
    case 2:
      return Outcome::killed;
    case 3:
      return Outcome::dark;
    default:
      return Outcome::error;
  }
}

app::Engine& Office::open(Process& process) {
  disk_.set_process(process.id);
  if (!process.engine) {
    auto engine = std::make_unique<app::Engine>(read_, workspace());
    engine->open_register();
    watch_turn(engine->registry().database());
    process.engine = std::move(engine);
  }
  process.engine->forget_rows();
  return *process.engine;
}

// The turn is taken as the program takes it; before that, another may act.
void Office::watch_turn(sqlite::Database& database) {
  database.set_turn([this, &database]() -> sqlite::Turn {
    if (const auto deed = std::exchange(between_, {})) {
      const bool stormy = std::exchange(stormy_, false);
      const bool struck = struck_;
      ++between;
      deed();
      stormy_ = stormy;
      struck_ = struck;
    }
    auto turn = std::make_shared<const sqlite::WriteTurn>(register_file());
    if (database.has_moved()) throw Error("REGISTRY-REPLACED");
    return turn;
  });
}

void Office::close(Process& process) {
  disk_.set_process(process.id);
  process.engine.reset();
}

app::Engine& Office::calm_engine() {
  stormy_ = false;
  return open(processes_.front());
}

sqlite::Database& Office::look() {
  disk_.set_process(kOnlooker);
  if (look_) return *look_;
  look_ = std::make_unique<sqlite::Database>(register_file(), sqlite::OpenMode::read_only);
  (void)look_->value("PRAGMA user_version");  // opens the log
  look_->sync_log();                          // as every process does that opens the register: what was looked at stays
  return *look_;
}

int64_t Office::number(const std::string& sql) {
  const auto value = look().value(sql);
  const auto* out = value ? std::get_if<int64_t>(&*value) : nullptr;
  return out == nullptr ? -1 : *out;
}

std::string Office::text(const std::string& sql) {
  const auto value = look().value(sql);
  const auto* out = value ? std::get_if<std::string>(&*value) : nullptr;
  return out == nullptr ? "" : *out;
}

std::optional<std::string> Office::ask(const Attempt& attempt, Process& process, bool inside) {
  std::optional<std::string> error;
  struck_ = false;
  full_ = false;
  stormy_ = storm_ > 0 && !inside;
  try {
    attempt.ask(open(process));
  } catch (const Error& thrown) {
    error = thrown.message().key;
  }
  stormy_ = false;
  if (!inside) between_ = {};
  return error;
}

void Office::attempt(const Attempt& attempt) {
  const bool inside = busy_.has_value();
  size_t which = dice_.below(processes_.size());
  if (which == busy_) which = (which + 1) % processes_.size();
  Process& process = processes_.at(which);
  if (!inside) {
    busy_ = which;
    if (dice_.chance(1)) close(process);
  }
  const auto error = ask(attempt, process, inside);
  if (!inside) busy_.reset();
  const Refusal refusal = attempt.refusal();
  if (!error && !refusal.empty()) throw Wrong(attempt.name + " was done although " + refusal);
  if (error && refusal.empty() && !struck_) throw Wrong(attempt.name + " was refused: " + *error);
  if (disk_.is_dark()) {
    power_back();
  } else if (disk_.is_dead(process.id)) {
    close(process);
    process.id = next_process_++;
  }
  settle(attempt, !error, struck_ && refusal.empty());
  if (!error) ++answered[attempt.name];
  if (error && !struck_) ++refused[attempt.name];
  if (struck_) ++faults;
  if (struck_ && !inside && dice_.chance(15)) close_all();
  if (liar && !inside) liar(*this);
}

int Office::made_at(const std::string& at) {
  return static_cast<int>(
      number("SELECT count(*) FROM history WHERE seq > " + std::to_string(model.entries) + " AND at = '" + at + "'"));
}

// What was answered is in the register at once, what was refused left no trace, and what a fault broke is done or not.
void Office::settle(const Attempt& attempt, bool was_answered, bool doubtful) {
  for (const Ghost& ghost : std::vector<Ghost>(ghosts_)) {
    const int late = ghost.attempt.done ? 0 : made_at(ghost.at);
    if (late > 0) learn(ghost.attempt, late);
  }
  const int made = static_cast<int>(number("SELECT max(seq) FROM history")) - model.entries;
  const bool repeats = attempt.repeats && attempt.repeats();
  const bool counted = repeats ? made == 0 : made >= attempt.least && made <= attempt.most;
  const bool whole = counted && made == made_at(now().iso());
  const bool done = attempt.done ? attempt.done() : whole;
  if (was_answered && !done) throw Wrong(attempt.name + " was answered and made entries: " + std::to_string(made));
  const bool in_doubt = !was_answered && doubtful;
  if (was_answered || (in_doubt && done && (made != 0 || attempt.done))) {
    learn(attempt, made);
    if (in_doubt) expect_more(attempt, made);
  } else if (made != 0) {
    throw Wrong(attempt.name + " was not done and made entries: " + std::to_string(made));
  } else if (in_doubt) {
    ghosts_.push_back({attempt, now().iso()});
  }
}

// A deed of several transactions that a fault broke off: the next of them may stand in the log as well.
void Office::expect_more(Attempt attempt, int made) {
  if (attempt.least > 0 || attempt.done || made >= attempt.most) return;
  attempt.most -= made;
  ghosts_.push_back({std::move(attempt), now().iso()});
}

void Office::learn(const Attempt& attempt, int entries) {
  const int before = model.entries;
  attempt.learn(entries);
  if (!attempt.done) model.entries = before + entries;
  // Only what was written stands in the log where a ghost may stand; a deed that wrote nothing took nobody's place.
  if (entries != 0 || attempt.done) ghosts_.clear();
}

// The log of a process that was told of an error may hold the deed all the same, and whoever opens the register next
// may find it there.
void Office::raise_ghost() {
  const int made = static_cast<int>(number("SELECT max(seq) FROM history")) - model.entries;
  const std::vector<Ghost> ghosts = ghosts_;
  for (const Ghost& ghost : ghosts) {
    if (ghost.attempt.done && ghost.attempt.done()) return learn(ghost.attempt, made);
  }
  if (made == 0) return;
  for (const auto& [attempt, at] : ghosts) {
    if (!attempt.done && made == made_at(at) && made >= attempt.least && made <= attempt.most)
      return learn(attempt, made);
  }
  throw Wrong("after the register was opened anew its history had other entries by " + std::to_string(made));
}

void Office::close_all() {
  for (Process& process : processes_) close(process);
  disk_.set_process(kOnlooker);
  look_.reset();
  if (!disk_.is_dark()) raise_ghost();
}

void Office::power_cut() {
  disk_.go_dark();
  power_back();
  raise_ghost();
}

void Office::power_back() {
  for (Process& process : processes_) {
    close(process);
    process.id = next_process_++;
  }
  disk_.set_process(kOnlooker);
  look_.reset();
  const auto loss = static_cast<FaultyVfs::Loss>(dice_.below(4));
  disk_.come_back(loss, [this](uint64_t n) { return dice_.below(n); });
  std::error_code ignored;
  std::filesystem::remove(register_file().string() + "-shm", ignored);
  disk_.set_process(kOnlooker);
  ++power_cuts;
}

}  // namespace esep::sim
