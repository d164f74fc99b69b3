// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "base/text.h"
#include "form/check/unknown_types.h"
#include "form/form_catalog.h"
#include "form/label.h"
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::TableReader;

const std::vector<std::pair<std::string, RegisterRole>>& roles() {
  static const std::vector<std::pair<std::string, RegisterRole>> kRoles{
      {"none", RegisterRole::none},
      {"key", RegisterRole::key},
      {"organisation", RegisterRole::organisation},
      {"title", RegisterRole::title},
      {"live_from", RegisterRole::live_from},
      {"live_to", RegisterRole::live_to},
      {"window_to", RegisterRole::window_to},
      {"kind", RegisterRole::kind},
      {"subject", RegisterRole::subject},
      {"posted_on", RegisterRole::posted_on},
      {"withdrawn_on", RegisterRole::withdrawn_on},
      {"decision", RegisterRole::decision},
      {"decision_ground", RegisterRole::decision_ground},
      {"decision_reason", RegisterRole::decision_reason},
      {"decided_on", RegisterRole::decided_on},
      {"answer", RegisterRole::answer},
      {"answer_reason", RegisterRole::answer_reason},
      {"answered_on", RegisterRole::answered_on},
      {"provenance", RegisterRole::provenance}};
  return kRoles;
}

RegisterRole read_role(TableReader& table) {
  std::vector<std::string> words;
  for (const auto& [word, role] : roles()) words.push_back(word);
  const std::string found = table.one_of("role", words, "none");
  for (const auto& [word, role] : roles()) {
    if (word == found) return role;
  }
  return RegisterRole::none;
}

bool is_day(RegisterRole role) {
  return role == RegisterRole::live_from || role == RegisterRole::live_to || role == RegisterRole::window_to ||
         role == RegisterRole::posted_on || role == RegisterRole::withdrawn_on || role == RegisterRole::decided_on ||
         role == RegisterRole::answered_on;
}

