// SPDX-License-Identifier: MIT
#include "app/paper/refused_file.h"

#include "app/core/names.h"
#include "app/receive/marked_copy.h"
#include "base/file.h"
#include "base/work_folder.h"
#include "intake/reader.h"

namespace esep::app {
namespace {

std::string cell_place(const document::Say& say, const report::Finding& finding) {
  if (!finding.cell.empty()) return finding.cell + ": ";
  return finding.row > 0 ? say(Message("REMIND-ROW", {{"row", std::to_string(finding.row)}})) + ": " : "";
}

std::string marked_bytes(Engine& engine, const report::Submission& submission, const report::Findings& findings,
                         Lang lang) {
  const std::string& name = submission.receipt.file_name;
  report::Findings unreadable;
  const std::string bytes = engine.registry().file_bytes(submission.receipt.sha256);
  const auto grid = intake::open_grid(name, bytes, unreadable);
  if (!grid || !grid->has_cells()) return {};
  const WorkFolder scratch(std::filesystem::temp_directory_path());
  const auto copy = scratch.path() / "marked.xlsx";
  write_marked_copy({bytes, *grid, findings}, say_in(engine, lang), copy);
  return read_file(copy);
}

}  // namespace

RefusedFile refused_file(Engine& engine, const std::string& number, Lang lang) {
  const report::Submission submission = engine.registry().find(number);
  report::Findings findings;
  for (auto& [finding, message] : engine.registry().findings(submission.id)) findings.push_back(std::move(finding));
  const document::Say say = say_in(engine, lang);
  RefusedFile out;
  size_t errors = 0;
  for (const auto& finding : findings) {
    if (finding.severity != Severity::error || ++errors > kShownErrors) continue;
    out.errors.push_back(cell_place(say, finding) + say(finding.message));
  }
  if (errors > kShownErrors) {
    out.errors.push_back(say(Message("REMIND-MORE-ERRORS", {{"count", std::to_string(errors - kShownErrors)}})));
  }
  out.marked = marked_bytes(engine, submission, findings, lang);
  return out;
}

}  // namespace esep::app
