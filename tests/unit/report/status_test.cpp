// SPDX-License-Identifier: MIT
#include "report/duty/status.h"

#include <catch2/catch.hpp>

#include "report/duty/no_term.h"

using namespace esep;
using report::Timeliness;

namespace {

const calendar::WorkingDays& shipped_calendar() {
  static const calendar::WorkingDays calendar = [] {
    Diagnostics diagnostics;
    return calendar::WorkingDays::load(datafile::Library(), diagnostics);
  }();
  return calendar;
}

calendar::Date day(const char* iso) { return *calendar::Date::parse_iso(iso); }
calendar::LocalTime at(const char* iso) { return *calendar::LocalTime::parse(std::string(iso) + "T10:00"); }

using Day = std::optional<calendar::Date>;

// A duty that is done on a day of its own, due on 18 December 2026, a Friday.
struct Case {
  form::Obligation obligation;
  report::Duty duty;
  std::vector<report::Submission> submissions;
  std::map<int64_t, Day> days;

  explicit Case(const char* done_on = "posted") {
    obligation.id = "o";
    obligation.done_on = done_on;
    duty.obligation = &obligation;
    duty.key = {"f", "", "km", "", "2027", 1};
    duty.due.effective = day("2026-12-18");
  }

  Case& handed_in(const char* received, Day done, bool term_known = true) {
    report::Submission s;
    s.id = static_cast<int64_t>(submissions.size()) + 1;
    s.key = duty.key;
    s.revision = static_cast<int>(s.id);
    s.receipt.received = at(received);
    calendar::DueDate due;
    if (term_known) due = duty.due;
    s.deadline.effective = due.effective;
    s.verdict = report::judge(obligation, due, s.receipt.received, done, shipped_calendar());
    days[s.id] = done;
    submissions.push_back(s);
    return *this;
  }

  // "late 2 2026-12-22": timeliness, days late, day done.
  std::string on(const char* today, const std::vector<report::Waiver>& waivers = {}) {
    const report::StatusFacts facts{waivers, {}, [&](const report::Submission& s) { return days.at(s.id); }};
    const auto rows = report::status_of({duty}, submissions, facts, day(today), shipped_calendar());
    const auto& row = rows.at(0);
    return std::string(report::timeliness_name(row.timeliness)) + " " + std::to_string(row.working_days_late) + " " +
           (row.done ? row.done->iso() : "-") + (row.waiver ? " waived" : "");
  }
};

}  // namespace

TEST_CASE("the day of the deed decides, however late the report comes") {
  CHECK(Case().handed_in("2027-02-01", day("2026-12-18")).on("2027-03-01") == "on_time 0 2026-12-18");
  CHECK(Case().handed_in("2026-12-23", day("2026-12-22")).on("2027-03-01") == "late 2 2026-12-22");
  CHECK(Case("").handed_in("2026-12-23", day("2026-12-10")).on("2027-03-01") == "late 3 -");
}

TEST_CASE("handed in but not done is open, then missing") {
  Case open;
  open.handed_in("2026-12-14", std::nullopt);
  CHECK(open.submissions.at(0).verdict.timeliness == Timeliness::due);
  CHECK(open.on("2026-12-18") == "due 0 -");
  CHECK(open.on("2026-12-22") == "missing 2 -");
  const report::Waiver waiver{open.duty.key, day("2026-12-31"), "r", "b", "u"};
  CHECK(open.on("2026-12-22", {waiver}) == "excused 0 - waived");
}

TEST_CASE("a day after the receipt is a promise, not a deed") {
  CHECK(Case().handed_in("2026-12-14", day("2026-12-15")).submissions.at(0).verdict.timeliness == Timeliness::due);
}

TEST_CASE("the revision in force says which day it was") {
  CHECK(Case().handed_in("2026-12-14", std::nullopt).handed_in("2027-01-11", day("2026-12-17")).on("2027-02-01") ==
        "on_time 0 2026-12-17");
  CHECK(Case().handed_in("2026-12-16", day("2026-12-15")).handed_in("2027-01-11", day("2026-12-21")).on("2027-02-01") ==
        "late 1 2026-12-21");
}

TEST_CASE("what came before its term was known is judged by the term") {
  CHECK(Case().handed_in("2026-12-23", day("2026-12-22"), false).on("2027-02-01") == "late 2 2026-12-22");
  CHECK(Case("").handed_in("2026-12-22", std::nullopt, false).on("2027-02-01") == "late 2 -");
}

