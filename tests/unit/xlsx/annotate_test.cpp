// SPDX-License-Identifier: MIT
#include "xlsx/annotate.h"

#include <catch2/catch.hpp>

#include "document/sample_form.h"
#include "temporary_folder.h"
#include "xlsx/read_back.h"

using namespace esep;
using report::CellFormat;
using report::CellKind;

namespace {

class OneSheet : public report::Grid {
 public:
  OneSheet(std::string name, std::vector<report::GridRow> rows)
      : sheets_{{"Жасырын", true}, {std::move(name), false}}, rows_(std::move(rows)) {}
  const std::vector<report::SheetInfo>& sheets() const override { return sheets_; }
  std::unique_ptr<report::RowCursor> rows(size_t sheet) override {
    struct Cursor : report::RowCursor {
      explicit Cursor(const std::vector<report::GridRow>& rows) : rows_(rows) {}
      bool next(report::GridRow& row) override {
        if (at_ == rows_.size()) return false;
        row = rows_[at_++];
        return true;
      }
      std::vector<report::GridRow> rows_;
      size_t at_ = 0;
    };
    return std::make_unique<Cursor>(sheet == 1 ? rows_ : std::vector<report::GridRow>{});
  }
  std::vector<report::MergedRange> merged(size_t) override { return {}; }
  report::DateSystem date_system() const override { return report::DateSystem::from_1904; }
  const report::Findings& problems() const override { return none_; }

 private:
  std::vector<report::SheetInfo> sheets_;
  std::vector<report::GridRow> rows_;
  report::Findings none_;
};

report::GridCell cell(int column, CellKind kind, std::string text, CellFormat format = CellFormat::general) {
  report::GridCell out;
  out.column = column;
  out.kind = kind;
  out.text = std::move(text);
  out.format = format;
  return out;
}

report::Finding finding(std::string sheet, std::string where, int row, Severity severity, std::string code) {
  report::Finding out;
  out.file = "a.xlsx";
  out.sheet = std::move(sheet);
  out.cell = std::move(where);
  out.row = row;
  out.code = std::move(code);
  out.severity = severity;
  out.message = Message(LocalText{"Түзетіңіз", "Исправьте", "Correct it"});
  return out;
}

}  // namespace

TEST_CASE("an annotated workbook keeps names, rows and columns and shows what is wrong where", "[xlsx]") {
  const std::string name = "Д'Артаньян есебі";
  OneSheet grid(name, {{3,
                        false,
                        {cell(2, CellKind::text, "=1+1"), cell(3, CellKind::number, "12.5"),
                         cell(4, CellKind::number, "44838", CellFormat::date)}},
                       {7, false, {cell(1, CellKind::boolean, "true"), cell(2, CellKind::error, "#DIV/0!")}}});
  report::Findings findings = {
      finding(name, "C3", 3, Severity::warning, "W-1"),  finding(name, "C3", 3, Severity::error, "E-1"),
      finding(name, "B5", 5, Severity::error, "E-2"),    finding(name, "", 7, Severity::info, "I-1"),
      finding(name, "ZZZZ9", 0, Severity::error, "E-3"), finding("", "", 0, Severity::error, "E-4")};
  const Folder folder;
  xlsx::annotate(grid, findings, sample::say(Lang::ru), folder / "out.xlsx");
  CHECK(read_back(folder / "out.xlsx", "sheets") ==
        "Жасырын hidden \n" + name + " visible active\nЗамечания visible \n");
  CHECK(read_back(folder / "out.xlsx", "cells") ==
        "B3 '=1+1' General s\nC3 12.5 General n\nD3 2026-10-05T00:00:00 dd.mm.yyyy d\nA7 True General b\nB7 "
        "'#DIV/0!' General s\n");
  CHECK(read_back(folder / "out.xlsx", "notes") ==
        "C3 W-1: Исправьте/E-1: Исправьте FFFFC7CE\nB5 E-2: Исправьте FFFFC7CE\nA7 I-1: Исправьте FFDDEBF7\n");
  CHECK(read_back(folder / "out.xlsx", "links", "Замечания") ==
        "B2 'Д''Артаньян есебі'!C3\nB3 'Д''Артаньян есебі'!C3\nB4 'Д''Артаньян есебі'!B5\nB5 'Д''Артаньян "
        "есебі'!A7\n");
  const std::string list = read_back(folder / "out.xlsx", "cells", "Замечания");
  CHECK_THAT(list, Catch::Contains("C3 'ошибка' General s\nD3 'E-1' General s\nE3 'Исправьте' General s\n"));
  CHECK_THAT(list, Catch::Contains("D7 'E-4' General s\n"));
}

TEST_CASE("an annotated workbook that cannot be written leaves nothing", "[xlsx]") {
  OneSheet grid("Есеп", {});
  const Folder folder;
  CHECK_THAT(error_of([&] { xlsx::annotate(grid, {}, sample::say(Lang::kk), folder / "no/out.xlsx"); }),
             Catch::Contains("FILE-UNWRITABLE"));
  CHECK(folder.names().empty());
}
