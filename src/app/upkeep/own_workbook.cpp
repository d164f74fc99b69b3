// SPDX-License-Identifier: MIT
#include "app/upkeep/own_workbook.h"

#include "app/paper/blank.h"
#include "app/receive/checker.h"
#include "app/receive/report_line.h"
#include "base/error.h"
#include "report/read/locate.h"
#include "xlsx/write.h"

namespace esep::app {
namespace {

report::ReportKey key_in(const form::WorkbookIdentity& said) {
  return {said.form, said.stage, said.organisation, said.subject, said.period, said.occurrence};
}

// The bytes that `esep blank` gives today, with rows of the form's source or of the report before.
bool is_as_handed_out(Engine& engine, const form::WorkbookIdentity& said, std::string_view bytes) {
  const Lang lang = lang_from_code(said.language).value_or(Lang::kk);
  for (const Prefill prefill : {Prefill::source, Prefill::source_and_before}) {
    try {
      Queries queries(engine);
      if (xlsx::write_bytes(make_blank(queries, {key_in(said), lang, prefill})) == bytes) return true;
    } catch (const Error&) {  // nobody gets such a blank any more
    }
  }
  return false;
}

// A day on which the edition of the workbook was in force: no clock decides what a workbook is.
calendar::LocalTime day_of(Engine& engine, const form::WorkbookIdentity& said) {
  const auto period = calendar::Period::parse(said.period);
  return {period ? period->last_day() : engine.catalog().editions(said.form).back()->law.in_force.from, 0};
}

}  // namespace

std::optional<OwnWorkbook> own_workbook(Engine& engine, const std::string& file) {
  OpenedFile opened = open_file(file);
  if (!opened.grid) return std::nullopt;
  const auto said = report::read_identity(*opened.grid);
  if (!said || engine.catalog().editions(said->form).empty()) return std::nullopt;
  OwnWorkbook out;
  const Message line = report_line(engine, *engine.catalog().editions(said->form).back(), key_in(*said), 0);
  out.report = std::get<LocalText>(line.args.front().second);
  out.is_blank = is_as_handed_out(engine, *said, opened.content());
  if (out.is_blank) return out;
  Incoming how;
  how.received = day_of(engine, *said);
  const CheckedFile checked = Checker(engine, std::move(how)).check(std::move(opened));
  out.is_blank = checked.report.readable && checked.report.rows == 0 && !checked.report.head.nil;
  return out;
}

}  // namespace esep::app
