// SPDX-License-Identifier: MIT
// What a deed on a large queue costs, beside a bare SQLite program that writes the same rows (docs/performance.md).
// usage: esep_queue_bench FOLDER CIRCLES WAITING
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include <fmt/core.h>
#include <sys/resource.h>

#include "base/file.h"
#include "queue/fold.h"
#include "queue/ledger.h"
#include "queue/state.h"
#include "queue_store/schema.h"
#include "queue_store/store.h"
#include "sqlite/transaction.h"

namespace {

using namespace esep;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void tell(const std::string& what, double value, const char* unit) {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  const double processor = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  std::printf("%-60s %12.3f %-6s peak %ld MB, processor so far %.2f s\n", what.c_str(), value, unit,
              usage.ru_maxrss / 1024, processor);
  std::fflush(stdout);
}

class Bench {
 public:
  Bench(const std::filesystem::path& folder, int circles, int waiting)
      : folder_(folder), circles_(circles), waiting_(waiting) {
    Diagnostics diagnostics;
    const std::string source = ESEP_SOURCE_DIR;
    const std::string days = source + "/data/calendar/kz.csv";
    const std::string policy = source + "/data/queues/creative-order.2026-07.toml";
    calendar_ = calendar::WorkingDays::from_csv(days, read_file(days), diagnostics);
    policies_.add(queue::read_policy({policy, policy, read_file(policy)}, diagnostics));
    at_ = calendar::Instant::parse_local("2026-08-03T00:10").value();
  }

  void fill() {
    queue_store::Store store(folder_ / "queue.db", true);
    const auto start = Clock::now();
    sqlite::Transaction transaction(store.database());
    queue::Fold fold(policies_, calendar_, store.book(), store.last_time());
    for (int i = 0; i < circles_; ++i) take(store, fold, circle(i));
    queue::Event fund = event(queue::EventKind::fund);
    fund.facts.operator_code = "KZ-75";
    fund.count = 2026;
    fund.amount = Decimal::parse("900000000000").value();
    take(store, fold, fund);
    for (int i = 0; i < waiting_; ++i) take(store, fold, apply());
    store.stand("bench");
    transaction.commit();
    tell(fmt::format("{} applications in one transaction", waiting_), waiting_ / ms_since(start) * 1000, "/s");
  }

  // Every group is a transaction of its own, from opening the file to the durable commit.
  void groups(int count, int size) {
    std::vector<double> times;
    for (int g = 0; g < count; ++g) {
      const auto start = Clock::now();
      queue_store::Store store(folder_ / "queue.db", true);
      sqlite::Transaction transaction(store.database());
      if (!store.stands_at_end("bench")) std::abort();
      queue::Fold fold(policies_, calendar_, store.book(), store.last_time());
      for (int i = 0; i < size; ++i) take(store, fold, apply());
      store.stand("bench");
      transaction.commit();
      times.push_back(ms_since(start));
    }
    report(fmt::format("apply, groups of {}, each opened anew", size), times, size);
  }

  void kept_open(int count, int size) {
    queue_store::Store store(folder_ / "queue.db", true);
    queue::Fold fold(policies_, calendar_, store.book(), store.last_time());
    std::vector<double> times;
    for (int g = 0; g < count; ++g) {
      const auto start = Clock::now();
      sqlite::Transaction transaction(store.database());
      for (int i = 0; i < size; ++i) take(store, fold, apply());
      store.stand("bench");
      transaction.commit();
      times.push_back(ms_since(start));
    }
    report(fmt::format("apply, groups of {}, file kept open", size), times, size);
  }

  void positions(int count) {
    const queue_store::Store store(folder_ / "queue.db", false);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
      const auto index = static_cast<size_t>(i) * 7919 % store.book().applications();
      const auto start = Clock::now();
      if (!queue::standing_of(store.book(), index)) continue;
      times.push_back(ms_since(start));
    }
    report("position, explained", times, 1);
  }

  void run(int places) {
    queue_store::Store store(folder_ / "queue.db", true);
    const auto start = Clock::now();
    sqlite::Transaction transaction(store.database());
    queue::Fold fold(policies_, calendar_, store.book(), store.last_time());
    for (int i = 0; i < places; ++i) {
      queue::Event vacate = event(queue::EventKind::vacate);
      vacate.ref = "C-" + std::to_string(i % circles_);
      vacate.count = 1;
      vacate.day = at_.date();
      take(store, fold, vacate);
    }
    store.stand("bench");
    transaction.commit();
    tell(fmt::format("{} places entered", places), ms_since(start) / 1000, "s");
    const auto at_six = Clock::now();
    sqlite::Transaction running(store.database());
    fold.pass_time(calendar::Instant::parse_local("2026-08-03T18:00").value());
    running.commit();
    tell(fmt::format("run: {} vouchers, chosen and written", store.book().vouchers()), ms_since(at_six) / 1000, "s");
  }

