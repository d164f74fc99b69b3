// SPDX-License-Identifier: MIT
#include "registry/paper.h"

#include <catch2/catch.hpp>

using namespace esep;
using registry::paper_name;
using registry::PaperKind;
using report::OutputFormat;

// Registers of earlier programs hold these names.
TEST_CASE("a paper is named by what it shows and its format") {
  CHECK(paper_name({PaperKind::report}, OutputFormat::pdf) == "report pdf");
  CHECK(paper_name({PaperKind::receipt, "", 7}, OutputFormat::xlsx) == "receipt xlsx");
  CHECK(paper_name({PaperKind::recommendations}, OutputFormat::html) == "recommendations html");
  CHECK(paper_name({PaperKind::differences}, OutputFormat::json) == "differences json");
  CHECK(paper_name({PaperKind::status, "tied-grant-usage"}, OutputFormat::csv) == "status tied-grant-usage csv");
  CHECK(paper_name({PaperKind::summary, "circle"}, OutputFormat::pdf) == "summary circle pdf");
  CHECK(paper_name({PaperKind::reminder}, OutputFormat::eml) == "reminder eml");
}
