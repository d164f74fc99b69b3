// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "registry/registry.h"
#include "registry/small_report.h"
#include "temporary_folder.h"

using namespace esep;
using registry::Actor;
using registry::Registry;
using report::Timeliness;

namespace {

/// Files for one report with days of receipt of their own, due on 20 November; each is entered on 26 November.
class Desk {
 public:
  Desk() : registry(Registry::create(folder_ / "esep.db", kClerk)), form_(registry::money_form()), table_(form_) {
    table_.create(rows_);
    table::RowWriter writer(rows_, table_);
    writer.insert(1, {11, 1, true, {std::string("a"), Decimal::from_units(123400)}});
  }

  report::Submission submit(const char* received, bool accepted = true) { return submit(received, accepted, kClerk); }

  report::Submission submit(const char* received, bool accepted, const Actor& actor) {
    const std::string bytes = received;
    auto out = registry::small_report(form_, bytes, *calendar::LocalTime::parse(received), rows_, table_);
    out.deadline.effective = calendar::Date::parse_iso("2026-11-20");
    if (out.receipt.received.date > *out.deadline.effective) out.verdict = {Timeliness::late, 1};
    out.accepted = accepted;
    return registry.submit(out, actor).submission;
  }

  const Actor kClerk{"clerk", *calendar::LocalTime::parse("2026-11-26T10:00")};
  Folder folder_;
  Registry registry;

 private:
  form::FormDefinition form_;
  table::FormTable table_;
  sqlite::Database rows_ = sqlite::Database::temporary();
};

}  // namespace

TEST_CASE("the file that came first decides, whatever its number; the receipt of another keeps what it said") {
  Desk desk;
  const auto late = desk.submit("2026-11-25T10:00");
  CHECK(late.verdict.timeliness == Timeliness::late);
  const auto found = desk.submit("2026-11-18T10:00");  // a paper that lay in the office
  CHECK(found.revision == 2);
  CHECK(found.verdict.timeliness == Timeliness::on_time);
  CHECK(found.verdict.decided_by.empty());
  const auto corrected = desk.submit("2026-11-26T10:00");
  CHECK(corrected.verdict.timeliness == Timeliness::on_time);
  CHECK(corrected.verdict.decided_by == found.number);
  CHECK(desk.registry.find(late.number).verdict.timeliness == Timeliness::late);
  // A withdrawn file decides nothing, and neither does a rejected one.
  desk.registry.withdraw(found.number, "x", desk.kClerk);
  CHECK(desk.registry.find(corrected.number).verdict.decided_by == late.number);
  CHECK(desk.registry.find(corrected.number).verdict.timeliness == Timeliness::late);
  const auto rejected = desk.submit("2026-11-17T10:00", false);
  CHECK(rejected.verdict.decided_by == late.number);
  CHECK(desk.registry.find(corrected.number).verdict.timeliness == Timeliness::late);
}

TEST_CASE("a file that was taken back keeps the verdict that it had when it was") {
  Desk desk;
  const auto first = desk.submit("2026-11-18T10:00");
  const auto second = desk.submit("2026-11-25T10:00");
  const auto third = desk.submit("2026-11-26T10:00");
  desk.registry.withdraw(second.number, "x", desk.kClerk);
  CHECK(desk.registry.find(second.number).verdict.timeliness == Timeliness::on_time);
  CHECK(desk.registry.find(second.number).verdict.decided_by == first.number);
  // What is taken back later changes nothing for it.
  desk.registry.withdraw(first.number, "x", desk.kClerk);
  CHECK(desk.registry.find(second.number).verdict.decided_by == first.number);
  CHECK(desk.registry.find(third.number).verdict.timeliness == Timeliness::late);
  CHECK(desk.registry.find(third.number).verdict.decided_by.empty());
  // When the third was taken back, nothing stood before it.
  desk.registry.withdraw(third.number, "x", desk.kClerk);
  CHECK(desk.registry.find(third.number).verdict.timeliness == Timeliness::late);
  CHECK(desk.registry.find(first.number).verdict.timeliness == Timeliness::on_time);
}

TEST_CASE("a submission says when it was entered") {
  Desk desk;
  const auto earlier = desk.submit("2026-11-18T10:00");
  REQUIRE(earlier.receipt.entered);
  CHECK(earlier.receipt.entered->iso() == "2026-11-26T10:00");
  CHECK(earlier.receipt.is_backdated());
  CHECK_FALSE(desk.submit("2026-11-26T10:00").receipt.is_backdated());
  // A bare day of --today is its midnight, and what comes on that day is not earlier.
  CHECK_FALSE(desk.submit("2026-11-26T11:00").receipt.is_backdated());
}

TEST_CASE("a submission that was entered under another day than the clock's says so, earlier or later") {
  Desk desk;
  const auto entered = [&](const char* received, const char* clock) {
    Actor actor = desk.kClerk;
    actor.clock = calendar::LocalTime::parse(clock);
    return desk.submit(received, true, actor).receipt.clock;
  };
  CHECK_FALSE(desk.submit("2026-11-18T10:00").receipt.clock);  // nobody asked the clock
  CHECK_FALSE(entered("2026-11-18T11:00", "2026-11-26T23:59"));
  REQUIRE(entered("2026-11-18T12:00", "2026-11-27T00:00"));
  CHECK(entered("2026-11-18T13:00", "2026-11-27T00:00")->iso() == "2026-11-27T00:00");
  CHECK(entered("2026-11-18T14:00", "2026-11-20T09:00"));
}
