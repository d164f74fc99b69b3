// SPDX-License-Identifier: MIT
#include "app/core/shipped_rows.h"

#include "app/core/register_file.h"
#include "base/error.h"

namespace esep::app {

std::vector<report::RegisterRow> shipped_rows(const datafile::Library& library,
                                              const datafile::MessageCatalogue& messages,
                                              const form::RegisterDefinition& definition) {
  if (definition.rows_file.empty()) return {};
  report::Findings findings;
  auto file = read_register_file(definition, definition.rows_file, library.get(definition.rows_file).text, findings);
  if (report::has_errors(findings)) {
    const report::Finding& first = findings.front();
    throw Error(Message(
        "DATA-ROWS-INVALID",
        {{"file", first.file}, {"line", std::to_string(first.row)}, {"reason", messages.render_all(first.message)}}));
  }
  return std::move(file).take_rows();
}

}  // namespace esep::app