TEST_CASE("a waiver that held on the day of the deed stands beside the delay") {
  Case late;
  late.handed_in("2027-02-01", day("2026-12-22"));
  const report::Waiver waiver{late.duty.key, day("2026-12-31"), "r", "b", "u"};
  CHECK(late.on("2027-02-02", {waiver}) == "late 2 2026-12-22 waived");
}

TEST_CASE(
    "a report is judged anew where the event that starts its term was corrected, and the verdict at receipt is kept") {
  Case one("");
  one.obligation.due.kind = calendar::DueRule::Kind::working_days_after_event;
  one.handed_in("2026-12-18", std::nullopt);
  const auto standing = [&](const char* effective) {
    one.duty.due.effective = day(effective);
    return report::standing_of(one.duty, one.submissions.at(0), one.submissions.at(0), std::nullopt,
                               shipped_calendar());
  };
  CHECK_FALSE(standing("2026-12-18").at_receipt);
  CHECK_FALSE(standing("2026-12-21").at_receipt);
  CHECK(standing("2026-12-15").now.verdict.timeliness == Timeliness::late);
  CHECK(standing("2026-12-15").at_receipt->verdict.timeliness == Timeliness::on_time);
  CHECK(standing("2026-12-15").at_receipt->effective == day("2026-12-18"));
  CHECK(one.on("2027-01-11").starts_with("late 2"));
  one.obligation.due.kind = calendar::DueRule::Kind::fixed_day;
  CHECK(standing("2026-12-15").now.verdict.timeliness == Timeliness::on_time);
}

TEST_CASE("what is made of a window comes after its last day, which is no deadline") {
  Case one("");
  one.obligation.due.kind = calendar::DueRule::Kind::at_least_working_days;
  one.handed_in("2026-12-21", std::nullopt);
  one.submissions.at(0).verdict = {};
  const auto row = [&](const char* effective) {
    one.duty.due.effective = day(effective);
    return report::status_of({one.duty}, one.submissions, {}, day("2027-01-11"), shipped_calendar()).at(0);
  };
  CHECK_FALSE(row("2026-12-18").early);
  CHECK(row("2026-12-10").timeliness == Timeliness::on_time);
  CHECK(row("2026-12-10").judged_by == day("2026-12-18"));
  CHECK_FALSE(row("2026-12-10").is_overdue());
  const auto longer = row("2026-12-21");
  REQUIRE(longer.early);
  CHECK(longer.early->window);
  CHECK(longer.early->not_before == day("2026-12-21"));
  CHECK(longer.timeliness == Timeliness::on_time);
  CHECK(longer.is_overdue());
  one.submissions.at(0).deadline.effective = std::nullopt;
  const auto opened_later = row("2026-12-10");
  CHECK(opened_later.timeliness == Timeliness::on_time);
  CHECK_FALSE(opened_later.at_receipt);
  CHECK_FALSE(report::has_no_deadline(opened_later));
  CHECK(report::came_after_window(opened_later));
  one.obligation.accept_from = form::AcceptFrom::always;
  CHECK_FALSE(row("2026-12-21").early);
  one.submissions.clear();
  const auto open = row("2026-12-10");
  CHECK(open.timeliness == Timeliness::due);
  CHECK(open.working_days_late == 0);
  CHECK(report::timeliness_word(open) == report::kNoTerm);
  CHECK_FALSE(open.is_overdue());
}

TEST_CASE("nothing is done before its event") {
  Case one;
  one.obligation.due.kind = calendar::DueRule::Kind::working_days_after_event;
  one.handed_in("2026-12-16", day("2026-12-15"));
  const auto row = [&](const char* event) {
    one.duty.event_date = day(event);
    const report::StatusFacts facts{{}, {}, [&](const report::Submission& s) { return one.days.at(s.id); }};
    return report::status_of({one.duty}, one.submissions, facts, day("2027-01-11"), shipped_calendar()).at(0);
  };
  CHECK_FALSE(row("2026-12-15").early);
  REQUIRE(row("2026-12-16").early);
  CHECK(row("2026-12-16").early->done == day("2026-12-15"));
  CHECK_FALSE(row("2026-12-16").early->window);
  // Without a day of its own the receipt is compared, also where a file is taken at any time (docs/decisions.md).
  one.obligation.done_on.clear();
  CHECK_FALSE(row("2026-12-16").early);
  REQUIRE(row("2026-12-17").early);
  one.obligation.accept_from = form::AcceptFrom::always;
  REQUIRE(row("2026-12-17").early);
  CHECK(row("2026-12-17").early->not_before == day("2026-12-17"));
  CHECK_FALSE(row("2026-12-16").early);
}

