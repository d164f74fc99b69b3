// SPDX-License-Identifier: MIT
// Every write, cut, sync and removal under SQLite fails once during the deeds on a queue; and at every one of them the
// power goes. Afterwards the log folds to what the tables say, and whatever was told to somebody is there once.
// ESEP_FAULTS=all takes each operation (scripts/soak.sh), else every tenth.
#include <algorithm>
#include <cstdlib>
#include <set>

#include <catch2/catch.hpp>

#include "app/queue/apply.h"
#include "app/queue/deeds.h"
#include "app/queue/replay.h"
#include "app/registers/import_register.h"
#include "app/upkeep/init_workspace.h"
#include "base/error.h"
#include "faulty_vfs.h"
#include "temporary_folder.h"

using namespace esep;
using Mode = FaultyVfs::Mode;

namespace {

const registry::Actor kClerk{"clerk", *calendar::LocalTime::parse("2026-12-20T10:00")};

std::shared_ptr<app::EngineData> data_of(const std::filesystem::path& workspace) {
  return std::make_shared<app::EngineData>(datafile::Library(), workspace);
}

/// A workspace with one circle of an operator, made once; each day begins with a copy.
class QueueOffice {
 public:
  QueueOffice() {
    app::init_workspace(folder_ / "ws", datafile::Library(), kClerk);
    app::Engine engine(data_of(folder_ / "ws"), folder_ / "ws");
    import(engine, "providers", "code,organisation,title_kk,title_ru\nP-001,KZ-75,Өнер,Искусство\n");
    import(engine, "circles",
           "code,provider,title_kk,title_ru,region,kind,age_from,age_to,places,monthly_norm\n"
           "C-001,P-001,Сурет,Рисование,KZ-75,,6,17,2,18000\n");
  }
  void copy_to(const std::filesystem::path& place) const {
    std::filesystem::copy(folder_ / "ws", place, std::filesystem::copy_options::recursive);
  }

 private:
  void import(app::Engine& engine, const std::string& id, const std::string& csv) const {
    folder_.write("rows.csv", csv);
    REQUIRE(app::import_register(engine, id, folder_ / "rows.csv", kClerk).done);
  }
  Folder folder_;
};

calendar::Instant at(const char* text) { return calendar::Instant::parse_local(text).value(); }

/// What came back of the deeds.
struct Told {
  std::vector<std::string> applications;
  std::vector<queue::Run> runs;
  std::vector<std::string> deeds;
};

/// Deeds on the queue; what came back is remembered as told.
class QueueDay : public Told {
 public:
  explicit QueueDay(const std::filesystem::path& workspace) : engine_(data_of(workspace), workspace) {}

  void work() {
    deed("fund", "2026-03-02T08:00", queue::EventKind::fund, "");
    apply("150101500001", "2026-03-02T09:00");
    apply("150101500011", "2026-03-02T09:01");
    apply("150101500001", "2026-03-02T09:02");  // a second one of that child: refused if the first was taken
    deed("vacate", "2026-03-02T10:00", queue::EventKind::vacate, "C-001");
    run("2026-03-02");
    deed("recall", "2026-03-03T09:00", queue::EventKind::recall, "V-0000001");
    apply("150101500021", "2026-03-03T10:00");
    run("2026-03-03");
  }

