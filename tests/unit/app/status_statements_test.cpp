// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <sqlite3.h>

#include "app/core/status.h"
#include "orchard_fixture.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

int64_t statements = 0;

int count(unsigned /*event*/, void* /*context*/, void* /*statement*/, void* /*text*/) {
  ++statements;
  return 0;
}

int count_in(sqlite3* database, char** /*error*/, const struct sqlite3_api_routines* /*api*/) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, count, nullptr);
}

// While it lives, every statement of a connection that is opened is counted.
class Counted {
 public:
  Counted() { sqlite3_auto_extension(entry()); }
  ~Counted() { sqlite3_cancel_auto_extension(entry()); }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  static void (*entry())() { return reinterpret_cast<void (*)()>(count_in); }
};

// What a list of the month's reports costs, with so many of them there, each twice.
int64_t statements_for(const std::vector<std::pair<std::string, std::string>>& reports) {
  const Orchards orchards;
  for (const auto& [organisation, stage] : reports) {
    const std::string rows = organisation == "KZ-10" ? "B-1;Алма;1,5;1\nB-2;Алмұрт;2,25;2\n" : "B-3;Өрік;3;1\n";
    static_cast<void>(orchards.submit(organisation, stage, rows + "\n"));
    static_cast<void>(orchards.submit(organisation, stage, rows));
  }
  const Counted counted;
  app::Engine engine = orchards.engine();
  report::DutyFilter filter;
  filter.form = "harvest";
  filter.period = calendar::Period::parse("2026-10");
  const auto request = app::status_request(engine, "harvest", filter);
  statements = 0;
  const auto rows = app::list_status(engine, request, *calendar::Date::parse_iso("2026-11-21"));
  size_t came = 0;
  for (const auto& row : rows) came += row.revision == 2 ? 1 : 0;
  REQUIRE(came == reports.size());
  return statements;
}

}  // namespace

TEST_CASE("a list of reports asks the register as often for one as for many") {
  const int64_t of_one = statements_for({{"KZ-10", "draft"}});
  CHECK(of_one > 0);
  CHECK(statements_for({{"KZ-10", "draft"}, {"KZ-10", "final"}, {"KZ-11", "draft"}, {"KZ-11", "final"}}) == of_one);
}
