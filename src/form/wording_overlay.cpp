// SPDX-License-Identifier: MIT
#include "form/wording_overlay.h"

#include <algorithm>

#include "base/text.h"
#include "form/reader_parts.h"

namespace esep::form {
namespace {

using datafile::TableReader;

// [column.<id>] title = { … }
template <typename List>
void apply_titles(TableReader& file, std::string_view key, List& list) {
  auto table = file.optional_table(key);
  if (!table) return;
  std::vector<std::string> known;
  for (const auto& one : list) known.push_back(one.id);
  for (const auto& [id, node] : table->node().entries()) {
    auto entry = table->optional_table(id);
    const auto at = std::find_if(list.begin(), list.end(), [&name = id](const auto& one) { return one.id == name; });
    if (at == list.end()) {
      table->report(id, "FORM-COLUMN", Message("FORM-COLUMN", {{"name", id}}), nearest(id, known));
      continue;
    }
    if (!entry) continue;
    at->title = read_wording(*entry, "title", {Provenance::official, Provenance::official}, true);
    for (const auto& [other, value] : entry->node().entries()) {
      if (other != "title") entry->report(other, "FORM-WORDING-FROZEN", Message("FORM-WORDING-FROZEN", {{"name", other}}));
    }
  }
}

}  // namespace

void apply_wording(FormDefinition& form, const datafile::LibraryFile& overlay, Diagnostics& diagnostics) {
  const auto parsed = datafile::File::parse(overlay.origin, overlay.text, diagnostics);
  if (!parsed) return;
  TableReader file(parsed->root(), diagnostics);
  const DefaultProvenance official{Provenance::official, Provenance::official};
  for (const auto& [key, node] : file.node().entries()) {
    static const std::vector<std::string> kTexts{"title", "short_title", "stamp", "notes", "continuation", "column", "group", "field"};
    if (std::find(kTexts.begin(), kTexts.end(), key) == kTexts.end()) {
      file.report(key, "FORM-WORDING-FROZEN", Message("FORM-WORDING-FROZEN", {{"name", key}}));
    }
  }
  if (file.has("title")) form.title = read_wording(file, "title", official, true);
  if (file.has("short_title")) form.short_title = read_wording(file, "short_title", official, true);
  if (file.has("continuation")) form.continuation = read_wording(file, "continuation", official, true);
  if (file.has("stamp")) form.stamp = read_wordings(file, "stamp", official);
  if (file.has("notes")) form.notes = read_wordings(file, "notes", official);
  apply_titles(file, "column", form.columns);
  apply_titles(file, "group", form.groups);
  apply_titles(file, "field", form.fields);
}

}  // namespace esep::form