 private:
  template <typename Work>
  void step(const Work& work) {
    try {
      work();
    } catch (const Error&) {
      // Told as not done; whatever comes next is tried all the same.
    }
  }
  void apply(const char* child, const char* when) {
    app::ApplyRequest request;
    request.circle = "C-001";
    request.child_iin = child;
    request.guardian_iin = "850301400009";
    request.at = at(when);
    step([&] {
      const auto made = app::apply_for_place(engine_, request, kClerk);
      if (made.answer.done()) applications.push_back(made.marks.id);
    });
  }
  void deed(const char* name, const char* when, queue::EventKind kind, const char* ref) {
    queue::Event event;
    event.at = at(when);
    event.kind = kind;
    event.ref = ref;
    if (kind == queue::EventKind::fund) {
      event.facts.operator_code = "KZ-75";
      event.count = 2026;
      event.amount = Decimal::parse("1000000").value();
    }
    event.day = at(when).date();
    if (kind == queue::EventKind::vacate) event.count = 1;
    step([&] {
      if (app::record_in_queue(engine_, event, kClerk).done()) deeds.emplace_back(name);
    });
  }
  void run(const char* day) {
    step([&] {
      const auto date = calendar::Date::parse_iso(day).value();
      runs.push_back(app::run_queue(engine_, "", date, at("2026-12-20T10:00"), kClerk).run);
    });
  }

  app::Engine engine_;
};

// What is wrong after such a day; empty: nothing.
std::string wrong_after(const std::filesystem::path& workspace, const Told& day) {
  std::string out;
  try {
    app::Engine engine(data_of(workspace), workspace);
    for (const auto& finding : app::replay_queue(engine, std::nullopt).findings) out += finding.code + "; ";
    const auto world = app::read_queue(engine, std::nullopt);
    std::set<std::string> told;
    for (const std::string& id : day.applications) {
      if (!told.insert(id).second) out += id + " was told twice; ";
      if (!world->book().find_application(id)) out += id + " was told and is lost; ";
    }
    const auto runs = world->runs();
    for (const queue::Run& run : day.runs) {
      if (std::find(runs.begin(), runs.end(), run) == runs.end()) out += run.day.iso() + " was told and is lost; ";
    }
    for (const std::string& deed : day.deeds) {
      const bool lost = (deed == "fund" && world->book().funds().empty()) ||
                        (deed == "recall" && world->book().voucher(0).state != queue::VoucherState::recalled);
      if (lost) out += deed + " was told and is lost; ";
    }
  } catch (const Error& error) {
    out += error.message().key;
  }
  return out;
}

int64_t queue_stride() { return std::getenv("ESEP_FAULTS") != nullptr ? 1 : 10; }

void fail_queue_everywhere(Mode mode) {
  FaultyVfs vfs;
  vfs.arm(0, Mode::once);
  const QueueOffice office;
  const auto day_in = [&](const Folder& folder, int64_t strike) {
    office.copy_to(folder / "ws");
    vfs.arm(strike, mode);
    QueueDay day(folder / "ws");
    day.work();
    return Told(day);
  };
  int64_t all = 0;
  {
    const Folder folder;
    const Told day = day_in(folder, 0);
    all = vfs.operations();
    CHECK(day.applications == std::vector<std::string>{"A-0000001", "A-0000002", "A-0000003"});
    CHECK(day.runs.size() == 2);
    CHECK(day.deeds == std::vector<std::string>{"fund", "vacate", "recall"});
    CHECK(wrong_after(folder / "ws", day).empty());
  }
  CHECK(all > 100);
  int64_t struck = 0;
  for (int64_t strike = 1; strike <= all; strike += queue_stride()) {
    const Folder folder;
    const Told told = day_in(folder, strike);
    struck += vfs.failed() ? 1 : 0;
    if (mode == Mode::power_loss) vfs.lose_unsynced();
    vfs.arm(0, Mode::once);
    CAPTURE(strike, all, told.applications, told.deeds);
    CHECK(wrong_after(folder / "ws", told) == "");
  }
  CHECK(struck >= all / queue_stride() - 2);
}

}  // namespace

TEST_CASE("a disk that fails once at every write and sync under a queue", "[app]") {
  fail_queue_everywhere(Mode::once);
}
TEST_CASE("a disk that is full from any write on, under a queue", "[app]") { fail_queue_everywhere(Mode::full); }
TEST_CASE("power that goes at every write and sync under a queue", "[app]") { fail_queue_everywhere(Mode::power_loss); }
