// SPDX-License-Identifier: MIT
#include "form/read/wording_overlay.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "form/label.h"
#include "form/placeholders.h"
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::TableReader;

// The provenance of a wording file that names none: the person who corrects a wording usually has the official text.
constexpr DefaultProvenance kOfficial{Provenance::official, Provenance::official};

// Reports every key of the table that is not one of `texts`.
void report_frozen(TableReader& table, const std::vector<std::string>& texts) {
  for (const auto& [key, node] : table.node().entries()) {
    if (std::find(texts.begin(), texts.end(), key) != texts.end()) continue;
    table.report(key, "FORM-WORDING-FROZEN",
                 Message("FORM-WORDING-FROZEN", {{"key", key}, {"known", join(texts, ", ")}}), nearest(key, texts));
  }
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

class Overlay {
 public:
  Overlay(FormDefinition& form, TableReader file, bool checked)
      : form_(form),
        file_(std::move(file)),
        checked_(checked),
        provenance_(read_default_provenance(file_, kOfficial)) {}

  void apply() {
    const bool titles_were_right = !checked_ && form::title_problems(form_).empty();
    std::vector<std::string> known{"provenance",   "title",        "short_title",  "stamp",  "notes",
                                   "continuation", "nil_sentence", "instructions", "column", "group",
                                   "field",        "rule",         "obligation"};
    if (form_.reporting.composed) known.emplace_back("rows");
    report_frozen(file_, known);
    texts_of_form();
    if (form_.reporting.composed) words_of_rows();
    of_each("column", "FORM-COLUMN", form_.columns, [this](TableReader& entry, Column& one) { words_of(entry, one); });
    of_each("field", "FORM-FIELD", form_.fields, [this](TableReader& entry, Field& one) {
      const bool worded = form_.reporting.composed && one.source == FieldSource::query;
      if (worded && entry.has("query")) one.query = entry.required_string("query");
      if (!worded || !entry.has("query") || entry.has("title") || entry.has("note")) title_and_note(entry, one);
      report_frozen(entry, worded ? std::vector<std::string>{"title", "note", "query"}
                                  : std::vector<std::string>{"title", "note"});
    });
    of_each("group", "FORM-GROUP", form_.groups, [this](TableReader& entry, Group& one) {
      one.title = required_wording(entry, "title", provenance_);
      report_frozen(entry, {"title"});
    });
    of_each("obligation", "FORM-WORDING-OBLIGATION", form_.obligations, [](TableReader& entry, Obligation& one) {
      one.recipient.name = required_text(entry, "recipient");
      report_frozen(entry, {"recipient"});
    });
    of_each("rule", "FORM-RULE", form_.rules, [this](TableReader& entry, const Rule& one) {
      const LocalText message = required_text(entry, "message");
      report_frozen(entry, {"message"});
      check_values(entry, one.message, message);
      const std::string code = one.code;
      for (Rule& rule : form_.rules) {  // keys may share a code
        if (rule.code == code) rule.message = message;
      }
    });
    if (titles_were_right) report_titles();
  }

 private:
  // Titles that the corrections made alike; those of workbooks handed out before count, too.
  void report_titles() {
    for (const TitleProblem& one : title_problems(form_)) {
      const auto in = [&](const char* list, const ValueSpec* spec) {
        auto table = file_.optional_table(list);
        auto entry = table && spec != nullptr ? table->optional_table(spec->id) : std::nullopt;
        const Message message = message_of(one, spec);
        if (entry) entry->report("title", message.key, message);
        return entry.has_value();
      };
      const bool said =
          in("column", one.of) || in("field", one.of) || in("column", one.other) || in("field", one.other);
      if (!said) file_.report("group", message_of(one).key, message_of(one));
    }
  }

  // Empty for a rule with the standard sentence: that is no text of the form, so it cannot be corrected.
  static std::string name_of(const Rule& rule) { return rule.message.empty() ? "" : rule.code; }
  template <typename Titled>
  static const std::string& name_of(const Titled& one) {
    return one.id;
  }

  static bool has_standard_sentence(const std::vector<Rule>& rules, const std::string& code) {
    return std::any_of(rules.begin(), rules.end(),
                       [&](const Rule& one) { return one.code == code && one.message.empty(); });
  }
  template <typename List>
  static bool has_standard_sentence(const List&, const std::string&) {
    return false;
  }

  void texts_of_form() {
    // A form without a short title uses its title. If the title is corrected, so is the short title.
    const bool goes_by_title = form_.wording.short_title.text == form_.wording.title.text;
    if (file_.has("title")) form_.wording.title = required_wording(file_, "title", provenance_);
    if (goes_by_title) form_.wording.short_title = form_.wording.title;
    if (file_.has("short_title")) form_.wording.short_title = required_wording(file_, "short_title", provenance_);
    if (file_.has("continuation")) form_.wording.continuation = required_wording(file_, "continuation", provenance_);
    if (file_.has("nil_sentence")) form_.wording.nil_sentence = required_wording(file_, "nil_sentence", provenance_);
    if (file_.has("nil_sentence") && !form_.reporting.allow_nil)
      file_.report("nil_sentence", "FORM-NIL-SENTENCE", Message("FORM-NIL-SENTENCE"));
    if (file_.has("stamp")) form_.wording.stamp = read_wordings(file_, "stamp", provenance_);
    if (file_.has("notes")) form_.wording.notes = read_wordings(file_, "notes", provenance_);
    if (file_.has("instructions")) form_.wording.instructions = read_texts(file_, "instructions");
  }

  // Reads each table [column.<id>], [rule.<code>] … of `key`: `change` gets the table and the item that it corrects.
  template <typename List, typename Change>
  void of_each(std::string_view key, const char* unknown, List& list, const Change& change) {
    auto table = file_.optional_table(key);
    if (!table) return;
    std::vector<std::string> known;
    for (const auto& one : list) {
      if (!name_of(one).empty()) known.push_back(name_of(one));
    }
    for (const auto& [name, node] : table->node().entries()) {
      if (!contains(known, name)) {
        const char* code = has_standard_sentence(list, name) ? "FORM-RULE-STANDARD" : unknown;
        table->report(name, code, Message(code, {{"name", name}}), nearest(name, known));
        continue;
      }
      auto entry = table->optional_table(name);
      if (!entry) continue;
      change(*entry, *std::find_if(list.begin(), list.end(), [&id = name](auto& one) { return name_of(one) == id; }));
    }
  }

  void title_and_note(TableReader& entry, ValueSpec& column) {
    const bool note_alone = entry.has("note") && !entry.has("title");
    if (!note_alone) {
      column.former_titles.push_back(column.title.text);
      column.title = required_wording(entry, "title", provenance_);
    }
    if (entry.has("note")) column.guide.note = required_text(entry, "note");
  }

  // Nobody types what a query says, so it may get a word that the edition lacks.
  void words_of(TableReader& entry, Column& column) {
    const bool worded = form_.reporting.composed && !column.choices.empty();
    if (worded) add_choices(entry, column.choices);
    if (!worded || !entry.has("choices") || entry.has("title") || entry.has("note")) title_and_note(entry, column);
    report_frozen(entry, worded ? std::vector<std::string>{"title", "note", "choices"}
                                : std::vector<std::string>{"title", "note"});
  }

  // What a query of a composed report says are words, too: nobody typed them, and no report that came is read by it.
  void words_of_rows() {
    auto rows = file_.optional_table("rows");
    if (!rows) return;
    if (rows->has("source")) form_.rows.source = rows->required_string("source");
    report_frozen(*rows, {"source"});
  }

  // The corrected message shows the same figures as the edition's: it loses none, and it shows no other cell.
  static void check_values(TableReader& entry, const LocalText& edition, const LocalText& message) {
    for (const auto& [lang, before, now] :
         {std::tuple("kk", &edition.kk, &message.kk), std::tuple("ru", &edition.ru, &message.ru),
          std::tuple("en", &edition.en, &message.en)}) {
      if (now->empty()) continue;  // Russian stands in
      const auto report = [&entry, in = lang](const char* code, const std::string& name, std::string meant) {
        entry.report("message", code, Message(code, {{"name", name}, {"lang", in}}), std::move(meant));
      };
      const std::vector<std::string> known = placeholders(before->empty() ? edition.ru : *before);
      const std::vector<std::string> named = placeholders(*now);
      for (const std::string& name : named) {
        if (!contains(known, name)) report("FORM-WORDING-VALUE", name, nearest(name, known));
      }
      for (const std::string& name : known) {
        if (!contains(named, name)) report("FORM-WORDING-VALUE-LOST", name, "");
      }
    }
  }

  FormDefinition& form_;
  TableReader file_;
  bool checked_;  // by the program's tests
  DefaultProvenance provenance_;
};

}  // namespace

void apply_wording(FormDefinition& form, const datafile::LibraryFile& overlay, Diagnostics& diagnostics) {
  const auto parsed = datafile::File::parse(overlay.origin, overlay.text, diagnostics);
  if (parsed) Overlay(form, TableReader(parsed->root(), diagnostics), overlay.embedded).apply();
}

}  // namespace esep::form
