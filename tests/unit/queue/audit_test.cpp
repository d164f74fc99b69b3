// SPDX-License-Identifier: MIT
// The log of another system: a right one is clean, and each of its lines made wrong is named.
#include "queue/audit.h"

#include <catch2/catch.hpp>

#include "world.h"

using namespace esep;
using namespace esep::queue;

namespace {

struct Files {
  std::string applications =
      "application,circle,child,guardian,at,priority\n"
      "A-1,C-1,k1,g1,2026-08-03T09:00:00.000001,\n"
      "A-2,C-1,k2,g2,2026-08-03T09:00:00.000002,\n"
      "A-3,C-1,k3,g3,2026-08-03T10:00,deviant\n"
      "A-4,C-1,k4,g4,2026-08-03T11:00,\n"
      "A-5,C-2,k5,g5,2026-04-30T11:00,\n"
      "A-6,C-2,k6,g6,2026-04-30T12:00,\n";
  std::string places =
      "circle,place,vacated,entered\n"
      "C-1,p1,2026-08-03,2026-08-03T12:00\n"
      "C-1,p2,2026-07-31,2026-08-05T12:00\n";
  std::string vouchers =
      "voucher,application,place,issued,valid_until,amount,end,ended\n"
      "V-1,A-3,p1,2026-08-03T18:00,2026-08-17,40000,expired,2026-08-18T00:00\n"
      "V-2,A-1,p2,2026-08-05T18:00:03,2026-08-19,40000,used,2026-08-10T10:00\n"
      "V-3,A-2,p1,2026-08-18T18:00,2026-09-01,40000,,\n";
  std::string events =
      "at,kind,ref,count,reason\n"
      "2026-08-20T10:00,confirm,A-5,,\n"
      "2026-09-01T00:00,not_confirmed,A-6,,\n";
  std::string runs;

  Files() {
    runs = "day,at,given\n";
    for (auto day = *calendar::Date::parse_iso("2026-08-03"); day <= *calendar::Date::parse_iso("2026-08-31");
         day = day.plus_days(1)) {
      const bool gives = day.day() == 3 || day.day() == 5 || day.day() == 18;
      runs += day.iso() + "," + day.iso() + "T18:00," + (gives ? "1" : "0") + "\n";
    }
  }
};

/// The findings as "file:line CODE argument … (paragraph)".
std::string audited(const Files& files) {
  const World world;
  AuditFindings findings;
  Diagnostics diagnostics;
  const AuditedLog log = read_audited_log({files.applications, files.places, files.vouchers, files.events, files.runs},
                                          findings, diagnostics);
  CHECK(diagnostics.empty());
  const AuditFindings judged = audit(log, world.policies(), "creative-order", world.calendar());
  findings.insert(findings.end(), judged.begin(), judged.end());
  std::string out;
  for (const AuditFinding& one : findings) {
    out += (out.empty() ? "" : "\n") + one.file + ":" + std::to_string(one.line) + " " + one.message.key;
    for (const auto& [name, value] : one.message.args) out += " " + std::get<std::string>(value);
    out += " (" + one.paragraph + ")";
  }
  return out;
}

std::string with(std::string Files::*file, const std::string& was, const std::string& is) {
  Files files;
  std::string& text = files.*file;
  const size_t at = text.find(was);
  REQUIRE(at != std::string::npos);
  text.replace(at, was.size(), is);
  return audited(files);
}

}  // namespace

TEST_CASE("the log of a system that keeps the order is clean") { CHECK(audited(Files()).empty()); }

TEST_CASE("p. 9: a place that is entered late, and one that is given before it is entered") {
  CHECK(with(&Files::places, "2026-07-31", "2026-07-30") ==
        "places.csv:3 AUDIT-VACATED-LATE 30.07.2026 04.08.2026 (9)");
  CHECK(with(&Files::places, "2026-08-05T12:00", "2026-08-05T18:00") == "vouchers.csv:3 AUDIT-PLACE-EARLY p2 (9)");
}

TEST_CASE("p. 10: two live applications of a child") {
  CHECK(with(&Files::applications, "C-1,k4", "C-1,k1") == "applications.csv:5 AUDIT-CHILD-TWICE A-1 (10)");
  CHECK(with(&Files::applications, "C-1,k4,g4,2026-08-03T11:00", "C-1,k1,g1,2026-08-10T10:00").empty());
}

TEST_CASE("p. 11: a voucher to the last instead of the first, past a priority child, from another circle's place") {
  CHECK(with(&Files::vouchers, "V-2,A-1", "V-2,A-4") ==
        "vouchers.csv:3 AUDIT-ORDER A-1 (11)\nvouchers.csv:4 AUDIT-ORDER A-1 (11)");
  CHECK(
      with(&Files::vouchers, "V-1,A-3", "V-1,A-4") ==
      "vouchers.csv:2 AUDIT-ORDER A-3 (11)\nvouchers.csv:3 AUDIT-ORDER A-3 (11)\nvouchers.csv:4 AUDIT-ORDER A-3 (11)");
  CHECK(with(&Files::vouchers, "V-3,A-2", "V-3,A-5").starts_with("vouchers.csv:4 AUDIT-CIRCLE p1 C-1 (11)"));
}

