// SPDX-License-Identifier: MIT
// What people read under a number format, and whether it is the value.
#include "intake/cell_look.h"

#include <catch2/catch.hpp>

using esep::intake::CellLook;
using esep::intake::PlainNumber;
using esep::report::CellKind;
using esep::report::DateSystem;
using esep::report::GridCell;
using esep::report::Look;

namespace {

std::string look(const std::string& code, const std::string& value, CellKind kind) {
  GridCell cell;
  cell.kind = kind;
  cell.text = value;
  const auto shown = CellLook(code).of(cell, DateSystem::from_1900);
  if (!shown) return "same";
  const char* word = shown->look == Look::same ? "same" : shown->look == Look::part ? "part" : "other";
  return std::string(word) + " «" + shown->text + "»";
}

struct Case {
  const char* code;
  const char* value;
  const char* expected;
};

}  // namespace

TEST_CASE("numbers under formats that show them") {
  const Case cases[] = {
      {"0", "1250", "same"},
      {"#,##0", "12345", "same"},
      {"#,##0.00", "12345.5", "same"},
      {"#,##0.00", "0", "same"},
      {"0.0###", "1.25", "same"},
      {"000000", "45", "same «000045»"},
      {"000000000000", "50140999012", "same «050140999012»"},
      {"General", "0.1234567", "same"},
      {"@", "0.25", "same"},
      {"0;-0", "-5", "same"},
      {"0_);(0)", "-5", "same"},
      {"#,##0.00_);[Red](#,##0.00)", "-5.25", "same"},
      {"0;[Red]-0", "-5", "same"},
      {"_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "1250.5", "same"},
      {"_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "-1250.5", "same"},
      {"_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "0", "same"},
      {"0;-0;\"нет\"", "0", "same"},
      {"#,##0\" ₸\"", "1250", "same «1 250 ₸»"},
      {"#,##0.00\\ [$₸-43F]", "1250.5", "same «1 250,50 ₸»"},
      {"#,##0\" адам\"", "1250", "same"},
      {"#,##0.00\" чел.\"", "2.5", "same"},
      {"0\" м2\"", "45", "same"},
      {"+0;-0;0", "45", "same"},
      {"\"+\"#,##0", "45", "same"},
      {"#,##0\" ед. техники\"", "45", "same"},
      {"#,##0\" нысан\"", "45", "same"},
      {"[>=100]0.0;[<100]0.00", "99.25", "same"},
      {"[Red][<0]-0;[Blue]0", "-7", "same"},
      {"0000 0000", "12345678", "same"},
      {"0.00E+00", "1250", "same"},
      {"# ?/?", "2.25", "same"},
      {"[$-409]#,##0.00", "-0.5", "same"},
      {"0.00", "1E-25", "part «0,00»"},
      {"0%", "0.25", "same «25%»"},
      {"0.00%", "0.4555", "same «45,55%»"},
      {"0\"%\"", "45", "same «45%»"},
      {"0\"%\"", "0", "same «0%»"},
  };
  for (const Case& one : cases) {
    INFO(one.code << " of " << one.value);
    CHECK(look(one.code, one.value, CellKind::number) == one.expected);
  }
}

TEST_CASE("numbers under formats that round or leave out") {
  const Case cases[] = {
      {"0", "0.25", "part «0»"},
      {"#,##0.0", "0.25", "part «0,3»"},
      {"#,##0", "12345.49", "part «12 345»"},
      {"#,##0.00", "1234.005", "part «1 234,01»"},
      {"0.0", "-0.25", "part «-0,3»"},
      {"0", "9.99", "part «10»"},
      {"0%", "0.455", "part «46%»"},
      {"0.0E+00", "1234567", "part «1,2E+6»"},
      {"0.0E+00", "0.00099", "same"},
      {"0E+0", "96", "part «1E+2»"},
      {"# ?/?", "0.3", "part «2/7»"},
      {"# ?/?", "1.333", "part «1 1/3»"},
      {"#,###", "0", "part «»"},
      {"0;-0;;@", "0", "part «»"},
      {"#", "0", "part «»"},
  };
  for (const Case& one : cases) {
    INFO(one.code << " of " << one.value);
    CHECK(look(one.code, one.value, CellKind::number) == one.expected);
  }
}

TEST_CASE("numbers under formats that show something else") {
  const Case cases[] = {
      {"#,##0,", "12345", "other «12»"},
      {"#,##0.0,,", "1234567", "other «1,2»"},
      {"0,", "12000", "other «12»"},
      {"#,##0,\" тыс.\"", "12345", "other «12 тыс.»"},
      {"0\" х1000\"", "5", "other «5 х1000»"},
      {"0\"x1000\"", "5", "other «5x1000»"},
      {"0\"×10³\"", "5", "other «5×10³»"},
      {"0\"·10³\"", "5", "other «5·10³»"},
      {"0\"*1000\"", "5", "other «5*1000»"},
      {"0\"м10\"", "5", "other «5м10»"},
      {"0\" тыс.\"", "5", "other «5 тыс.»"},
      {"0\" МЛН ₸\"", "5", "other «5 МЛН ₸»"},
      {"0\" мың адам\"", "5", "other «5 мың адам»"},
      {"\"не менее \"0", "5", "other «не менее 5»"},
      {"\"≈\"0", "5", "other «≈5»"},
      {"\\~0", "5", "other «~5»"},
      {"0\"+\"", "5", "other «5+»"},
      {"0\\+", "0", "other «0+»"},
      {"\"до \"#,##0", "1250", "other «до 1 250»"},
      {"0\" и более\"", "5", "other «5 и более»"},
      {"0\" кем емес\"", "5", "other «5 кем емес»"},
      {"#,##0\" адамнан астам\"", "5", "other «5 адамнан астам»"},
      {"\"шамамен \"0.00", "5", "other «шамамен 5,00»"},
      {"\">\"General", "5", "other «>5»"},
      {"[$≈]0", "5", "other «≈5»"},
      {"0\" (?)\"", "5", "other «5 (?)»"},
      {";;;", "5", "other «»"},
      {";;;", "-5", "other «»"},
      {"0;;", "-5", "other «»"},
      {"\"\"", "5", "other «»"},
      {"\"99 999\"", "5", "other «99 999»"},
      {"\"қыркүйек 2026\"", "46300", "other «қыркүйек 2026»"},
      {"0;0", "-5", "other «5»"},
      {"0;[Red]0", "-5", "other «5»"},
      {"\"-\"0", "5", "other «-5»"},
      {"(0)", "5", "other «(5)»"},
      {"0\"0\"", "5", "other «50»"},
      {"\"1\"0", "5", "other «15»"},
      {"0\".\"00", "125", "other «1.25»"},
      {"0\\,00", "125", "other «1,25»"},
      {"0-00", "125", "other «1-25»"},
      {"0\" нет\"", "5", "other «5 нет»"},
      {"General\" тыс.\"", "5", "other «5 тыс.»"},
      {"0;-0;\"бір\"", "0", "other «бір»"},
      {"[>100]\"көп\";0", "125", "other «көп»"},
      {"[<10]\"аз\";0", "5", "other «аз»"},
      {"[=1]\"иә\";[=0]\"жоқ\";0", "1", "other «иә»"},
      {"@\" жоқ\"", "5", "other «5 жоқ»"},
      {"h:mm", "46300.75", "other «18:00»"},
  };
  for (const Case& one : cases) {
    INFO(one.code << " of " << one.value);
    CHECK(look(one.code, one.value, CellKind::number) == one.expected);
  }
}

TEST_CASE("days under formats") {  // 46300 is 05.10.2026, 46303 is 08.10.2026, 46315 is 20.10.2026, 46305 is 10.10.2026
  const Case cases[] = {
      {"dd.mm.yyyy", "46300", "same"},
      {"d/m/yy", "46300", "same"},
      {"yyyy-mm-dd", "46300", "same"},
      {"yyyy\\-mm\\-dd;@", "46300", "same"},
      {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "46300", "same"},
      {"dd.mm.yyyy hh:mm", "46300.5", "same"},
      {"[$-419]d mmmm yyyy\" г.\";@", "46300", "same"},
      {"yyyy\" жылғы \"d\\ mmmm", "46300", "same"},
      {"mmmm d, yyyy", "46300", "same"},
      {"mm.dd.yyyy", "46305", "same"},
      {"mm.dd.yyyy", "46300", "other «10.05.2026»"},
      {"m/d/yyyy", "46300", "other «10/5/2026»"},
      {"yyyy-dd-mm", "46300", "other «2026-05-10»"},
      {"mm.dd.yyyy", "46315", "part «10.20.2026»"},
      {"d-mmm", "46300", "part «5-окт»"},
      {"mmmm yyyy", "46300", "part «октябрь 2026»"},
      {"[$-43F]mmmm yyyy", "46300", "part «қазан 2026»"},
      {"[$-409]mmm-yy", "46300", "part «Oct-26»"},
      {"yyyy", "46300", "part «2026»"},
      {"dd.mm", "46300", "part «05.10»"},
      {"dd.mm.yy", "9775", "part «05.10.26»"},
      {"dd.mm.\"2025\"", "46300", "other «05.10.2025»"},
      {"\"қыркүйек\" yyyy", "46300", "other «қыркүйек 2026»"},
      {"\"до \"dd.mm.yyyy", "46300", "part «до 05.10.2026»"},
      {"[h]:mm", "46300", "other «00:00»"},
  };
  for (const Case& one : cases) {
    INFO(one.code << " of " << one.value);
    CHECK(look(one.code, one.value, CellKind::number) == one.expected);
  }
}

TEST_CASE("texts under formats") {
  const Case cases[] = {
      {"@", "бар", "same"},
      {"0", "бар", "same"},
      {"\"99 999\"", "бар", "same"},
      {"_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", "бар", "same"},
      {"0;-0;0;@*.", "бар", "same"},
      {"@\" жоқ\"", "бар", "other «бар жоқ»"},
      {";;;\"жоқ\"", "бар", "other «жоқ»"},
      {";;;", "бар", "other «»"},
      {"0;-0;0;", "бар", "other «»"},
      {"0;@\" (жоба)\"", "бар", "other «бар (жоба)»"},
  };
  for (const Case& one : cases) {
    INFO(one.code << " of " << one.value);
    CHECK(look(one.code, one.value, CellKind::text) == one.expected);
  }
  CHECK(look(";;;", "true", CellKind::boolean) == "other «»");
  CHECK(look("0", "true", CellKind::boolean) == "same");
}

TEST_CASE("plain numbers are shifted, rounded and compared digit by digit") {
  const auto of = [](const char* text) { return PlainNumber::parse(text).value(); };
  CHECK(of("12345").shifted(-3) == of("12.345"));
  CHECK(of("0.5").shifted(2) == of("50"));
  CHECK(of("1.5E-7") == of("0.00000015"));
  CHECK(of("999.95").rounded(1) == of("1000"));
  CHECK(of("-0.04").rounded(1) == of("0"));
  CHECK(of("-2") < of("-1.5"));
  CHECK(of("2.05") < of("2.5"));
  CHECK(of("10") > of("9.99"));
  CHECK_FALSE(PlainNumber::parse("1E300"));
  CHECK_FALSE(PlainNumber::parse("abc"));
}

TEST_CASE("a character that fills a cell is seen beside the number") {
  CHECK(look("0*0", "12", CellKind::number) == "other «120»");
  CHECK(look("0*9", "12", CellKind::number) == "other «129»");
  CHECK(look("*-0", "12", CellKind::number) == "other «-12»");
  CHECK(look("* 0", "12", CellKind::number) == "same");
  CHECK(look("0*.", "12", CellKind::number) == "same");
}