TEST_CASE("a deed of before its event is named") {
  form::Obligation obligation;
  obligation.id = "press";
  report::Duty duty;
  duty.obligation = &obligation;
  duty.event_date = day("2026-01-14");
  report::Deed deed;
  deed.date = day("2026-01-12");
  REQUIRE(report::too_early(duty, deed));
  CHECK(report::too_early(duty, deed)->not_before == day("2026-01-14"));
  deed.date = day("2026-01-14");
  CHECK_FALSE(report::too_early(duty, deed));
}

TEST_CASE("a report that came while no deadline was known is neither on time nor late") {
  Case one("");
  one.obligation.due.kind = calendar::DueRule::Kind::working_days_after_event;
  one.handed_in("2026-12-18", std::nullopt, false);
  const auto row = [&](Day effective) {
    one.duty.due.effective = effective;
    return report::status_of({one.duty}, one.submissions, {}, day("2026-12-31"), shipped_calendar()).at(0);
  };
  CHECK(report::timeliness_word(row(std::nullopt)) == report::kNoDeadline);
  CHECK(report::timeliness_word(row(day("2026-12-18"))) == "on_time");
  CHECK(report::timeliness_word(*row(day("2026-12-18")).at_receipt) == report::kNoDeadline);
}

TEST_CASE("a later revision keeps the verdict that its receipt gives") {
  Case two("");
  two.obligation.due.kind = calendar::DueRule::Kind::working_days_after_event;
  two.handed_in("2026-12-16", std::nullopt);
  two.duty.due.effective = day("2026-12-15");
  two.handed_in("2026-12-18", std::nullopt);
  two.submissions.at(1).verdict = {Timeliness::late, 1, "S-000001"};
  const auto row = [&] {
    return report::status_of({two.duty}, two.submissions, {}, day("2026-12-31"), shipped_calendar()).at(0);
  };
  CHECK(row().working_days_late == 1);
  CHECK_FALSE(row().at_receipt);
  CHECK(row().judged_by == day("2026-12-15"));
  two.duty.due.effective = day("2026-12-14");
  CHECK(row().working_days_late == 2);
  CHECK(row().at_receipt->effective == day("2026-12-15"));
}

TEST_CASE("the file that came first decides, whatever its number, and the status says so") {
  Case one("");
  one.handed_in("2026-12-22", std::nullopt);
  CHECK(one.on("2027-01-11") == "late 2 -");
  one.handed_in("2026-12-17", std::nullopt);
  one.submissions.at(1).number = "S-000002";
  one.submissions.at(1).receipt.entered = at("2026-12-23");
  CHECK(one.on("2027-01-11") == "on_time 0 -");
  const auto rows = report::status_of({one.duty}, one.submissions, {}, day("2027-01-11"), shipped_calendar());
  CHECK(rows.at(0).revision == 2);
  CHECK(rows.at(0).received == at("2026-12-17"));
  CHECK(rows.at(0).origin.decided_by == "S-000002");
  CHECK(rows.at(0).origin.entered == at("2026-12-23"));
  one.submissions.at(1).state = report::State::withdrawn;
  CHECK(one.on("2027-01-11") == "late 2 -");
}

TEST_CASE("a duty whose event is not recorded awaits it") {
  report::StatusRow row;
  form::Obligation obligation;
  obligation.due.kind = calendar::DueRule::Kind::days_after_event;
  row.duty.obligation = &obligation;
  CHECK(row.awaits_event());
  row.duty.event_date = day("2026-12-18");
  CHECK_FALSE(row.awaits_event());
}

