// SPDX-License-Identifier: MIT
#include "app/receive/opened_file.h"

#include "base/error.h"
#include "base/hash.h"
#include "form/workbook_identity.h"
#include "intake/limits.h"
#include "intake/reader.h"

namespace esep::app {
namespace {

// Reads the rows in which the table is searched; the grid keeps those of small sheets, so that their parsing is done
// here. It stops where that search stops, because problems below may not concern the report.
void look_through(report::Grid& grid) {
  constexpr int kSearchedRows = 400;
  for (size_t i = 0; i < grid.sheets().size(); ++i) {
    if (grid.sheets()[i].hidden) continue;
    const auto cursor = grid.rows(i);
    report::GridRow row;
    while (cursor->next(row) && row.row <= kSearchedRows) {
    }
  }
}

void open_identity(OpenedFile& out) {
  out.grid = intake::open_sheet(out.file, out.bytes, form::WorkbookIdentity::kSheetName, out.findings);
}

}  // namespace

OpenedFile peek_file(const std::filesystem::path& path) {
  OpenedFile out;
  out.file = path.string();
  try {
    out.bytes = std::make_shared<const std::string>(read_file(path, intake::kMaxFileBytes));
  } catch (const Error& error) {
    add_error(out, error.message());
    return out;
  }
  open_identity(out);
  return out;
}

OpenedFile open_bytes(std::string name, std::string bytes) {
  OpenedFile out;
  out.file = std::move(name);
  out.bytes = std::make_shared<const std::string>(std::move(bytes));
  open_identity(out);
  return open_fully(std::move(out));
}

OpenedFile open_fully(OpenedFile out) {
  out.sha256 = sha256_hex(out.content());
  if (out.grid && !intake::complete(*out.grid, out.findings)) out.grid.reset();
  if (out.grid) look_through(*out.grid);
  return out;
}

OpenedFile open_file(const std::filesystem::path& path) { return open_fully(peek_file(path)); }

void add_error(OpenedFile& file, Message message, std::string code) {
  if (code.empty()) code = message.key;
  file.findings.push_back(report::Finding::of(std::move(code), std::move(message)).in(file.file));
}

}  // namespace esep::app
