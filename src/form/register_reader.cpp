// SPDX-License-Identifier: MIT
#include "form/form_catalog.h"
#include "form/reader_parts.h"

namespace esep::form {
namespace {

RegisterRole role_from(const std::string& word) {
  if (word == "key") return RegisterRole::key;
  if (word == "organisation") return RegisterRole::organisation;
  if (word == "title") return RegisterRole::title;
  if (word == "live_from") return RegisterRole::live_from;
  if (word == "live_to") return RegisterRole::live_to;
  if (word == "kind") return RegisterRole::kind;
  return RegisterRole::none;
}

}  // namespace

RegisterDefinition read_register(const datafile::LibraryFile& source, Diagnostics& diagnostics) {
  RegisterDefinition out;
  out.file = source.origin;
  const auto parsed = datafile::File::parse(source.origin, source.text, diagnostics);
  if (!parsed) return out;
  datafile::TableReader file(parsed->root(), diagnostics);
  out.id = file.required_string("register");
  out.title = file.required_text("title");
  out.is_organisations = file.boolean_or("organisations", false);
  out.rows_file = file.string_or("rows_file", "");
  const DefaultProvenance fallback = read_default_provenance(file);
  for (auto& table : file.tables("column")) {
    RegisterColumn one;
    one.column = read_column(table, fallback, ColumnPlace::register_column);
    one.role = role_from(table.one_of("role", {"none", "key", "organisation", "title", "live_from", "live_to", "kind"}, "none"));
    if (table.has("lang")) one.lang = lang_from_code(table.one_of("lang", {"kk", "ru", "en"}));
    table.finish();
    out.columns.push_back(std::move(one));
  }
  file.finish();
  if (out.by_role(RegisterRole::key) == nullptr) {
    file.report("", "FORM-REGISTER-KEY", Message("FORM-REGISTER-KEY", {{"name", out.id}}));
  }
  return out;
}

}  // namespace esep::form
