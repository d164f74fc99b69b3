// SPDX-License-Identifier: MIT
// Every write, cut, sync and removal under SQLite fails once; and at every one of them the power goes. Afterwards
// doctor finds nothing, and whatever was told to somebody is in the register. ESEP_FAULTS=all takes each operation
// (scripts/soak.sh), else every tenth.
#include <cstdlib>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/hash.h"
#include "faulty_vfs.h"
#include "registry/doctor/doctor.h"
#include "registry/review_book.h"
#include "registry/small_report.h"
#include "temporary_folder.h"

using namespace esep;
using registry::Actor;
using registry::money_form;
using registry::Registry;
using Mode = FaultyVfs::Mode;

namespace {

const Actor kAgency{"agency", *calendar::LocalTime::parse("2026-11-18T10:00")};
const Actor kReviewer{"reviewer", *calendar::LocalTime::parse("2026-11-19T10:00")};
const Actor kHead{"head", *calendar::LocalTime::parse("2026-11-20T10:00")};

report::Workflow shipped_workflow() {
  Diagnostics diagnostics;
  auto out = report::read_workflow(datafile::Library().get("data/workflow.toml"), diagnostics);
  REQUIRE(diagnostics.empty());
  return out;
}

/// A working day at the register. Each step that came back is remembered as told.
class Day {
 public:
  Day(const std::filesystem::path& file, const form::FormDefinition& form, const report::Workflow& workflow)
      : file_(file), form_(form), workflow_(workflow), table_(form_) {
    table_.create(rows_);
    table::RowWriter writer(rows_, table_);
    for (int i = 1; i <= 40; ++i) writer.insert(1, {10 + i, i, true, {std::string(200, 'x'), {}}});
  }

  void work() {
    std::unique_ptr<Registry> registry;
    step("init", [&] { registry = std::make_unique<Registry>(Registry::create(file_, kAgency)); });
    if (!registry) return;
    const report::Users everybody;
    registry::ReviewBook book(*registry, workflow_, everybody);
    for (const char* bytes : {"one", "two", "three"}) step("submit", [&] { submit(*registry, bytes); });
    step("open", [&] { book.open("S-000001", "reviewer", {}, kReviewer); });  // superseded: refused
    step("open", [&] { book.open("S-000003", "reviewer", {}, kReviewer); });
    step("note", [&] { book.note("S-000003", {"C14", 0, "", ""}, "see here", kReviewer); });
    step("recommend",
         [&] { book.recommend("S-000003", {}, "mend", *calendar::Date::parse_iso("2026-12-20"), kReviewer); });
    step("approve", [&] { book.approve("S-000003", "", kHead); });
    step("answer", [&] { book.answer("R-000001", "mended", kAgency); });
    step("paper", [&] { registry->record_paper({"AAAA-BBBB-CCCC", sha256_hex("p"), "report pdf", 3, "kk"}, kHead); });
    step("attach", [&] {
      registry::Attachment facts;
      facts.submission = 3;
      facts.sha256 = sha256_hex("signature");
      facts.file_name = "x.p7s";
      registry->attach(facts, "signature", kHead);
    });
    step("waive", [&] {
      registry->add_waivers(
          {{{"f", "", "km", "", "2026-11", 1}, *calendar::Date::parse_iso("2026-12-20"), "flood", "order", "head"}},
          kHead);
    });
    step("lock", [&] { registry->lock("f", "2026-09", "closed", kHead); });
    step("withdraw", [&] { registry->withdraw("S-000003", "wrong", kAgency); });
    step("backup", [&] {
      std::filesystem::remove(file_.string() + ".copy");
      registry->database().backup_to(file_.string() + ".copy");
    });
  }

  struct Told {
    std::string number;
    std::string head;
  };
  std::vector<Told> receipts;
  std::vector<std::string> done;

 private:
  void step(const char* name, const std::function<void()>& work) {
    try {
      work();
      done.emplace_back(name);
    } catch (const Error&) {
      // Told as not done; whatever comes next is tried all the same.
    }
  }

  void submit(Registry& registry, const std::string& bytes) {
    const auto out = registry::small_report(form_, bytes, kAgency.at, rows_, table_);
    const auto receipt = registry.submit(out, kAgency);
    receipts.push_back({receipt.submission.number, receipt.submission.receipt.chain_head});
  }