bool is_verdict(RegisterRole role) { return role == RegisterRole::decision || role == RegisterRole::answer; }

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
      RegisterColumn one = read_register_column(table, fallback);
      one.role = read_role(table);
      one.of = table.string_or("of", "");
      one.refers_to = table.strings("refers_to");
      one.follows = table.string_or("follows", "");
      one.event = table.string_or("event", "");
      one.lang = read_lang(table, one.role);
      table.finish();
      check(table, one);
      out_.columns.push_back(std::move(one));
      if (!out_.columns.back().follows.empty()) require_followed(table, out_.columns.back());
    }
    out_.key = file_.strings("key");
    for (const std::string& id : out_.key) require(file_, "key", id);
    if ((out_.by_role(RegisterRole::key) == nullptr) == out_.key.empty()) {
      file_.report(out_.key.empty() ? "" : "key", "FORM-REGISTER-KEY",
                   Message("FORM-REGISTER-KEY", {{"name", out_.id}}));
    }
  }

  void checks() {
    for (auto& table : file_.tables("check")) {
      RegisterCheck one;
      one.code = read_code(table);
      one.severity = read_severity(table);
      one.column = table.string_or("column", "");
      one.counted = table.boolean_or("counted", true);
      one.on_paper = table.boolean_or("on_paper", false);
      if (!one.column.empty()) require(table, "column", one.column);
      one.query = table.required_string("query");
      one.message = required_text(table, "message");
      one.law = read_text(table, "law");
      table.finish();
      out_.checks.push_back(std::move(one));
    }
  }

 private:
  // The register must have the column that `key` names.
  void require(TableReader& table, std::string_view key, const std::string& id) {
    if (out_.column(id) != nullptr) return;
    std::vector<std::string> known;
    for (const auto& column : out_.columns) known.push_back(column.id);
    table.report(key, "FORM-REGISTER-COLUMN", Message("FORM-REGISTER-COLUMN", {{"register", out_.id}, {"name", id}}),
                 nearest(id, known));
  }

  // It stands above: who reads the file has met it.
  void require_followed(TableReader& table, const RegisterColumn& one) {
    require(table, "follows", one.follows);
    const RegisterColumn* of = out_.column(one.follows);
    const bool texts = of != nullptr && of->type == ColumnType::text && one.type == ColumnType::text;
    if (of != nullptr && (!texts || of->id == one.id))
      table.report("follows", "FORM-REGISTER-FOLLOWS", Message("FORM-REGISTER-FOLLOWS", {{"column", one.id}}));
  }

  void check(TableReader& table, const RegisterColumn& one) {
    const std::string& id = one.id;
    if (!id.empty() && !ids_.insert(id).second) {
      table.report("id", "FORM-DUPLICATE-ID", Message("FORM-DUPLICATE-ID", {{"name", id}}));
    }
    check_title(table, one);
    if (!one.event.empty() && one.type != ColumnType::date)
      table.report("event", "FORM-REGISTER-DATE", Message("FORM-REGISTER-DATE", {{"column", id}}));
    if (one.role == RegisterRole::none) return;
    const int lang = one.lang ? static_cast<int>(*one.lang) : -1;
    if (!roles_.insert({one.role, lang}).second) {
      table.report("role", "FORM-REGISTER-ROLE-TWICE", Message("FORM-REGISTER-ROLE-TWICE", {{"column", id}}));
    }
    if (is_day(one.role) && one.type != ColumnType::date) {
      table.report("role", "FORM-REGISTER-DATE", Message("FORM-REGISTER-DATE", {{"column", id}}));
    }
    if (one.of.empty() != (one.role != RegisterRole::subject)) {
      table.report("role", "FORM-REGISTER-OF", Message("FORM-REGISTER-OF", {{"column", id}}));
    }
    const auto offers = [&](std::string_view choice) {
      return std::any_of(one.choices.begin(), one.choices.end(), [&](const Choice& c) { return c.id == choice; });
    };
    if (is_verdict(one.role) && (!offers("accepted") || !offers("refused"))) {
      table.report("role", "FORM-REGISTER-VERDICT", Message("FORM-REGISTER-VERDICT", {{"column", id}}));
    }
  }

  // A file that is imported names its columns by their titles.
  void check_title(TableReader& table, const RegisterColumn& one) {
    const LocalText& title = one.title.text;
    for (const std::string* text : {&title.kk, &title.ru, &title.en}) {
      const std::string label = fold_look_alikes(label_form(*text));
      if (label.empty()) continue;
      const std::string& owner = labels_.try_emplace(label, one.id).first->second;
      if (owner == one.id) continue;
      table.report("title", "FORM-TITLE-TWICE", Message("FORM-TITLE-TWICE", {{"title", *text}, {"name", owner}}));
      return;
    }
  }

  TableReader& file_;
  RegisterDefinition& out_;
  std::map<std::string, std::string> labels_;  // as a header is read, letters of one shape as one → the column
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
  if (!out.id.empty() && source.path != fmt::format("data/registers/{}.toml", out.id)) {
    file.report("register", "FORM-FILE-NAME",
                Message("FORM-FILE-NAME", {{"name", out.id + ".toml"}, {"pattern", "<register>.toml"}}));
  }
  out.title = required_text(file, "title");
  out.is_organisations = file.boolean_or("organisations", false);
  out.rows_file = file.string_or("rows_file", "");
  if (auto decision = file.optional_table("decision")) {
    out.decision_law = required_text(*decision, "law");
    if (auto due = decision->optional_table("due")) out.decision_due = calendar::DueRule::read(*due);
    const bool dated =
        !out.decision_due || out.decision_due->needs_event() || out.decision_due->kind == calendar::DueRule::Kind::none;
    if (!dated) decision->report("due", "FORM-DECISION-DUE", "FORM-DECISION-DUE");
    decision->finish();
  }
  if (auto answer = file.optional_table("answer")) {
    out.answer_law = required_text(*answer, "law");
    answer->finish();
  }
  RegisterReader reader(file, out);
  reader.columns();
  reader.checks();
  file.finish();
  drop_answers_to_unknown_types(parsed->root(), diagnostics);
  return out;
}

}  // namespace esep::form
