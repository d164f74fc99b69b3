// SPDX-License-Identifier: MIT
#include <iostream>

#include "bare_xlsx.h"
#include "child.h"
#include "intake/reader.h"
#include "report/read/validate.h"
#include "table_data.h"
#include "xlsx/write.h"

namespace esep::bench {
namespace {

std::filesystem::path sample(const std::filesystem::path& folder) { return folder / "long.xlsx"; }

void prepare(const std::filesystem::path& folder) {
  const auto form = bench_form();
  const TableData data(form);
  xlsx::write(paper(form, data, kLongRows), sample(folder));
}

// A benchmark that read nothing would be the fastest.
Time expect(Time time, int64_t counted, int64_t wanted) {
  if (counted >= wanted) return time;
  std::cerr << "read " << counted << " of " << wanted << '\n';
  std::exit(1);
}

Time read_with_bare_libraries(const std::filesystem::path& folder) {
  BareCount count;
  const Time time = time_of([&] { count = read_bare(sample(folder)); });
  return expect(time, count.cells, int64_t{kLongRows} * kColumns);
}

Time read_cells(const std::filesystem::path& folder) {
  int64_t cells = 0;
  const Time time = time_of([&] {
    report::Findings findings;
    const auto grid = intake::open_grid(sample(folder), findings);
    const auto cursor = grid->rows(0);
    report::GridRow row;
    while (cursor->next(row)) cells += static_cast<int64_t>(row.cells.size());
  });
  return expect(time, cells, int64_t{kLongRows} * kColumns);
}

Time read_and_judge(const std::filesystem::path& folder) {
  const auto form = bench_form();
  Diagnostics diagnostics;
  int64_t rows = 0;
  size_t found = 0;
  const Time time = time_of([&] {
    table::RuleRunner rules(form, nullptr, diagnostics);
    report::Findings findings;
    const auto grid = intake::open_grid(sample(folder), findings);
    table::RuleContext context;
    context.received_on = *calendar::Date::parse_iso("2026-11-18");
    rows = report::validate({form, *grid, "long.xlsx", findings}, rules, std::move(context), nullptr).rows;
    for (const auto& finding : findings) {
      if (finding.code != "FIELD-REQUIRED") ++found;  // the paper has no heading fields
    }
  });
  return expect(time, found == 0 ? rows : 0, kLongRows);
}

}  // namespace

Case read_case() {
  return {"read",
          "XLSX, 100 000 × 26, read",
          prepare,
          {{"minizip + expat, values looked at", read_with_bare_libraries},
           {"`src/intake`, typed cells", read_cells},
           {"`src/intake` and validation: types, three rules, rows kept for registration", read_and_judge}}};
}

}  // namespace esep::bench