TEST_CASE("what the register composed is done by its dispatch alone") {
  Case composed("");
  composed.duty.by_dispatch = true;
  composed.handed_in("2026-12-14", std::nullopt);
  std::vector<report::Deed> sent;
  const auto on = [&](const char* today) {
    return report::status_of({composed.duty}, composed.submissions, {{}, sent}, day(today), shipped_calendar()).at(0);
  };
  CHECK(on("2026-12-18").timeliness == Timeliness::due);
  CHECK(on("2026-12-19").timeliness == Timeliness::missing);
  CHECK_FALSE(on("2026-12-19").received);
  CHECK(on("2026-12-19").state == report::State::none);
  const auto send = [&](const char* on_day, const char* number) {
    report::Deed deed{"o", composed.duty.key, "", day(on_day)};
    deed.sent = report::SentPaper{"AAAA-BBBB-CCCC", number, "A."};
    sent.push_back(deed);
  };
  send("2026-12-18", "№ 1");
  CHECK(on("2027-01-01").timeliness == Timeliness::on_time);
  CHECK(on("2027-01-01").done == day("2026-12-18"));
  // The last record counts.
  send("2026-12-22", "№ 2");
  const auto late = on("2027-01-01");
  CHECK(late.timeliness == Timeliness::late);
  CHECK(late.working_days_late == 2);
  CHECK(late.deed()->sent->number == "№ 2");
}

TEST_CASE("of several letters the first with a complete paper decides, and each is kept") {
  Case composed("");
  composed.duty.by_dispatch = true;
  std::vector<report::Deed> sent;
  const auto row = [&] {
    return report::status_of({composed.duty}, {}, {{}, sent}, day("2027-01-01"), shipped_calendar()).at(0);
  };
  const auto send = [&](const char* report, const char* on_day, int missing, int returned = 0) {
    report::Deed deed{"o", composed.duty.key, "", day(on_day), report};
    deed.sent = report::SentPaper{"AAAA-BBBB-CCCC", std::string("№ ") + report, "A.", missing, returned};
    sent.push_back(deed);
  };
  const auto withdraw = [&] {
    report::Deed deed{"o", composed.duty.key, "", {}};
    deed.sent.emplace();
    deed.withdrawn = true;
    sent.push_back(deed);
  };
  send("S-000001", "2026-12-18", 0);
  send("S-000002", "2026-12-23", 0);
  CHECK(row().timeliness == Timeliness::on_time);
  CHECK(row().done == day("2026-12-18"));
  CHECK(row().deed()->report == "S-000002");
  REQUIRE(row().deliveries.at(0).earlier.size() == 1);
  CHECK(row().deliveries.at(0).letter_of("S-000001")->date == day("2026-12-18"));
  // A record of the same report corrects it, wherever it stands.
  send("S-000001", "2026-12-21", 0);
  CHECK(row().done == day("2026-12-21"));
  CHECK(row().timeliness == Timeliness::late);
  CHECK(row().deliveries.at(0).earlier.size() == 1);
  // A withdrawal takes the last letter back, and the one before it is the last again.
  withdraw();
  CHECK(row().deed()->report == "S-000001");
  CHECK(row().deliveries.at(0).earlier.empty());
  withdraw();
  CHECK(row().deed() == nullptr);
  // A paper with gaps does not decide for the complete one.
  send("S-000003", "2026-12-17", 2);
  send("S-000004", "2026-12-18", 0, 1);
  send("S-000005", "2026-12-22", 0);
  CHECK(row().done == day("2026-12-22"));
  CHECK(row().deliveries.at(0).earlier.size() == 2);
}

TEST_CASE("of a delay that lasts the working days that have passed count, one at least") {
  const Case one("");
  const auto late = [&](const char* today) {
    const auto row = report::status_of({one.duty}, {}, {}, day(today), shipped_calendar()).at(0);
    CHECK(row.timeliness == Timeliness::missing);
    return row.working_days_late;
  };
  CHECK(late("2026-12-19") == 1);  // a Saturday behind the last day: as what comes on it
  CHECK(late("2026-12-21") == 1);
  CHECK(late("2026-12-25") == 5);
  CHECK(late("2026-12-26") == 5);
}

TEST_CASE("a dispatch that an earlier program recorded names no obligation, and is found by its key") {
  Case composed("");
  composed.duty.by_dispatch = true;
  report::Deed deed{"", composed.duty.key, "", day("2026-12-18")};
  deed.sent = report::SentPaper{"AAAA-BBBB-CCCC", "№ 1", "A."};
  const auto row = report::status_of({composed.duty}, {}, {{}, {deed}}, day("2027-01-01"), shipped_calendar()).at(0);
  CHECK(row.done == day("2026-12-18"));
  // A record without a form and without an obligation belongs to nothing.
  deed.key.form.clear();
  CHECK(report::deed_of({deed}, "o", deed.key) == nullptr);
}

