// SPDX-License-Identifier: MIT
// Paragraph by paragraph: the creative order, № 122 as amended by № 241-НҚ, p. 9–14.
#include <catch2/catch.hpp>

#include "world.h"

using namespace esep;
using namespace esep::queue;

namespace {

Message said(const std::optional<Remark>& remark) { return remark ? remark->message : Message(); }

}  // namespace

TEST_CASE("p. 9: a vacated place is entered within three working days, and counts all the same when it is late") {
  World world;
  world.usual("2026-08-03", 0);
  CHECK_FALSE(world.vacate("2026-08-06T23:59:59", 1, "C-1", "2026-08-03"));
  const auto late = world.vacate("2026-08-07T00:00", 1, "C-1", "2026-08-03");
  CHECK(said(late) == Message("QUEUE-VACATED-LATE", {{"date", "03.08.2026"}, {"last", "06.08.2026"}}));
  CHECK(late->severity == Severity::warning);
  CHECK(world.state().queues.at("C-1").free == std::set<int>{1, 2});
  CHECK(said(world.vacate("2026-08-07T00:00", 1, "C-1", "2026-08-08")) ==
        Message("QUEUE-VACATED-LATER", {{"date", "08.08.2026"}}));
  CHECK(said(world.vacate("2026-08-07T00:00", 0)) == Message("QUEUE-COUNT", {{"value", "0"}}));
  CHECK(said(world.vacate("2026-08-07T00:00", 1, "C-9")) == Message("QUEUE-CIRCLE", {{"circle", "C-9"}}));
}

TEST_CASE("p. 10: a child has one live application, over the sport and the creative order together") {
  World world;
  world.usual("2026-08-03", 2);
  world.circle("2026-08-03T10:00", "S-1", "1", "R", "sport");
  CHECK(said(world.apply("2026-08-03T10:00", "A-1b")) == Message("QUEUE-CHILD-TWICE", {{"application", "A-1"}}));
  CHECK(said(world.apply("2026-08-03T10:00", "A-1b", "S-1")) == Message("QUEUE-CHILD-TWICE", {{"application", "A-1"}}));
  CHECK(said(world.apply("2026-08-03T10:00", "A-1")) == Message("QUEUE-APPLICATION-TWICE", {{"application", "A-1"}}));
}

TEST_CASE("p. 10: who changes the circle withdraws and stands at the end") {
  World world;
  world.usual("2026-08-03", 2);
  CHECK_FALSE(world.take("2026-08-03T10:00", EventKind::withdraw, "A-1"));
  CHECK_FALSE(world.apply("2026-08-03T10:01", "A-1b"));
  CHECK(world.waiting() == "A-2 A-1b");
  CHECK(world.application("A-1") == "withdrawn");
  CHECK(said(world.take("2026-08-03T10:02", EventKind::withdraw, "A-1")) ==
        Message("QUEUE-NOT-LIVE", {{"application", "A-1"}}));
  CHECK(said(world.take("2026-08-03T10:02", EventKind::withdraw, "A-9")) ==
        Message("QUEUE-APPLICATION", {{"application", "A-9"}}));
}

TEST_CASE("p. 10: an application that no lawful representative made is annulled, and its voucher with it") {
  World world;
  world.usual("2026-08-03", 2);
  world.vacate("2026-08-03T10:00", 1);
  world.pass("2026-08-03T18:00");
  CHECK(world.left() == "960000.00");
  CHECK_FALSE(world.take("2026-08-04T10:00", EventKind::annul, "A-1"));
  CHECK(world.application("A-1") == "annulled");
  CHECK(world.voucher_state("V-0000001") == "annulled");
  CHECK(world.left() == "1000000.00");
  CHECK(world.state().queues.at("C-1").free == std::set<int>{1});
  world.pass("2026-08-04T18:00");
  CHECK(world.voucher("V-0000002").place == 1);
}

