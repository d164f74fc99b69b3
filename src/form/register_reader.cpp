// SPDX-License-Identifier: MIT
#include <set>

#include "form/form_catalog.h"
#include "form/reader_parts.h"

namespace esep::form {
namespace {

using datafile::TableReader;

RegisterRole role_from(const std::string& word) {
  if (word == "key") return RegisterRole::key;
  if (word == "organisation") return RegisterRole::organisation;
  if (word == "title") return RegisterRole::title;
  if (word == "live_from") return RegisterRole::live_from;
  if (word == "live_to") return RegisterRole::live_to;
  if (word == "kind") return RegisterRole::kind;
  return RegisterRole::none;
}

std::optional<Lang> read_lang(TableReader& table, RegisterRole role) {
  // Asked for even where it is absent: it belongs to the known keys.
  if (!table.optional_node("lang")) return std::nullopt;
  if (role != RegisterRole::title) table.report("lang", "FORM-REGISTER-LANG", "FORM-REGISTER-LANG");
  return lang_from_code(table.one_of("lang", {"kk", "ru", "en"}));
}

class RegisterReader {
 public:
  RegisterReader(TableReader& file, RegisterDefinition& out) : file_(file), out_(out) {}

  void columns() {
    const DefaultProvenance fallback = read_default_provenance(file_);
    for (auto& table : file_.tables("column")) {
      RegisterColumn one;
      one.column = read_column(table, fallback, ColumnPlace::register_column);
      static const std::vector<std::string> kRoles{"none",      "key",     "organisation", "title",
                                                   "live_from", "live_to", "kind"};
      one.role = role_from(table.one_of("role", kRoles, "none"));
      one.lang = read_lang(table, one.role);
      table.finish();
      check(table, one);
      out_.columns.push_back(std::move(one));
    }
    if (out_.by_role(RegisterRole::key) == nullptr) {
      file_.report("", "FORM-REGISTER-KEY", Message("FORM-REGISTER-KEY", {{"name", out_.id}}));
    }
  }

 private:
  void check(TableReader& table, const RegisterColumn& one) {
    const std::string& id = one.column.id;
    if (!id.empty() && !ids_.insert(id).second) {
      table.report("id", "FORM-DUPLICATE-ID", Message("FORM-DUPLICATE-ID", {{"name", id}}));
    }
    if (one.role == RegisterRole::none) return;
    const int lang = one.lang ? static_cast<int>(*one.lang) : -1;
    if (!roles_.insert({one.role, lang}).second) {
      table.report("role", "FORM-REGISTER-ROLE-TWICE", Message("FORM-REGISTER-ROLE-TWICE", {{"column", id}}));
    }
    const bool lives = one.role == RegisterRole::live_from || one.role == RegisterRole::live_to;
    if (lives && one.column.type != ColumnType::date) {
      table.report("role", "FORM-REGISTER-DATE", Message("FORM-REGISTER-DATE", {{"column", id}}));
    }
  }

  TableReader& file_;
  RegisterDefinition& out_;
  std::set<std::string> ids_;
  std::set<std::pair<RegisterRole, int>> roles_;
};

}  // namespace

RegisterDefinition read_register(const datafile::LibraryFile& source, Diagnostics& diagnostics) {
  RegisterDefinition out;
  out.file = source.origin;
  const auto parsed = datafile::File::parse(source.origin, source.text, diagnostics);
  if (!parsed) return out;
  TableReader file(parsed->root(), diagnostics);
  out.id = file.required_string("register");
  check_name(file, "register", out.id);
  if (!out.id.empty() && source.path != "data/registers/" + out.id + ".toml") {
    file.report("register", "FORM-FILE-NAME", Message("FORM-FILE-NAME", {{"name", out.id + ".toml"}}));
  }
  out.title = read_text(file, "title", true);
  out.is_organisations = file.boolean_or("organisations", false);
  out.rows_file = file.string_or("rows_file", "");
  RegisterReader(file, out).columns();
  file.finish();
  return out;
}

}  // namespace esep::form