TEST_CASE("what goes to two addressees is done when both have it, and each is shown by itself") {
  Case two("");
  two.duty.by_dispatch = true;
  two.obligation.recipient.addressees = {{"one", {}}, {"other", {}}};
  std::vector<report::Deed> deeds;
  const auto on = [&](const char* today) {
    return report::status_of({two.duty}, {}, {{}, deeds}, day(today), shipped_calendar()).at(0);
  };
  const auto deliver = [&](const char* to, const char* on_day, bool withdrawn = false) {
    report::Deed deed{"o", two.duty.key, to, day(on_day)};
    deed.sent = report::SentPaper{"AAAA-BBBB-CCCC", "№ 1", "A."};
    deed.withdrawn = withdrawn;
    deeds.push_back(deed);
  };
  REQUIRE(on("2026-12-18").deliveries.size() == 2);
  deliver("one", "2026-12-17");
  CHECK_FALSE(on("2026-12-18").done);
  CHECK(on("2026-12-18").deliveries[0].deed);
  CHECK_FALSE(on("2026-12-18").deliveries[1].deed);
  CHECK(on("2026-12-19").timeliness == Timeliness::missing);
  deliver("other", "2026-12-18");
  CHECK(on("2026-12-19").timeliness == Timeliness::on_time);
  CHECK(on("2026-12-19").done == day("2026-12-18"));
  deliver("other", "2026-12-18", true);
  CHECK(on("2026-12-19").timeliness == Timeliness::missing);
}

TEST_CASE("an event that is known not to come leaves nothing to expect") {
  Case none("");
  none.obligation.due.kind = calendar::DueRule::Kind::days_after_event;
  none.duty.due = {};
  const auto row = [&] { return report::status_of({none.duty}, {}, {}, day("2027-01-01"), shipped_calendar()).at(0); };
  CHECK(row().awaits_event());
  auto late = row();
  late.usual_event_day = day("2026-12-31");
  CHECK(late.lacks_event());
  CHECK(late.is_overdue());
  CHECK(report::timeliness_word(late) == "event_not_recorded");
  none.duty.not_expected = true;
  CHECK_FALSE(row().awaits_event());
  CHECK(row().is_not_expected());
  CHECK(report::timeliness_word(row()) == "not_expected");
}

TEST_CASE("a duty without a form is done by what is recorded of it, in every language that it asks for") {
  Case posting("");
  posting.obligation.recipient.languages = {Lang::kk, Lang::ru};
  posting.obligation.due.kind = calendar::DueRule::Kind::days_after_event;
  posting.duty.key.form.clear();
  std::vector<report::Deed> deeds;
  const auto on = [&](const char* today) {
    return report::status_of({posting.duty}, {}, {{}, deeds}, day(today), shipped_calendar()).at(0);
  };
  CHECK(on("2026-12-18").timeliness == Timeliness::due);
  CHECK(on("2026-12-19").timeliness == Timeliness::missing);
  report::Deed deed{"o", posting.duty.key, "", day("2026-12-17")};
  deed.languages = {Lang::kk};
  deeds.push_back(deed);
  CHECK(on("2026-12-19").timeliness == Timeliness::missing);
  CHECK_FALSE(on("2026-12-19").done);
  CHECK(report::missing_languages(posting.obligation, *on("2026-12-19").deed()) == std::vector{Lang::ru});
  deed.languages = report::languages_from("ru, kk");
  deed.date = day("2026-12-22");
  deeds.push_back(deed);
  CHECK(on("2026-12-23").timeliness == Timeliness::late);
  CHECK(on("2026-12-23").working_days_late == 2);
  CHECK(report::timeliness_word(on("2026-12-23")) == "late");
  deed.date = day("2026-12-18");
  deeds.push_back(deed);
  CHECK(on("2026-12-23").timeliness == Timeliness::on_time);
  CHECK(report::timeliness_word(on("2026-12-23")) == "on_time");
  // Another duty of the same body and period has the same key.
  posting.obligation.id = "other";
  CHECK(on("2026-12-23").timeliness == Timeliness::missing);
  posting.obligation.id = "o";
  deed.withdrawn = true;
  deeds.push_back(deed);
  CHECK(on("2026-12-23").timeliness == Timeliness::missing);
  CHECK(on("2026-12-23").deed() == nullptr);
}
