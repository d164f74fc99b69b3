// SPDX-License-Identifier: MIT
#include "app/paper/return_marks.h"

#include "app/review/table_places.h"
#include "base/error.h"
#include "intake/reader.h"

namespace esep::app {

ReturnMarks return_marks(Engine& engine, const ReturnedReport& returned) {
  const report::Submission& submission = returned.submission;
  const std::string& name = submission.receipt.file_name;
  ReturnMarks out;
  report::Findings refused;
  out.bytes = engine.registry().file_bytes(submission.receipt.sha256);
  out.grid = intake::open_grid(name, out.bytes, refused);
  if (!out.grid) throw Error(Message("RETURN-FILE", {{"number", submission.number}, {"file", name}}));
  const TablePlaces places(engine.form_of(submission), *out.grid, name);
  for (const auto& one : returned.notes)
    out.findings.push_back(places.problem_at(Message("REVIEW-NOTE", {{"text", one.text}}), one.place));
  for (const auto& one : returned.recommendations) {
    out.findings.push_back(places.problem_at(
        Message("REVIEW-RECOMMENDATION", {{"number", one.number}, {"date", one.due.dotted()}, {"text", one.text}}),
        one.place));
  }
  for (auto& one : out.findings) {
    if (one.column.empty()) one.column = places.column_at(one.cell);
  }
  return out;
}

}  // namespace esep::app
