// SPDX-License-Identifier: MIT
#include "app/questionnaire.h"

#include <algorithm>
#include <array>

#include "app/review.h"
#include "base/text.h"
#include "intake/reader.h"
#include "report/parse_cell.h"

namespace esep::app {
namespace {

constexpr const char* kHiddenSheet = "_checklist";
constexpr int kDocumentRows = 15;
constexpr std::array<report::Conformity, 4> kConformities{report::Conformity::conforms, report::Conformity::partly,
                                                          report::Conformity::does_not, report::Conformity::not_applicable};
const std::vector<std::pair<std::string, const char*>> kDocumentKinds{{"normative_technical", "ASSESS-NORMATIVE"},
                                                                      {"project_technical", "ASSESS-PROJECT"}};
const std::vector<const char*> kQuestionTitles{"LETTER-ITEM",   "LETTER-QUESTION", "LETTER-REFERENCE",
                                               "LETTER-ANSWER", "LETTER-COMMENT",  "ASSESS-DOCUMENT-NUMBERS"};
const std::vector<const char*> kDocumentTitles{"LETTER-INDEX", "ASSESS-DOCUMENT-KIND", "ASSESS-DOCUMENT-NAME", "ASSESS-DOCUMENT-DATE"};

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
    out.name = kHiddenSheet;
    out.hidden = true;
    document::Fields fields;
    for (const auto& [label, value] : {std::pair<std::string, std::string>{"checklist", checklist.id}, {"sha256", checklist.sha256}}) {
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

  document::Table table(const char* id, const std::vector<const char*>& titles, const std::vector<int>& widths) {
    document::Table out;
    out.id = id;
    for (size_t i = 0; i < titles.size(); ++i) {
      document::TableColumn column;
      column.id = "c" + std::to_string(i + 1);
      column.title = say(titles[i]);
      column.width = widths[i];
      out.header.push_back({column.title, {}});
      out.columns.push_back(std::move(column));
    }
    return out;
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
    const auto at = std::find_if(known.rbegin(), known.rend(), [&](const report::Answer& one) { return one.item == item.id; });
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

class Reader {
 public:
  Reader(Engine& engine, const report::Checklist& checklist, std::string file)
      : engine_(engine), checklist_(checklist), file_(std::move(file)) {}

  Questionnaire read(report::Grid& grid) {
    grid_ = &grid;
    for (size_t i = 0; i < grid.sheets().size(); ++i) read_sheet(i);
    if (!answers_found_) add("", 0, 0, "ANSWER-SHEET", Message("ANSWER-SHEET", {{"checklist", checklist_.title}}));
    for (auto& [row, sheet, column, numbers, answer] : waiting_) take_documents(sheet, row, column, numbers, out_.answers[answer]);
    for (const auto& problem : grid.problems()) out_.findings.push_back(problem);
    return std::move(out_);
  }

 private:
  struct Waiting {
    int row = 0;
    std::string sheet;
    int column = 0;
    std::string numbers;
    size_t answer = 0;
  };

  void add(const std::string& sheet, int row, int column, const char* code, Message message) {
    out_.findings.push_back({file_, sheet, row > 0 && column > 0 ? report::cell_name(row, column) : "", row, "", code, Severity::error,
                             std::move(message), {}});
  }

  // Which column of the sheet each title stands over; empty: not this row.
  std::vector<int> columns_of(const report::GridRow& row, const std::vector<const char*>& titles) {
    std::vector<int> out(titles.size(), 0);
    for (const auto& cell : row.cells) {
      const std::string folded = fold_case(cell.text);
      for (size_t i = 0; i < titles.size(); ++i) {
        const LocalText title = engine_.render_all(titles[i]);
        if (out[i] == 0 && (folded == fold_case(title.kk) || folded == fold_case(title.ru) || folded == fold_case(title.en))) out[i] = cell.column;
      }
    }
    return std::count(out.begin(), out.end(), 0) == 0 ? out : std::vector<int>{};
  }

  void read_sheet(size_t index) {
    const auto& info = grid_->sheets()[index];
    const auto cursor = grid_->rows(index);
    std::vector<int> questions;
    std::vector<int> documents;
    report::GridRow row;
    while (cursor->next(row)) {
      if (info.name == kHiddenSheet) {
        check_identity(row);
      } else if (info.hidden) {
        return;
      } else if (!questions.empty()) {
        take_answer(info.name, row, questions);
      } else if (!documents.empty()) {
        take_document(info.name, row, documents);
      } else {
        questions = columns_of(row, kQuestionTitles);
        if (questions.empty()) documents = columns_of(row, kDocumentTitles);
        answers_found_ = answers_found_ || !questions.empty();
      }
    }
  }

  void check_identity(const report::GridRow& row) {
    if (row.cells.size() < 2 || row.cells[0].text != "checklist" || row.cells[1].text == checklist_.id) return;
    add("", 0, 0, "ANSWER-CHECKLIST", Message("ANSWER-CHECKLIST", {{"found", row.cells[1].text}, {"wanted", checklist_.id}}));
  }

  static std::string text_at(const report::GridRow& row, int column) {
    for (const auto& cell : row.cells) {
      if (cell.column == column) return trim(cell.text);
    }
    return {};
  }

  template <typename Choices>
  static auto chosen(Engine& engine, const std::string& text, const Choices& choices) {
    const std::string folded = fold_case(text);
    return std::find_if(choices.begin(), choices.end(), [&](const auto& one) {
      const LocalText title = engine.render_all(one.second);
      return folded == fold_case(one.first) || folded == fold_case(title.kk) || folded == fold_case(title.ru) || folded == fold_case(title.en);
    });
  }

  void take_answer(const std::string& sheet, const report::GridRow& row, const std::vector<int>& columns) {
    const std::string item = text_at(row, columns[0]);
    const std::string said = text_at(row, columns[3]);
    const std::string comment = text_at(row, columns[4]);
    const std::string numbers = text_at(row, columns[5]);
    if (!item.empty()) out_.places.try_emplace(item, Questionnaire::Place{sheet, row.row, columns[3], columns[4]});
    if (said.empty() && comment.empty() && numbers.empty()) return;
    std::vector<std::pair<std::string, Message>> choices;
    for (const auto one : kConformities) choices.emplace_back(report::conformity_name(one), conformity_message(one));
    const auto at = chosen(engine_, said, choices);
    if (at == choices.end()) {
      std::vector<std::string> known;
      for (const auto& one : choices) known.push_back(engine_.messages().render(one.second, Lang::kk) + " / " + engine_.messages().render(one.second, Lang::ru));
      add(sheet, row.row, columns[3], "ANSWER-VALUE", Message("ANSWER-VALUE", {{"item", item}, {"value", said}, {"known", join(known, "; ")}}));
      return;
    }
    if (!numbers.empty()) waiting_.push_back({row.row, sheet, columns[5], numbers, out_.answers.size()});
    out_.answers.push_back({item, *report::conformity_from(at->first), comment, {}, ""});
  }

  void take_document(const std::string& sheet, const report::GridRow& row, const std::vector<int>& columns) {
    const std::string kind = text_at(row, columns[1]);
    const std::string name = squeeze_spaces(text_at(row, columns[2]));
    if (kind.empty() && name.empty() && text_at(row, columns[3]).empty()) return;
    report::AssessedDocument out;
    std::vector<std::pair<std::string, Message>> choices;
    for (const auto& [id, key] : kDocumentKinds) choices.emplace_back(id, Message(key));
    const auto at = chosen(engine_, kind, choices);
    if (at == choices.end() || name.empty()) {
      add(sheet, row.row, name.empty() ? columns[2] : columns[1], "ANSWER-DOCUMENT-ROW", "ANSWER-DOCUMENT-ROW");
      return;
    }
    out.kind = at->first;
    out.name = name;
    for (const auto& cell : row.cells) {
      if (cell.column != columns[3]) continue;
      form::Column column;
      column.type = form::ColumnType::date;
      auto parsed = report::parse_cell(column, cell, grid_->uses_1904_dates());
      for (auto& problem : parsed.problems) add(sheet, row.row, cell.column, problem.code.c_str(), std::move(problem.message));
      if (const auto* date = std::get_if<calendar::Date>(&parsed.value)) out.date = *date;
    }
    documents_[text_at(row, columns[0])] = std::move(out);
  }

  void take_documents(const std::string& sheet, int row, int column, const std::string& numbers, report::Answer& answer) {
    std::string even = numbers;
    for (char& c : even) {
      if (c == ',' || c == '\n' || c == ' ') c = ';';
    }
    for (const std::string& one : split(even, ';')) {
      const std::string number = trim(one);
      if (number.empty()) continue;
      const auto at = documents_.find(number);
      if (at != documents_.end()) {
        answer.documents.push_back(at->second);
      } else {
        add(sheet, row, column, "ANSWER-DOCUMENT", Message("ANSWER-DOCUMENT", {{"item", answer.item}, {"value", number}}));
      }
    }
  }

  Engine& engine_;
  const report::Checklist& checklist_;
  std::string file_;
  report::Grid* grid_ = nullptr;
  bool answers_found_ = false;
  std::map<std::string, report::AssessedDocument> documents_;
  std::vector<Waiting> waiting_;
  Questionnaire out_;
};

}  // namespace

void Questionnaire::place(report::Findings& of) const {
  for (auto& finding : of) {
    for (const auto& [name, value] : finding.message.args) {
      const auto* item = name == "item" ? std::get_if<std::string>(&value) : nullptr;
      const auto at = item == nullptr || !finding.cell.empty() ? places.end() : places.find(*item);
      if (at == places.end()) continue;
      finding.sheet = at->second.sheet;
      finding.row = at->second.row;
      finding.cell = report::cell_name(at->second.row, finding.code == "ANSWER-COMMENT" ? at->second.comment_column : at->second.answer_column);
    }
  }
}

document::Document make_questionnaire(Engine& engine, const report::Checklist& checklist, const std::vector<report::Answer>& known, Lang lang) {
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

Questionnaire read_questionnaire(Engine& engine, const report::Checklist& checklist, const std::string& file, std::string bytes) {
  Questionnaire out;
  const auto grid = intake::open_grid(file, std::move(bytes), out.findings);
  if (!grid) return out;
  return Reader(engine, checklist, file).read(*grid);
}

}  // namespace esep::app
