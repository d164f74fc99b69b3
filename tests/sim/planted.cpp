// SPDX-License-Identifier: MIT
#include "sim/planted.h"

#include <iostream>
#include <memory>

#include "sim/run.h"

namespace esep::sim {
namespace {

/// Somebody reaches past the program into its tables; the guard of the table stands again afterwards.
std::function<void(Office&)> sql(const std::string& guard, const std::string& statement) {
  return [guard, statement](Office& office) {
    sqlite::Database database(office.register_file(), sqlite::OpenMode::read_write);
    const std::string made = office.text("SELECT sql FROM sqlite_schema WHERE name = '" + guard + "'");
    if (made.empty() != guard.empty()) throw std::runtime_error("no such guard: " + guard);
    if (!guard.empty()) database.execute("DROP TRIGGER " + guard);
    database.execute("PRAGMA foreign_keys = OFF");
    database.execute(statement);
    if (!guard.empty() && statement.find("TRIGGER") == std::string::npos) database.execute(made);
  };
}

/// The workspace gets a file, and every process reads it anew.
std::function<void(Office&)> file(const std::string& name, const std::function<std::string()>& text) {
  return [name, text](Office& office) {
    const auto path = office.workspace() / name;
    std::filesystem::create_directories(path.parent_path());
    write_file_atomically(path, text());
    office.read_data_anew();
    office.close_all();
  };
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const size_t at = text.find(old);
  if (at == std::string::npos) throw std::runtime_error("nothing to plant at: " + old);
  return text.replace(at, old.size(), by);
}

// Days on which reports are due, as days off.
std::string wrong_calendar() {
  std::string out = "date,kind,name_kk,name_ru,name_en,source\n";
  for (const char* day : {"2024-06-20", "2024-08-20", "2024-09-20", "2024-11-20", "2025-02-20"})
    out += std::string(day) + ",public_holiday,Мереке,Праздник,Holiday,nobody\n";
  return out;
}

// Every agency approves.
std::string wrong_rights() {
  return replaced(datafile::Library().get("data/workflow.toml").text, "to = \"approved\"\nroles = [\"approver\"]",
                  "to = \"approved\"\nroles = [\"approver\", \"agency\", \"registrar\", \"reviewer\", \"auditor\"]");
}

std::string wrong_term() { return replaced(spending_form(), "day = 20", "day = 22"); }

constexpr const char* kOf = " WHERE id = (SELECT max(id) FROM submission WHERE revision > 0)";

std::vector<Planted> in_the_tables() {
  return {
      {"a submission disappears", sql("submission_no_delete", std::string("DELETE FROM submission") + kOf)},
      {"the day of receipt is another",
       sql("submission_keeps", std::string("UPDATE submission SET received = '2024-02-01T10:00'") + kOf)},
      {"a report is approved by nobody", sql("",
                                             "UPDATE submission SET state = 'approved' WHERE id = (SELECT max(id) "
                                             "FROM submission WHERE state = 'received')")},
      {"two revisions are in force", sql("",
                                         "UPDATE submission SET state = 'received' WHERE id = (SELECT max(id) FROM "
                                         "submission WHERE state = 'superseded')")},
      {"an amount is another", sql("",
                                   "UPDATE \"report.spending.2024-01\" SET amount = amount + 100 WHERE _submission "
                                   "= (SELECT max(_submission) FROM \"report.spending.2024-01\")")},
      {"a reviewer is the one who submitted",
       sql("review_no_update", "UPDATE review SET reviewer = (SELECT user FROM submission WHERE id = submission)")},
      {"the last entry of the history is cut off",
       sql("history_no_delete", "DELETE FROM history WHERE seq = (SELECT max(seq) FROM history)")},
      {"an entry of the history is rewritten",
       sql("history_no_update", "UPDATE history SET user = 'Somebody' WHERE seq = (SELECT max(seq) FROM history) - 5")},
      {"a lock is forgotten", sql("lock_no_update", "UPDATE lock SET locked = 1 - locked")},
      {"a waiver lasts longer", sql("waiver_no_update", "UPDATE waiver SET until = '2029-01-01'")},
      {"an event is on another day", sql("event_no_update", "UPDATE event SET date = '2024-01-09' WHERE date <> ''")},
      {"a verdict is turned round", sql("",
                                        "UPDATE register_row SET value = iif(value = 'accepted', 'refused', "
                                        "'accepted') WHERE column_id = 'decision' AND value <> ''")},
      {"a recommendation is closed by nobody",
       sql("", "UPDATE recommendation SET state = 'closed' WHERE state = 'open'")},
      {"every receipt after this goes to another body",
       sql("submission_keeps",
           "CREATE TRIGGER planted AFTER INSERT ON submission BEGIN UPDATE submission SET organisation "
           "= 'oam' WHERE id = new.id; END")},
  };
}

}  // namespace

const std::vector<Planted>& planted_faults() {
  static const std::vector<Planted> kAll = [] {
    std::vector<Planted> out = in_the_tables();
    out.push_back({"days on which reports are due are days off", file("data/calendar/wrong.csv", wrong_calendar)});
    out.push_back({"everybody approves", file("data/workflow.toml", wrong_rights)});
    out.push_back({"the term is two days longer", file("forms/spending.2024-01.toml", wrong_term)});
    out.push_back({"the disk says that it has synced", [](Office& office) { office.set_lying(true); }, true});
    return out;
  }();
  return kAll;
}

std::vector<std::string> unfound_faults() {
  constexpr int kDeeds = 150;  // answered before the fault is planted, so that there is something to spoil
  constexpr uint64_t kOffices = 3;
  std::vector<std::string> out;
  for (const Planted& fault : planted_faults()) {
    std::optional<std::string> found;
    for (uint64_t seed = 1; seed <= kOffices && !found; ++seed) {
      Plan plan = Plan::whole(seed);
      plan.faults = fault.power_cuts;
      const auto count = std::make_shared<int>(0);
      plan.liar = [&fault, count](Office& office) {
        if (++*count == kDeeds) fault.plant(office);
      };
      found = live(plan).wrong;
    }
    std::cout << fault.name << ": " << found.value_or("not found") << std::endl;
    if (!found) out.push_back(fault.name);
  }
  return out;
}

}  // namespace esep::sim
