// SPDX-License-Identifier: MIT
#include "base/hash.h"
#include "form/form_catalog.h"
#include "form/reader_parts.h"
#include "form/wording_overlay.h"

namespace esep::form {
namespace {

using datafile::TableReader;

void read_head(TableReader& file, const DefaultProvenance& fallback, FormDefinition& out) {
  out.title = read_wording(file, "title", fallback, true);
  out.short_title = read_wording(file, "short_title", fallback, false);
  if (out.short_title.empty()) out.short_title = out.title;
  out.stamp = read_wordings(file, "stamp", fallback);
  out.notes = read_wordings(file, "notes", fallback);
  out.continuation = read_wording(file, "continuation", fallback, false);
  out.instructions = read_texts(file, "instructions");
  out.law = file.required_text("law");
  out.law_paragraph = file.text_or_empty("law_paragraph");
  if (auto force = file.optional_table("in_force")) {
    const auto from = read_date(*force, "from");
    if (!from) force->report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "from"}}));
    out.in_force_from = from.value_or(calendar::Date{});
    out.in_force_to = read_date(*force, "to");
    out.in_force_assumed = force->boolean_or("assumed", false);
    out.in_force_note = force->text_or_empty("note");
    if (out.in_force_to && *out.in_force_to < out.in_force_from) {
      force->report("to", "FORM-IN-FORCE", Message("FORM-IN-FORCE", {{"name", out.id}}));
    }
    force->finish();
  } else {
    file.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "in_force"}}));
  }
}

void read_body(TableReader& file, const DefaultProvenance& fallback, FormDefinition& out) {
  for (auto& table : file.tables("field")) out.fields.push_back(read_column(table, fallback, ColumnPlace::field));
  for (auto& table : file.tables("group")) {
    out.groups.push_back({table.required_string("id"), table.string_or("parent", ""), read_wording(table, "title", fallback, true)});
    table.finish();
  }
  for (auto& table : file.tables("column")) out.columns.push_back(read_column(table, fallback, ColumnPlace::column));
  out.rows = read_rows(file, fallback);
  for (auto& table : file.tables("signature")) {
    out.signatures.push_back({read_wording(table, "title", fallback, true), table.string_or("name_field", "")});
    table.finish();
  }
  out.rules = read_rules(file);
  out.obligations = read_obligations(file, out.id);
  out.examples = read_examples(file);
}

}  // namespace

FormDefinition read_form(const datafile::LibraryFile& source, const datafile::LibraryFile* wording, Diagnostics& diagnostics) {
  FormDefinition out;
  out.file = source.origin;
  out.text = source.text;
  out.sha256 = sha256_hex(source.text + (wording != nullptr ? "\n" + wording->text : ""));
  if (wording != nullptr) out.text += "\n# " + wording->origin + "\n" + wording->text;
  const auto parsed = datafile::File::parse(source.origin, source.text, diagnostics);
  if (!parsed) return out;
  TableReader file(parsed->root(), diagnostics);
  out.id = file.required_string("form");
  out.edition = file.required_string("edition");
  if (source.path != "forms/" + out.id + "." + out.edition + ".toml") {
    file.report("edition", "FORM-FILE-NAME", Message("FORM-FILE-NAME", {{"name", out.id + "." + out.edition + ".toml"}}));
  }
  const DefaultProvenance fallback = read_default_provenance(file);
  if (file.has("period")) out.period = calendar::period_kind_from(file.one_of("period", {"month", "quarter", "half_year", "year"}));
  out.subject = file.string_or("subject", "");
  out.stages = file.strings("stages");
  out.allow_nil = file.boolean_or("allow_nil", false);
  read_head(file, fallback, out);
  read_body(file, fallback, out);
  file.finish();
  check_structure(out, file);
  if (wording != nullptr) apply_wording(out, *wording, diagnostics);
  return out;
}

}  // namespace esep::form
