// SPDX-License-Identifier: MIT
// Files as openpyxl and LibreOffice write them.
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

#include "dump.h"
#include "intake/reader.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::intake::test;
namespace fs = std::filesystem;

namespace {

bool run(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }  // NOLINT

bool make_workbooks(const Folder& folder) {
  return run("/usr/bin/python3 " + source_folder() + "/tests/unit/intake/make_workbooks.py " + folder.path().string());
}

std::unique_ptr<report::Grid> open(const fs::path& path) {
  report::Findings findings;
  auto grid = intake::open_grid(path, findings);
  INFO(dump(findings));
  REQUIRE(grid);
  return grid;
}

constexpr const char* kHead = "1: A t Атауы | B n 12.5 | C n 0.3 | D n 940140001230 | ";

}  // namespace

TEST_CASE("workbooks of openpyxl") {
  const Folder folder;
  if (!run("/usr/bin/python3 -c 'import openpyxl'")) {
    WARN("python3-openpyxl is not installed");
    return;
  }
  REQUIRE(make_workbooks(folder));
  const auto rest = [](const char* date, const char* moment) {
    return std::string(kHead) + "E b true | F b false\n2: A n " + date + " date | B n " + moment +
           " date_time | C n 0.25 time\n" +
           "3: A tf! =1+2 | B tf! =\"а\"&\"б\" | C tf! =1/0\n"
           "h4: A t   бос орын\nекінші жол  | B n 0.125 percent | C n 1234.5 number | D t 0012 text\n"
           "7: A t Баған | C t === емес\n8: A t біріккен\n";
  };
  const auto plain = open(folder.path() / "plain.xlsx");
  CHECK(dump(*plain) == rest("46300", "46300.75"));
  CHECK(plain->date_system() == report::DateSystem::from_1900);
  REQUIRE(plain->sheets().size() == 2);
  CHECK(plain->sheets()[1].name == "_esep");
  CHECK(plain->sheets()[1].hidden);
  CHECK(dump(*plain, 1) == "1: A t esep-workbook | B t 1\n");
  REQUIRE(plain->merged(0).size() == 1);
  CHECK(plain->merged(0)[0].last_row == 9);
  const auto mac = open(folder.path() / "mac.xlsx");
  CHECK(mac->date_system() == report::DateSystem::from_1904);
  CHECK(dump(*mac) == rest("44838", "44838.75"));
  const auto many = dump(*open(folder.path() / "many.xlsx"));
  CHECK(std::count(many.begin(), many.end(), '\n') == 3000);
  CHECK(many.ends_with("3000: A n 3000 | B t Мәтін 3000 | C n 3300\n"));
}

TEST_CASE("workbooks of LibreOffice, their formulas computed") {
  const Folder folder;
  if (!run("command -v soffice") || !make_workbooks(folder)) {
    WARN("LibreOffice or python3-openpyxl is not installed");
    return;
  }
  const std::string out = (folder.path() / "out").string();
  const std::string office = "timeout 120 soffice -env:UserInstallation=file://" + folder.path().string() +
                             "/profile --headless --convert-to ";
  REQUIRE(run(office + "xlsx --outdir " + out + " " + (folder.path() / "plain.xlsx").string()));
  const auto grid = open(folder.path() / "out/plain.xlsx");
  CHECK(dump(*grid) == std::string(kHead) +
                           "E bf true | F bf false\n"  // it writes them as =TRUE()
                           "2: A n 46300 date | B n 46300.75 date_time | C n 0.25 time\n"
                           "3: A nf 3 | B tf аб | C ef #DIV/0!\n"
                           "h4: A t   бос орын\nекінші жол  | B n 0.125 percent | C n 1234.5 number | D t 0012 text\n"
                           "7: A t Баған | C t === емес\n8: A t біріккен\n");
  REQUIRE(grid->merged(0).size() == 1);
  CHECK(grid->sheets()[1].hidden);
  const auto made = [&](const std::string& kind) {
    REQUIRE(run(office + kind + " --outdir " + out + " " + (folder.path() / "plain.xlsx").string()));
    return folder.path() / ("out/plain." + kind);
  };
  for (const char* kind : {"xls", "ods"}) {
    const std::string cells = dump(*open(made(kind)));
    CHECK_THAT(cells, Catch::Contains("2: A n 46300 date | B n 46300.75 date_time | C n 0.25 time\n"));
    CHECK_THAT(cells, Catch::Contains("7: A t Баған | C t === емес\n8: A t біріккен\n"));
  }
  report::Findings findings;
  CHECK(intake::open_grid(made("pdf"), findings) == nullptr);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "FILE-PDF");
}
