// SPDX-License-Identifier: MIT
#include "app/review/questionnaire.h"

#include <algorithm>
#include <span>

#include "app/review/questionnaire_parts.h"
#include "app/review/review_text.h"
#include "base/text.h"
#include "document/build/filled_form.h"

namespace esep::app {
namespace {

using namespace questionnaire;  // NOLINT(google-build-using-namespace): the parts of this very thing

constexpr int kDocumentRows = 15;

class Builder {
 public:
  Builder(Engine& engine, Lang lang) : engine_(engine), lang_(lang) {}

  document::Section questions(const report::Checklist& checklist, const std::vector<report::Answer>& known) {
    document::Section out = section("LETTER-QUESTION");
    out.blocks.emplace_back(document::Heading{checklist.title.in(lang_), 1});
    for (const LocalText* text : {&checklist.law, &checklist.note}) {
      if (!text->empty()) out.blocks.emplace_back(document::Paragraph{text->in(lang_), document::Emphasis::muted});
    }
    document::Table table = this->table("answers", kQuestionTitles, {9, 60, 28, 22, 40, 16});
    std::vector<std::string> choices;
    for (const auto one : kConformities) choices.push_back(say(conformity_message(one)));
    table.columns[3].input = choice(choices, "ASSESS-HOW-ANSWER");
    table.columns[4].input = open("ASSESS-HOW-COMMENT");
    table.columns[5].input = open("ASSESS-HOW-DOCUMENTS");
    std::vector<document::Row> rows;
    for (const auto& item : checklist.items) rows.push_back(question(item, known));
    table.rows = document::rows_from(std::move(rows));
    out.blocks.emplace_back(std::move(table));
    return out;
  }

  document::Section documents() {
    document::Section out = section("LETTER-DOCUMENTS");
    out.blocks.emplace_back(document::Heading{say("LETTER-DOCUMENTS"), 1});
    document::Table table = this->table("documents", kDocumentTitles, {6, 30, 60, 14});
    std::vector<std::string> choices;
    for (const auto& [id, key] : kDocumentKinds) choices.push_back(say(key));
    table.columns[1].input = choice(choices, "ASSESS-DOCUMENT-KIND");
    table.columns[2].input = open("ASSESS-DOCUMENT-NAME");
    table.columns[3].input = open("ASSESS-DOCUMENT-DATE");
    table.columns[3].type = form::ColumnType::date;
    table.columns[3].input->type = form::ColumnType::date;
    for (size_t i = 0; i < documents_.size() + kDocumentRows; ++i) rows_.push_back(document_row(i));
    table.rows = document::rows_from(std::move(rows_));
    out.blocks.emplace_back(std::move(table));
    return out;
  }

  static document::Section hidden(const report::Checklist& checklist) {
    document::Section out;
    out.name = kQuestionnaireSheet;
    out.hidden = true;
    document::Fields fields;
    for (const auto& [label, value] :
         {std::pair<std::string, std::string>{"checklist", checklist.id}, {"sha256", checklist.sha256}}) {
      document::Field field;
      field.id = label;
      field.label = label;
      field.value = value;
      fields.fields.push_back(std::move(field));
    }
    out.blocks.emplace_back(std::move(fields));
    return out;
  }

 private:
  std::string say(const Message& message) { return engine_.messages().render(message, lang_); }

  document::Section section(const char* name) {
    document::Section out;
    out.name = say(name);
    out.input = true;
    out.landscape = true;
    return out;
  }

  document::Table table(const char* id, std::span<const char* const> titles, const std::vector<int>& widths) {
    std::vector<document::ListColumn> columns;
    for (size_t i = 0; i < titles.size(); ++i)
      columns.push_back({"c" + std::to_string(i + 1), say(titles[i]), widths[i]});
    return document::list_table(id, columns, nullptr);
  }

  document::InputSpec open(const char* how) {
    document::InputSpec out;
    out.prompt = say(how);
    return out;
  }

  document::InputSpec choice(std::vector<std::string> choices, const char* how) {
    document::InputSpec out = open(how);
    out.type = form::ColumnType::choice;
    out.choices = std::move(choices);
    out.warning = say("INPUT-CHOICE");
    return out;
  }

  document::Row question(const report::ChecklistItem& item, const std::vector<report::Answer>& known) {
    document::Row out;
    out.cells.resize(kQuestionTitles.size());
    const std::vector<std::string> texts{item.id, item.question.in(lang_), item.reference.in(lang_)};
    for (size_t i = 0; i < texts.size(); ++i) {
      if (!texts[i].empty()) out.cells[i].value = texts[i];
      out.cells[i].locked = true;
    }
    const auto at =
        std::find_if(known.rbegin(), known.rend(), [&](const report::Answer& one) { return one.item == item.id; });
    if (at == known.rend()) return out;
    out.cells[3].value = say(conformity_message(at->conformity));
    if (!at->comment.empty()) out.cells[4].value = at->comment;
    std::vector<std::string> numbers;
    for (const auto& one : at->documents) numbers.push_back(std::to_string(number_of(one)));
    if (!numbers.empty()) out.cells[5].value = join(numbers, "; ");
    return out;
  }

  size_t number_of(const report::AssessedDocument& document) {
    const auto at = std::find(documents_.begin(), documents_.end(), document);
    if (at != documents_.end()) return static_cast<size_t>(at - documents_.begin()) + 1;
    documents_.push_back(document);
    return documents_.size();
  }

  document::Row document_row(size_t i) {
    document::Row out;
    out.cells.resize(kDocumentTitles.size());
    out.cells[0].value = static_cast<int64_t>(i + 1);
    out.cells[0].locked = true;
    if (i >= documents_.size()) return out;
    for (const auto& [id, key] : kDocumentKinds) {
      if (documents_[i].kind == id) out.cells[1].value = say(key);
    }
    out.cells[2].value = documents_[i].name;
    if (documents_[i].date) out.cells[3].value = *documents_[i].date;
    return out;
  }

  Engine& engine_;
  Lang lang_;
  std::vector<report::AssessedDocument> documents_;
  std::vector<document::Row> rows_;
};

}  // namespace

document::Document make_questionnaire(Engine& engine, const report::Checklist& checklist,
                                      const std::vector<report::Answer>& known, Lang lang) {
  document::Document out;
  out.title = checklist.title.in(lang);
  out.lang = lang;
  out.subject = checklist.id;
  out.footer = checklist.law.in(lang);
  Builder builder(engine, lang);
  out.sections.push_back(builder.questions(checklist, known));
  out.sections.push_back(builder.documents());
  out.sections.push_back(Builder::hidden(checklist));
  return out;
}

}  // namespace esep::app