  void replay() {
    const queue_store::Store store(folder_ / "queue.db", false);
    const auto start = Clock::now();
    const auto events = store.events();
    queue::State state;
    queue::Fold fold(policies_, calendar_, state, std::nullopt);
    for (const queue::Event& one : events) fold.take(one);
    tell(fmt::format("replay of {} events in memory", events.size()), ms_since(start) / 1000, "s");
  }

  // The rows of an application alone: entry, application, movement, where the tables stand.
  void bare(int count, int size) {
    sqlite::Database database(folder_ / fmt::format("bare{}.db", size), sqlite::OpenMode::create);
    {
      auto journal = database.prepare("PRAGMA journal_mode = WAL");
      journal.step();
    }
    database.execute("PRAGMA synchronous = FULL");
    database.execute(queue_store::kSchema);
    auto entry = database.prepare("INSERT INTO entry VALUES(?,?,?,?,?,?,?)");
    auto application = database.prepare("INSERT INTO application VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    auto movement = database.prepare("INSERT INTO movement VALUES(?,?,?,?,?,?,?,?)");
    std::vector<double> times;
    int64_t n = 0;
    for (int g = 0; g < count; ++g) {
      const auto start = Clock::now();
      sqlite::Transaction transaction(database);
      for (int i = 0; i < size; ++i, ++n) {
        const std::string line = queue::event_line(apply());
        const std::string hash(64, 'a');
        entry.bind(1, n + 1).bind(2, n).bind(3, line).bind(4, "bench").bind(5, "2026-08-03T09:15");
        entry.bind(6, hash).bind(7, hash).run();
        const std::string circle = "C-" + std::to_string(n % circles_);
        application.bind(1, n + 1).bind(2, "A-" + std::to_string(n)).bind(3, "arts").bind(4, std::to_string(n));
        application.bind(5, circle).bind(6, "").bind(7, "waiting").bind(8, 0).bind(9, n).bind(10, 0).bind(11, "");
        application.bind(12, "2030-01-01").bind(13, n).bind(14, 0).bind(15, 0).bind(16, 0).bind(17, nullptr).run();
        movement.bind(1, circle).bind(2, n / circles_ + 1).bind(3, n + 1).bind(4, "priority").bind(5, 0).bind(6, n);
        movement.bind(7, 0).bind(8, "").run();
      }
      transaction.commit();
      times.push_back(ms_since(start));
    }
    report(fmt::format("bare SQLite, the same rows, groups of {}", size), times, size);
  }

 private:
  static void report(const std::string& what, std::vector<double> times, int size) {
    std::sort(times.begin(), times.end());
    double sum = 0;
    for (const double one : times) sum += one;
    tell(what + ", mean", static_cast<double>(times.size()) * size / sum * 1000, "/s");
    tell(what + ", p50", times[times.size() / 2], "ms");
    tell(what + ", p99", times[times.size() * 99 / 100], "ms");
  }

  queue::Event event(queue::EventKind kind) {
    queue::Event out;
    at_.micros += 1000;
    out.at = at_;
    out.kind = kind;
    return out;
  }
  queue::Event circle(int i) {
    queue::Event out = event(queue::EventKind::circle);
    out.ref = "C-" + std::to_string(i);
    out.facts = {"creative-order", "KZ-75", "KZ-75", 6, 17};
    out.amount = Decimal::parse("18000").value();
    return out;
  }
  queue::Event apply() {
    queue::Event out = event(queue::EventKind::apply);
    ++applied_;
    out.ref = fmt::format("A-{:07}", applied_);
    out.circle = "C-" + std::to_string(applied_ * 31 % circles_);
    out.child = fmt::format("{:032x}", applied_);
    out.born = calendar::Date::parse_iso("2016-05-05").value();
    return out;
  }
  static void take(queue_store::Store& store, queue::Fold& fold, const queue::Event& event) {
    const auto remark = fold.take(event);
    if (remark && remark->severity == Severity::error) {
      std::fprintf(stderr, "refused: %s\n", remark->message.key.c_str());
      std::abort();
    }
    store.append(event, "bench", "2026-08-03T09:15");
  }

  std::filesystem::path folder_;
  int circles_;
  int waiting_;
  int applied_ = 0;
  calendar::Instant at_;
  calendar::WorkingDays calendar_;
  queue::PolicyBook policies_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 64;
  Bench bench(argv[1], std::atoi(argv[2]), std::atoi(argv[3]));
  bench.fill();
  bench.groups(200, 1);
  bench.kept_open(500, 1);
  bench.kept_open(100, 50);
  bench.bare(500, 1);
  bench.bare(100, 50);
  bench.positions(5000);
  bench.run(std::max(1, std::atoi(argv[3]) / 133));
  bench.replay();
  return 0;
}