TEST_CASE("p. 11: ages count in full years, both limits included") {
  World world;
  world.usual("2026-08-03", 0);
  const Message wrong("QUEUE-AGE", {{"circle", "C-1"}, {"from", "6"}, {"to", "10"}});
  CHECK(said(world.apply("2026-08-03T09:00", "A-1", "C-1", "", "2020-08-04")) == wrong);
  CHECK_FALSE(world.apply("2026-08-03T09:00", "A-1", "C-1", "", "2020-08-03"));
  CHECK(said(world.apply("2026-08-03T09:00", "A-2", "C-1", "", "2015-08-03")) == wrong);
  CHECK_FALSE(world.apply("2026-08-03T09:00", "A-2", "C-1", "", "2015-08-04"));
  world.pass("2026-08-03T23:59:59.999999");
  CHECK(world.waiting() == "A-1 A-2");
  world.pass("2026-08-04T00:00");
  CHECK(world.application("A-2") == "outgrown");
}

TEST_CASE("p. 11, p. 14: a number falls by withdrawals and vouchers, rises by returns, and adds up") {
  World world;
  world.usual("2026-08-03", 7);
  CHECK(world.lines("position A-7") == "position A-7 7 6 0");
  world.vacate("2026-08-03T10:00", 2);
  world.take("2026-08-03T11:00", EventKind::withdraw, "A-3");
  world.take("2026-08-03T11:01", EventKind::annul, "A-4");
  world.pass("2026-08-03T18:00");
  CHECK(world.lines("position A-7") == "position A-7 3 2 0 voucher=-2 withdrawn=-1 annulled=-1");
  world.apply("2026-08-03T19:00", "A-8", "C-1", "deviant");
  world.take("2026-08-04T10:00", EventKind::recall, "V-0000001");
  CHECK(world.waiting() == "A-8 A-1 A-5 A-6 A-7");
  CHECK(world.lines("position A-7") == "position A-7 5 2 1 voucher=-2 withdrawn=-1 annulled=-1 returned=1 priority=1");
  const Standing standing = *world.standing("A-7");
  int sum = standing.ahead_when_applied;
  for (const int change : standing.changes) sum += change;
  CHECK(sum == standing.position - 1);
}

TEST_CASE("p. 11: the public never learns who has priority, whatever the counts are") {
  World quiet;
  quiet.usual("2026-08-03", 2);
  World loud;
  loud.usual("2026-08-03", 2);
  loud.apply("2026-08-03T10:00", "A-8", "C-1", "deviant");
  const Standing shown = without_names(*loud.standing("A-2"), loud.creative());
  CHECK(shown.change(Cause::priority) == 0);
  CHECK(shown.change(Cause::returned) == 0);
  CHECK(shown.change(Cause::other) == 1);
  CHECK(shown.position == 3);
  CHECK(without_names(*quiet.standing("A-2"), quiet.creative()).change(Cause::other) == 0);
}

TEST_CASE("p. 12: the run takes what came before 18:00, to the microsecond, and gives in the order of the queue") {
  World world;
  world.usual("2026-08-03", 0);
  world.vacate("2026-08-03T10:00", 3);
  world.apply("2026-08-03T17:59:59.999998", "A-1");
  world.apply("2026-08-03T17:59:59.999999", "A-2");
  world.apply("2026-08-03T18:00:00.000000", "A-3");
  CHECK(world.run("2026-08-03") == "2 -");
  CHECK(world.waiting() == "A-3");
  CHECK(world.lines("voucher") ==
        "voucher V-0000001 A-1 C-1#1 2026-08-03 2026-08-17 40000.00 valid -\n"
        "voucher V-0000002 A-2 C-1#2 2026-08-03 2026-08-17 40000.00 valid -");
}

