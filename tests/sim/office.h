// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/core/engine.h"
#include "faulty_vfs.h"
#include "sim/dice.h"
#include "sim/model.h"
#include "sim/office_data.h"
#include "temporary_folder.h"

namespace esep::sim {

/// The register is not what the documents promise.
class Wrong : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A deed: what the documents say of it, the question to the program, and what is true once it is answered. The model
/// is asked after the program, because somebody else may have acted while the program worked.
struct Attempt {
  std::string name;                  // the function of app/
  std::function<Refusal()> refusal;  // empty: the program must do it
  int least = 1;                     // entries of the history that it makes; 0: by none or several transactions
  int most = 1;
  std::function<void(app::Engine&)> ask;
  /// Tells the model; `entries` were made. Called also for a deed whose answer was lost and that turns out to be done.
  std::function<void(int entries)> learn;
  /// Whether it was done, where the number of entries does not tell.
  std::function<bool()> done = {};
  /// Whether just this stands in the register already: then nothing is written.
  std::function<bool()> repeats = {};
};

/// A receipt that somebody holds.
struct Told {
  int number = 0;
  std::string head;
};

/// A copy of the register, and what was true when it was made.
struct Copy {
  std::filesystem::path file;
  Model model;
  std::vector<Told> told;
};

/// One office: its workspace, its disk, its processes, and the model of what must be true of it. `liar`: what a test
/// plants, called after each deed; empty: nothing.
class Office {
 public:
  Office(uint64_t seed, FaultyVfs& disk, datafile::Library data);
  ~Office();
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  Model model;
  WorkingTable calendar;
  std::vector<Told> told;
  std::vector<Copy> copies;
  std::map<std::string, int64_t> answered;  // deeds by name
  std::map<std::string, int64_t> refused;
  int64_t faults = 0;
  int64_t power_cuts = 0;
  int lost_notes = 0;   // made so far, in every register that there was
  int64_t between = 0;  // deeds between another's question and its turn
  std::function<void(Office&)> liar;

  /// Sets the clock and the weather of the next step.
  void begin_step(uint64_t step, calendar::LocalTime now);
  void set_clock_error(int days) { clock_error_ = days; }
  [[nodiscard]] registry::Actor actor(const std::string& user) const { return {user, now()}; }
  [[nodiscard]] calendar::LocalTime now() const;
  [[nodiscard]] Day today() const { return now().date.days(); }
  [[nodiscard]] std::filesystem::path workspace() const { return folder_ / "ws"; }
  [[nodiscard]] std::filesystem::path register_file() const { return workspace() / "esep.db"; }
  /// A file for somebody's report or letter, with a name of its own.
  [[nodiscard]] std::filesystem::path new_file(const std::string& ending);
  std::filesystem::path write(const std::string& ending, const std::string& text);

  /// Does it and compares the answer with the model. Throws Wrong.
  void attempt(const Attempt& attempt);
  /// What another does after the next deed has looked at the register and before it takes its turn to write.
  void set_between(std::function<void()> deed) { between_ = std::move(deed); }
  /// The disk fails in this step with so many chances in a thousand of each operation.
  void set_storm(int per_thousand) { storm_ = per_thousand; }
  [[nodiscard]] bool in_storm() const { return storm_ > 0; }
  /// From now on no sync does what it says.
  void set_lying(bool lies) { lies_ = lies; }
  /// All processes end as they should.
  void close_all();
  /// The power goes at once: what is open is gone, and what was not synced may be.
  void power_cut();
  /// A connection of nobody, for looking.
  [[nodiscard]] sqlite::Database& look();
  /// Processes that begin from now on read the data files again.
  void read_data_anew() { read_ = std::make_shared<app::EngineData>(data_, workspace()); }
  /// The next look opens the register anew: where SQLite could not write, another file stands in its place.
  void look_anew() { look_.reset(); }
  [[nodiscard]] int64_t number(const std::string& sql);
  [[nodiscard]] std::string text(const std::string& sql);
  /// A process that has the workspace open; not in a storm.
  app::Engine& calm_engine();
  [[nodiscard]] Dice& dice() { return dice_; }

 private:
  struct Process {
    int id = 0;
    std::unique_ptr<app::Engine> engine;
  };
  void make_workspace();
  FaultyVfs::Outcome weather(FaultyVfs::Operation operation);
  app::Engine& open(Process& process);
  void watch_turn(sqlite::Database& database);
  void close(Process& process);
  std::optional<std::string> ask(const Attempt& attempt, Process& process, bool inside);
  void settle(const Attempt& attempt, bool was_answered, bool doubtful);
  void learn(const Attempt& attempt, int entries);
  void expect_more(Attempt attempt, int made);
  void raise_ghost();
  void power_back();
  /// Entries after those of the model that were made at this time.
  int made_at(const std::string& at);

  Folder folder_;
  FaultyVfs& disk_;
  datafile::Library data_;
  std::shared_ptr<app::EngineData> read_;  // by all processes
  uint64_t seed_;
  Dice dice_;
  calendar::LocalTime clock_;
  int clock_error_ = 0;
  int storm_ = 0;
  bool stormy_ = false;  // now
  bool struck_ = false;
  bool lies_ = false;
  bool full_ = false;
  int next_process_ = 1;
  int next_file_ = 1;
  std::function<void()> between_;
  std::optional<size_t> busy_;  // the process that does a deed
  std::vector<Process> processes_;
  std::unique_ptr<sqlite::Database> look_;
  struct Ghost {
    Attempt attempt;
    std::string at;
  };
  std::vector<Ghost> ghosts_;  // told as not done; one of them is perhaps in the log after the last entry
};

}  // namespace esep::sim
