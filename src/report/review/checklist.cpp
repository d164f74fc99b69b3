// SPDX-License-Identifier: MIT
#include "report/review/checklist.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/enum_names.h"
#include "base/hash.h"
#include "base/text.h"
#include "datafile/toml.h"

namespace esep::report {
namespace {

using datafile::TableReader;

constexpr EnumNames<Conformity, 4> kConformities{{{Conformity::conforms, "conforms"},
                                                  {Conformity::partly, "partly"},
                                                  {Conformity::does_not, "does_not"},
                                                  {Conformity::not_applicable, "not_applicable"}}};

const std::vector<std::string>& document_kinds() {
  static const std::vector<std::string> kKinds{"normative_technical", "project_technical"};
  return kKinds;
}

// Tabs and line ends separate the fields of stored documents.
std::string one_line(const std::string& text) { return squeeze_spaces(text); }

std::map<std::string, AssessedDocument> read_documents(TableReader& root) {
  std::map<std::string, AssessedDocument> out;
  for (TableReader& table : root.tables("document")) {
    AssessedDocument one;
    const std::string id = table.required_string("id");
    one.kind = table.one_of("type", document_kinds());
    one.name = one_line(table.required_string("name"));
    if (const auto text = table.optional_date("date")) {
      one.date = calendar::Date::parse_iso(*text);
      if (!one.date) {
        table.report("date", "TOML-BAD-VALUE",
                     Message("TOML-BAD-VALUE", {{"key", "date"}, {"value", *text}, {"known", "2026-11-21"}}));
      }
    }
    table.finish();
    out[id] = std::move(one);
  }
  return out;
}

}  // namespace

const ChecklistItem* Checklist::item(std::string_view wanted) const {
  const auto at =
      std::find_if(items.begin(), items.end(), [&](const ChecklistItem& item) { return item.id == wanted; });
  return at == items.end() ? nullptr : &*at;
}

const ChecklistItem* Checklist::conclusion() const {
  const auto at = std::find_if(items.begin(), items.end(), [](const ChecklistItem& item) { return item.conclusion; });
  return at == items.end() ? nullptr : &*at;
}

Checklist read_checklist(const datafile::LibraryFile& file, const std::string& id, Diagnostics& diagnostics) {
  Checklist out;
  out.id = id;
  out.sha256 = sha256_hex(file.text);
  const auto parsed = datafile::File::parse(file.origin, file.text, diagnostics);
  if (!parsed) return out;
  TableReader root(parsed->root(), diagnostics);
  out.title = root.required_text("title");
  out.law = root.required_text("law");
  out.note = root.text_or_empty("note");
  for (TableReader& table : root.tables("item")) {
    ChecklistItem item;
    item.id = table.required_string("id");
    item.official_number = table.string_or("official_number", "");
    item.basis = table.one_of("basis", {"official", "own"});
    item.reference = table.text_or_empty("reference");
    item.question = table.required_text("question");
    item.conclusion = table.boolean_or("conclusion", false);
    if (out.item(item.id) != nullptr) {
      table.report("id", "CHECKLIST-ITEM-TWICE", Message("CHECKLIST-ITEM-TWICE", {{"item", item.id}}));
    }
    if (item.conclusion && out.conclusion() != nullptr) {
      table.report("conclusion", "CHECKLIST-CONCLUSION-TWICE",
                   Message("CHECKLIST-CONCLUSION-TWICE", {{"item", item.id}, {"other", out.conclusion()->id}}));
    }
    table.finish();
    out.items.push_back(std::move(item));
  }
  root.finish();
  return out;
}

std::string_view conformity_name(Conformity conformity) { return enum_name(kConformities, conformity); }
std::optional<Conformity> conformity_from(std::string_view name) { return enum_from(kConformities, name); }

const std::vector<std::string>& conformity_names() {
  static const std::vector<std::string> kNames = enum_words(kConformities);
  return kNames;
}

bool may_answer(const ChecklistItem& item, Conformity conformity) {
  return !item.conclusion || conformity != Conformity::not_applicable;
}

std::string documents_text(const std::vector<AssessedDocument>& documents) {
  std::string out;
  for (const AssessedDocument& one : documents) {
    if (!out.empty()) out += '\n';
    out += one.kind + '\t' + one.name + '\t' + (one.date ? one.date->iso() : "");
  }
  return out;
}

std::vector<AssessedDocument> documents_from(const std::string& text) {
  std::vector<AssessedDocument> out;
  if (text.empty()) return out;
  for (const std::string& line : split(text, '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() != 3) continue;
    out.push_back({fields[0], fields[1], calendar::Date::parse_iso(fields[2])});
  }
  return out;
}

std::vector<Answer> read_answers(const std::string& name, const std::string& text, Diagnostics& diagnostics) {
  std::vector<Answer> out;
  const auto parsed = datafile::File::parse(name, text, diagnostics);
  if (!parsed) return out;
  TableReader root(parsed->root(), diagnostics);
  const auto documents = read_documents(root);
  for (TableReader& table : root.tables("answer")) {
    Answer answer;
    answer.item = table.required_string("item");
    answer.conformity = conformity_from(table.one_of("answer", conformity_names())).value_or(Conformity::conforms);
    answer.comment = trim(table.string_or("comment", ""));
    for (const std::string& id : table.strings("documents")) {
      const auto at = documents.find(id);
      if (at != documents.end()) {
        answer.documents.push_back(at->second);
        continue;
      }
      std::vector<std::string> known;
      for (const auto& [one, document] : documents) known.push_back(one);
      table.report("documents", "TOML-BAD-VALUE",
                   Message("TOML-BAD-VALUE", {{"key", "documents"}, {"value", id}, {"known", join(known, ", ")}}),
                   nearest(id, known));
    }
    table.finish();
    out.push_back(std::move(answer));
  }
  root.finish();
  return out;
}

namespace {

// Nobody concludes that all conforms while an item says that something does not.
void check_conclusion(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Answer>& known,
                      const std::string& file, Findings& out) {
  const ChecklistItem* conclusion = checklist.conclusion();
  if (conclusion == nullptr) return;
  std::map<std::string, Conformity> last;
  for (const auto* some : {&known, &answers}) {
    for (const Answer& answer : *some) last[answer.item] = answer.conformity;
  }
  const auto said = last.find(conclusion->id);
  if (said == last.end()) return;
  if (!may_answer(*conclusion, said->second)) {
    out.push_back(Finding::of(Message("ANSWER-CONCLUSION", {{"item", conclusion->id}})).in(file));
  }
  if (said->second != Conformity::conforms) return;
  std::vector<std::string> others;
  for (const auto& [item, conformity] : last) {
    if (conformity == Conformity::partly || conformity == Conformity::does_not) others.push_back(item);
  }
  if (others.empty()) return;
  out.push_back(
      Finding::of(Message("ANSWER-CONCLUSION-DIFFERS", {{"item", conclusion->id}, {"others", join(others, ", ")}}))
          .in(file)
          .as(Severity::warning));
}

}  // namespace

Findings check_answers(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Answer>& known,
                       const std::string& file) {
  Findings out;
  std::set<std::string> seen;
  for (const Answer& answer : answers) {
    if (checklist.item(answer.item) == nullptr) {
      out.push_back(
          Finding::of(Message("ANSWER-ITEM", {{"item", answer.item}, {"checklist", checklist.title}})).in(file));
    } else if (!seen.insert(answer.item).second) {
      out.push_back(Finding::of(Message("ANSWER-TWICE", {{"item", answer.item}})).in(file));
    }
    if (answer.conformity != Conformity::conforms && answer.comment.empty()) {
      out.push_back(Finding::of(Message("ANSWER-COMMENT", {{"item", answer.item}})).in(file));
    }
  }
  check_conclusion(checklist, answers, known, file, out);
  for (const Answer& answer : known) seen.insert(answer.item);
  for (const ChecklistItem& item : checklist.items) {
    if (seen.contains(item.id)) continue;
    Message absent("ANSWER-ABSENT", {{"item", item.id}});
    if (item.conclusion) absent.key = "CONCLUSION-ABSENT";
    out.push_back(Finding::of("ANSWER-ABSENT", std::move(absent)).in(file).as(Severity::warning));
  }
  return out;
}

}  // namespace esep::report