TEST_CASE("p. 12: a voucher is valid for ten working days and no moment longer; the child may apply again") {
  World world;
  world.usual("2026-08-03", 2);
  world.vacate("2026-08-03T10:00", 2);
  CHECK_FALSE(world.take("2026-08-17T23:59:59.999999", EventKind::contract, "V-0000001"));
  CHECK(said(world.take("2026-08-18T00:00", EventKind::contract, "V-0000002")) ==
        Message("QUEUE-VOUCHER-LAPSED", {{"voucher", "V-0000002"}, {"last", "17.08.2026"}}));
  CHECK(said(world.take("2026-08-18T00:00", EventKind::contract, "V-0000003")) ==
        Message("QUEUE-VOUCHER", {{"voucher", "V-0000003"}}));
  CHECK(world.application("A-1") == "placed");
  CHECK(world.application("A-2") == "expired");
  CHECK(world.left() == "960000.00");
  CHECK(world.state().queues.at("C-1").free == std::set<int>{2});
  CHECK_FALSE(world.apply("2026-08-18T00:00", "A-2b"));
}

TEST_CASE("p. 12: nothing is given from 1 December to the first working day of the year") {
  World world;
  world.usual("2026-11-30", 1);
  world.fund("2026-11-30T09:30", "1000000", 2027);
  world.vacate("2026-11-30T10:00", 1);
  CHECK_FALSE(world.apply("2026-12-10T10:00", "A-2"));
  world.vacate("2026-12-10T10:00", 1);
  world.pass("2027-01-06T00:00");
  CHECK(world.run("2026-11-30") == "1 -");
  CHECK(world.run("2026-12-01") == "0 season");
  CHECK(world.run("2027-01-04") == "0 season");
  CHECK(world.run("2027-01-05") == "1 -");
  CHECK(world.voucher("V-0000001").amount == Decimal::parse("10000"));
}

TEST_CASE("p. 12: when money ends, nobody is passed over because a later one is cheaper") {
  World world;
  world.usual("2026-08-03", 0);
  world.circle("2026-08-03T08:00", "C-2", "400000");
  world.apply("2026-08-03T09:00", "A-1", "C-2");
  world.apply("2026-08-03T09:01", "A-2", "C-1");
  world.vacate("2026-08-03T10:00", 1, "C-1");
  world.vacate("2026-08-03T10:00", 1, "C-2");
  world.pass("2026-08-03T18:00");
  CHECK(world.run("2026-08-03") == "0 money");
  world.fund("2026-08-04T08:00", "640000");
  world.pass("2026-08-04T18:00");
  CHECK(world.run("2026-08-04") == "2 -");
  CHECK(world.left() == "0.00");
}

TEST_CASE("p. 12: a day without vouchers has its reason") {
  World world;
  world.circle("2026-08-03T08:00", "C-1");
  world.pass("2026-08-03T18:00");
  CHECK(world.run("2026-08-03") == "0 nobody");
  world.apply("2026-08-04T08:00", "A-1");
  world.pass("2026-08-04T18:00");
  CHECK(world.run("2026-08-04") == "0 no_places");
  world.vacate("2026-08-05T08:00", 1);
  world.pass("2026-08-05T18:00");
  CHECK(world.run("2026-08-05") == "0 no_fund");
  world.fund("2026-08-06T08:00", "1000000");
  CHECK_FALSE(world.restrict("2026-08-06T08:00", EventKind::stop, "R"));
  CHECK(said(world.restrict("2026-08-06T08:00", EventKind::stop, "R")) ==
        Message("QUEUE-STOP-TWICE", {{"region", "R"}}));
  world.pass("2026-08-06T18:00");
  CHECK(world.run("2026-08-06") == "0 restriction");
  CHECK_FALSE(world.restrict("2026-08-07T08:00", EventKind::resume, "R"));
  CHECK(said(world.restrict("2026-08-07T08:00", EventKind::resume, "R")) ==
        Message("QUEUE-STOP-NONE", {{"region", "R"}}));
  world.pass("2026-08-07T18:00");
  CHECK(world.run("2026-08-07") == "1 -");
}

