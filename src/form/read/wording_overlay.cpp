// SPDX-License-Identifier: MIT
#include "form/read/wording_overlay.h"

#include <algorithm>

#include "base/text.h"
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::TableReader;

// Who corrects a wording does so because he holds the official text.
constexpr DefaultProvenance kOfficial{Provenance::official, Provenance::official};

// Every key but `texts`.
void report_frozen(TableReader& table, const std::vector<std::string>& texts) {
  for (const auto& [key, node] : table.node().entries()) {
    if (std::find(texts.begin(), texts.end(), key) != texts.end()) continue;
    table.report(key, "FORM-WORDING-FROZEN",
                 Message("FORM-WORDING-FROZEN", {{"key", key}, {"known", join(texts, ", ")}}), nearest(key, texts));
  }
}

// [column.<id>] title = { … }
template <typename List>
void apply_titles(TableReader& file, std::string_view key, const char* unknown, List& list) {
  auto table = file.optional_table(key);
  if (!table) return;
  std::vector<std::string> known;
  for (const auto& one : list) known.push_back(one.id);
  for (const auto& [id, node] : table->node().entries()) {
    const auto at = std::find_if(list.begin(), list.end(), [&name = id](const auto& one) { return one.id == name; });
    if (at == list.end()) {
      table->report(id, unknown, Message(unknown, {{"name", id}}), nearest(id, known));
      continue;
    }
    auto entry = table->optional_table(id);
    if (!entry) continue;
    at->title = required_wording(*entry, "title", kOfficial);
    report_frozen(*entry, {"title"});
  }
}

}  // namespace

void apply_wording(FormDefinition& form, const datafile::LibraryFile& overlay, Diagnostics& diagnostics) {
  const auto parsed = datafile::File::parse(overlay.origin, overlay.text, diagnostics);
  if (!parsed) return;
  TableReader file(parsed->root(), diagnostics);
  report_frozen(file, {"title", "short_title", "stamp", "notes", "continuation", "column", "group", "field"});
  // A form without a short title of its own goes by its title, the corrected one too.
  const bool goes_by_title = form.wording.short_title.text == form.wording.title.text;
  if (file.has("title")) form.wording.title = required_wording(file, "title", kOfficial);
  if (goes_by_title) form.wording.short_title = form.wording.title;
  if (file.has("short_title")) form.wording.short_title = required_wording(file, "short_title", kOfficial);
  if (file.has("continuation")) form.wording.continuation = required_wording(file, "continuation", kOfficial);
  if (file.has("stamp")) form.wording.stamp = read_wordings(file, "stamp", kOfficial);
  if (file.has("notes")) form.wording.notes = read_wordings(file, "notes", kOfficial);
  apply_titles(file, "column", "FORM-COLUMN", form.columns);
  apply_titles(file, "group", "FORM-GROUP", form.groups);
  apply_titles(file, "field", "FORM-FIELD", form.fields);
}

}  // namespace esep::form