  std::filesystem::path file_;
  const form::FormDefinition& form_;
  const report::Workflow& workflow_;
  table::FormTable table_;
  sqlite::Database rows_ = sqlite::Database::temporary();
};

// What is wrong with the register after such a day; empty: nothing.
std::string wrong_after(const std::filesystem::path& file, const Day& day) {
  if (day.done.empty()) return "";  // not even made, and nobody was told that it was
  std::string out;
  try {
    Registry registry = Registry::open(file);
    for (const auto& one : registry::examine(registry).damage)
      out += one.part + " " + one.place + " " + one.message.key + "; ";
    for (const auto& told : day.receipts) {
      if (registry.find(told.number).receipt.chain_head != told.head) out += told.number + " is another; ";
      if (!registry.history().contains(told.head)) out += told.number + " is not in the history; ";
    }
    std::map<std::string, int> wanted;
    for (const std::string& name : day.done) ++wanted[name];
    wanted.erase("backup");
    std::map<std::string, int> written;
    for (const auto& entry : registry.history().entries()) ++written[entry.action];
    for (const auto& [name, count] : wanted) {
      if (written[name] < count) out += name + " was told and is not written; ";
    }
  } catch (const Error& error) {
    out += error.message().key;
  }
  return out;
}

int64_t stride() { return std::getenv("ESEP_FAULTS") != nullptr ? 1 : 10; }

int64_t operations_of_a_day(FaultyVfs& vfs, const form::FormDefinition& form, const report::Workflow& workflow) {
  const Folder folder;
  vfs.arm(0, Mode::once);
  Day day(folder / "esep.db", form, workflow);
  day.work();
  // One step is refused whatever the disk does.
  CHECK(day.done.size() == 15);
  CHECK(wrong_after(folder / "esep.db", day).empty());
  return vfs.operations();
}

void fail_everywhere(Mode mode) {
  FaultyVfs vfs;
  const auto form = money_form();
  const auto workflow = shipped_workflow();
  const int64_t all = operations_of_a_day(vfs, form, workflow);
  CHECK(all > 100);
  int64_t struck = 0;
  for (int64_t at = 1; at <= all; at += stride()) {
    const Folder folder;
    vfs.arm(at, mode);
    Day day(folder / "esep.db", form, workflow);
    day.work();
    struck += vfs.failed() ? 1 : 0;
    if (mode == Mode::power_loss) vfs.lose_unsynced();
    vfs.arm(0, Mode::once);
    CAPTURE(at, all, day.done);
    CHECK(wrong_after(folder / "esep.db", day) == "");
  }
  CHECK(struck >= all / stride() - 2);
}

}  // namespace

TEST_CASE("a disk that fails once at every write and sync") { fail_everywhere(Mode::once); }
TEST_CASE("a disk that is full from any write on") { fail_everywhere(Mode::full); }
TEST_CASE("power that goes at every write and sync, with what was not synced") { fail_everywhere(Mode::power_loss); }

// The deed is told to be not done, stands in the log all the same, and is read by whoever opens the register next.
TEST_CASE("what a failed sync left in the log is on the disk as soon as it can be read") {
  FaultyVfs vfs;
  bool failing = false;
  vfs.set_weather([&](FaultyVfs::Operation operation) {
    return failing && operation == FaultyVfs::Operation::sync ? FaultyVfs::Outcome::error : FaultyVfs::Outcome::good;
  });
  const Folder folder;
  const auto file = folder / "esep.db";
  (void)Registry::create(file, kAgency);
  {
    auto writer = std::make_unique<Registry>(Registry::open(file));
    sqlite::Database reader(file, sqlite::OpenMode::read_only);  // closed last, it leaves the log
    CHECK(reader.value("SELECT count(*) FROM history") == sqlite::Value(int64_t{1}));
    writer->note("note", "", kAgency);  // the first sync of a log is that of its head
    failing = true;
    CHECK_THROWS_AS(writer->note("note", "", kAgency), Error);
    failing = false;
    writer.reset();
  }
  {
    Registry next = Registry::open(file);
    REQUIRE(next.history().entries().size() == 3);
    vfs.go_dark();
  }
  vfs.come_back(FaultyVfs::Loss::everything, [](uint64_t) { return uint64_t{0}; });
  std::filesystem::remove(file.string() + "-shm");
  CHECK(Registry::open(file).history().entries().size() == 3);
}
