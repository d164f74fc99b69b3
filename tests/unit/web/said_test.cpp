// SPDX-License-Identifier: MIT
// Sentences that the pages share with the command line: what a file would do, and what became of it.
#include <catch2/catch.hpp>

#include "app/receive/check_files.h"
#include "app/receive/replacement.h"
#include "app/summary/summary.h"
#include "app/upkeep/verified_view.h"
#include "app/upkeep/verify.h"
#include "portal_fixture.h"

using namespace esep;
using portal_fixture::Portal;

namespace {

const std::string kSaidRows = "B-1;Алма;1,50;10\nB-2;Алмұрт;2,25;4\n";

// What the check says of a file with these rows.
std::string would_do(Portal& portal, const std::string& rows, Lang lang) {
  portal.write("again.csv", "orchard;name;area;tons\n" + rows);
  app::Engine engine = portal.engine();
  app::Incoming incoming = Portal::incoming("harvest", "KZ-10", "draft");
  incoming.received = Portal::now().local;
  app::Checker checker(engine, incoming);
  std::string out;
  app::check_files(checker, {portal.path("again.csv").string()}, [&](app::CheckedFile& file) {
    const auto said = app::replacement_message(app::replacement_of(engine, file), file);
    out = said ? said->key + ": " + engine.messages().render(*said, lang) : "";
  });
  return out;
}

std::string verified(Portal& portal, const std::string& rows, Lang lang) {
  portal.write("again.csv", "orchard;name;area;tons\n" + rows);
  app::Engine engine = portal.engine();
  return app::VerifiedViews(engine).of(app::verify_file(engine, portal.path("again.csv").string()), lang).message;
}

void take_back(Portal& portal) {
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  REQUIRE(portal.post("clerk", "/ru/report/S-000001/withdraw", {{"reason", "Ошибка"}}).status == 303);
}

}  // namespace

TEST_CASE("CHECK-REGISTERED, CHECK-REPLACES, CHECK-RETURNED: what handing in would do") {
  Portal portal;
  CHECK(would_do(portal, kSaidRows, Lang::ru).empty());  // the first
  REQUIRE(portal.submit("KZ-10", "draft", kSaidRows) == "S-000001");
  CHECK(would_do(portal, kSaidRows, Lang::ru) ==
        "CHECK-REGISTERED: Этот же файл уже зарегистрирован 03.11.2026 под № S-000001 (редакция 1) и действует: "
        "повторная сдача ничего не изменит.");
  CHECK(would_do(portal, kSaidRows, Lang::kk) ==
        "CHECK-REGISTERED: Дәл осы файл 03.11.2026 күні S-000001 болып тіркелген (1-редакция) және күшінде: қайта "
        "тапсыру ештеңені өзгертпейді.");
  CHECK(would_do(portal, "B-1;Алма;1,50;11\nB-2;Алмұрт;2,25;4\n", Lang::ru) ==
        "CHECK-REPLACES: Этот файл заменит редакцию 1 отчёта (S-000001); дата сдачи первой редакции сохранится.");
  CHECK(would_do(portal, "B-1;Алма;1,50;много\nB-2;Алмұрт;2,25;4\n", Lang::ru).empty());  // nobody takes it
  portal.add("reviewer", {{"reviewer"}});
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/open").status == 303);
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/return", {{"return-text", "Нет тонн."}}).status == 303);
  CHECK(would_do(portal, kSaidRows, Lang::ru) ==
        "CHECK-RETURNED: Это тот самый файл, который зарегистрирован под № S-000001 (редакция 1) и возвращён на "
        "исправление. В нём ничего не изменено: сначала устраните причину возврата, потом сдайте исправленный файл.");
  take_back(portal);
  CHECK(would_do(portal, kSaidRows, Lang::ru).empty());  // what was withdrawn is replaced by nobody
}

TEST_CASE("VERIFY-NOT-IN-FORCE: a received file that does not count is genuine and does not count") {
  Portal portal;
  REQUIRE(portal.submit("KZ-10", "draft", kSaidRows) == "S-000001");
  CHECK_THAT(verified(portal, kSaidRows, Lang::ru), Catch::StartsWith("не изменён: это сам принятый файл (S-000001"));
  take_back(portal);
  CHECK_THAT(verified(portal, kSaidRows, Lang::ru),
             Catch::StartsWith("не изменён, но не действует: это сам поступивший файл (S-000001"));
  CHECK_THAT(verified(portal, kSaidRows, Lang::kk),
             Catch::StartsWith("өзгермеген, бірақ күшінде емес: бұл – тізілімге түскен файлдың өзі (S-000001"));
  CHECK_THAT(verified(portal, kSaidRows, Lang::en),
             Catch::StartsWith("unaltered, but not in force: this is the file as it came in (S-000001"));
}

TEST_CASE("Summary: an account for some bodies is refused one of all, whoever asks for it") {
  Portal portal;
  portal.add("chief", {{"coordinator"}});
  portal.add("bound", {{"coordinator"}, std::set<std::string>{"KZ-10"}});
  app::Engine engine = portal.engine();
  app::SummaryRequest request;
  request.summary = &engine.summaries().require("tied-grants");
  const auto asked = [&](const std::string& user) {
    return error_of([&] { app::require_summary_right(engine, request, Portal::actor("2026-11-10", user)); });
  };
  CHECK(asked("chief") == "no error");
  CHECK_THAT(asked("bound"), Catch::StartsWith("STEP-"));
  request.organisation = "KZ-10";  // its queries count all bodies whatever is asked
  CHECK_FALSE(app::is_by_body(*request.summary));
  CHECK_THAT(asked("bound"), Catch::StartsWith("STEP-"));
}