TEST_CASE("p. 12: hour, season, restriction and term of a voucher") {
  CHECK(with(&Files::vouchers, "05T18:00:03", "05T18:01") ==
        "runs.csv:4 AUDIT-NOT-GIVEN C-1 (12)\nvouchers.csv:3 AUDIT-HOUR 2026-08-05T18:01:00.000000 (12)");
  CHECK(with(&Files::vouchers, "2026-08-19", "2026-08-20") == "vouchers.csv:3 AUDIT-TERM 20.08.2026 19.08.2026 (12)");
  CHECK(with(&Files::vouchers, "2026-08-10T10:00", "2026-08-20T00:00") ==
        "vouchers.csv:3 AUDIT-USED-LATE 19.08.2026 (12)");
  CHECK(with(&Files::events, "2026-08-20T10:00,confirm,A-5,,\n",
             "2026-08-05T09:00,stop,,,\n2026-08-06T09:00,resume,,,\n2026-08-20T10:00,confirm,A-5,,\n") ==
        "vouchers.csv:3 AUDIT-RESTRICTED 05.08.2026 (12)");
  CHECK(with(&Files::vouchers, "V-3,A-2,p1,2026-08-18T18:00,2026-09-01,40000,,\n",
             "V-3,A-2,p1,2026-08-18T18:00,2026-09-01,40000,,\nV-4,A-4,p2,2026-12-01T18:00,2026-12-15,1,,\n") ==
        "vouchers.csv:4 AUDIT-NOT-EXPIRED 01.09.2026 (12)\nvouchers.csv:5 AUDIT-SEASON 01.12.2026 (12)\nvouchers.csv:5 "
        "AUDIT-PLACE-TWICE V-2 (12)");
}

TEST_CASE("p. 12: an expired place that keeps its voucher, a child with two, an application that has left") {
  CHECK(with(&Files::vouchers, "expired,2026-08-18T00:00", "expired,2026-08-19T00:00") ==
        "vouchers.csv:4 AUDIT-PLACE-TWICE V-1 (12)");
  CHECK(with(&Files::vouchers, "V-2,A-1", "V-2,A-3") ==
        "vouchers.csv:3 AUDIT-LEFT A-3 (12)\nvouchers.csv:3 AUDIT-CHILD-VOUCHERS V-1 (12)\nvouchers.csv:4 AUDIT-ORDER "
        "A-1 (11)");
  CHECK(with(&Files::vouchers, "V-2,A-1", "V-2,A-9").starts_with("vouchers.csv:3 AUDIT-APPLICATION A-9 (12)"));
  CHECK(with(&Files::vouchers, "A-1,p2", "A-1,p9").find("vouchers.csv:3 AUDIT-PLACE p9 (12)") != std::string::npos);
}

TEST_CASE("p. 12: nothing is given and no reason is shown; runs that are missing or count wrongly") {
  CHECK(with(&Files::vouchers, "V-3,A-2,p1,2026-08-18T18:00,2026-09-01,40000,,\n", "")
            .starts_with("runs.csv:17 AUDIT-GIVEN 1 0 (12)\nruns.csv:17 AUDIT-NOT-GIVEN C-1 (12)"));
  CHECK(with(&Files::runs, "2026-08-04,2026-08-04T18:00,0\n", "") == "runs.csv:1 AUDIT-RUN-MISSING 04.08.2026 (12)");
  CHECK(with(&Files::runs, "2026-08-05T18:00,1", "2026-08-05T18:00,2") == "runs.csv:4 AUDIT-GIVEN 2 1 (12)");
}

TEST_CASE("p. 13: who did not confirm stays, who confirmed or need not is removed") {
  CHECK(with(&Files::events, "2026-08-20T10:00,confirm,A-5,,\n", "") ==
        "applications.csv:6 AUDIT-NOT-CONFIRMED 31.08.2026 (13)");
  CHECK(with(&Files::events, "not_confirmed,A-6", "not_confirmed,A-5") ==
        "applications.csv:7 AUDIT-NOT-CONFIRMED 31.08.2026 (13)\nevents.csv:3 AUDIT-CONFIRM A-5 (13)");
  CHECK(with(&Files::applications, "2026-04-30T12:00", "2026-05-01T12:00") == "events.csv:3 AUDIT-CONFIRM A-6 (13)");
}

TEST_CASE("a cell that cannot be read is named and its row left out") {
  CHECK(with(&Files::events, "confirm,A-5", "agreed,A-5") ==
        "events.csv:2 AUDIT-CELL kind ()\napplications.csv:6 AUDIT-NOT-CONFIRMED 31.08.2026 (13)");
}