TEST_CASE("p. 13: who waits longer than three months and does not confirm in August leaves") {
  World world;
  world.circle("2026-04-30T08:00", "C-1");
  world.apply("2026-04-30T09:00", "A-1");
  world.apply("2026-04-30T09:01", "A-2");
  world.apply("2026-05-01T09:00", "A-3");
  CHECK(said(world.take("2026-07-31T23:59:59.999999", EventKind::confirm, "A-2")) ==
        Message("QUEUE-CONFIRM-CLOSED", {{"application", "A-2"}}));
  CHECK_FALSE(world.take("2026-08-31T23:59:59.999999", EventKind::confirm, "A-2"));
  CHECK(world.waiting() == "A-1 A-2 A-3");
  world.pass("2026-09-01T00:00");
  CHECK(world.waiting() == "A-2 A-3");
  CHECK(world.application("A-1") == "not_confirmed");
  CHECK(world.lines("position A-3") == "position A-3 2 1 0 not_confirmed=-1");
  CHECK_FALSE(world.apply("2026-09-01T00:00", "A-1b"));
}

TEST_CASE("p. 14: a recalled voucher, used for two months, returns the money of the months that are left") {
  World world;
  world.usual("2026-08-03", 2);
  world.vacate("2026-08-03T10:00", 1);
  world.take("2026-08-10T10:00", EventKind::contract, "V-0000001");
  CHECK_FALSE(world.take("2026-10-05T10:00", EventKind::recall, "V-0000001"));
  CHECK(world.left() == "980000.00");
  CHECK(world.voucher_state("V-0000001") == "recalled");
  CHECK(world.waiting() == "A-1 A-2");
  CHECK(world.state().queues.at("C-1").free.empty());
  CHECK(said(world.take("2026-10-05T10:00", EventKind::recall, "V-0000001")) ==
        Message("QUEUE-VOUCHER-ENDED", {{"voucher", "V-0000001"}}));
}

TEST_CASE("p. 14: a child with another application does not come back") {
  World world;
  world.usual("2026-08-03", 2);
  world.vacate("2026-08-03T10:00", 1);
  world.take("2026-08-10T10:00", EventKind::contract, "V-0000001");
  CHECK_FALSE(world.apply("2026-08-10T11:00", "A-1b"));
  world.take("2026-08-11T10:00", EventKind::recall, "V-0000001");
  CHECK(world.application("A-1") == "recalled");
  CHECK(world.waiting() == "A-2 A-1b");
}

TEST_CASE("an event before the last one is refused and changes nothing") {
  World world;
  world.usual("2026-08-03", 1);
  const std::string before = state_text(world.state());
  CHECK(said(world.take("2026-08-03T08:59", EventKind::withdraw, "A-1")) ==
        Message("QUEUE-TIME", {{"at", "2026-08-03T08:59:00.000000"}, {"last", "2026-08-03T09:01:00.000000"}}));
  CHECK(state_text(world.state()) == before);
}

TEST_CASE("a circle keeps its queue, operator, region and ages; its norm may change") {
  World world;
  world.usual("2026-08-03", 0);
  CHECK_FALSE(world.circle("2026-08-03T10:00", "C-1", "12000"));
  CHECK(said(world.circle("2026-08-03T10:00", "C-1", "12000", "S")) ==
        Message("QUEUE-CIRCLE-FIXED", {{"circle", "C-1"}}));
  CHECK(said(world.circle("2026-08-03T10:00", "C-2", "1", "R", "chess")) ==
        Message("QUEUE-UNKNOWN", {{"queue", "chess"}}));
  CHECK(said(world.apply("2026-08-03T10:00", "A-1", "C-1", "orphan")) ==
        Message("QUEUE-PRIORITY", {{"priority", "orphan"}}));
}
