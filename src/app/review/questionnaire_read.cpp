// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <span>

#include "app/core/typed_text.h"
#include "app/review/document_numbers.h"
#include "app/review/questionnaire.h"
#include "app/review/questionnaire_parts.h"
#include "app/review/review_text.h"
#include "base/text.h"
#include "form/label.h"
#include "intake/reader.h"
#include "report/cell_reference.h"
#include "report/read/parse_cell.h"

namespace esep::app {
namespace {

using namespace questionnaire;  // NOLINT(google-build-using-namespace): the parts of this very thing

class AnswerReader {
 public:
  AnswerReader(Engine& engine, const report::Checklist& checklist, std::string file)
      : engine_(engine), checklist_(checklist) {
    out_.file = std::move(file);
  }

  Questionnaire read(report::Grid& grid) {
    grid_ = &grid;
    for (size_t i = 0; i < grid.sheets().size(); ++i) read_sheet(i);
    if (!answers_found_) add("", 0, 0, "ANSWER-SHEET", Message("ANSWER-SHEET", {{"checklist", checklist_.title}}));
    for (auto& [row, sheet, column, numbers, answer] : waiting_)
      take_documents(sheet, row, column, numbers, out_.answers[answer]);
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
    out_.findings.push_back(report::Finding::of(code, std::move(message))
                                .in(out_.file, sheet)
                                .at(row, row > 0 && column > 0 ? report::cell_name(row, column) : ""));
  }

  // The sheet column of each title; empty: this is not the header row.
  std::vector<int> columns_of(const report::GridRow& row, std::span<const char* const> titles) {
    std::vector<int> out(titles.size(), 0);
    for (const auto& cell : row.cells) {
      const std::string folded = form::label_form(cell.text);
      for (size_t i = 0; i < titles.size(); ++i) {
        const LocalText title = engine_.render_all(titles[i]);
        if (out[i] == 0 && (folded == form::label_form(title.kk) || folded == form::label_form(title.ru) ||
                            folded == form::label_form(title.en)))
          out[i] = cell.column;
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
      if (info.name == kQuestionnaireSheet) {
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
    add("", 0, 0, "ANSWER-CHECKLIST",
        Message("ANSWER-CHECKLIST", {{"found", row.cells[1].text}, {"wanted", checklist_.id}}));
  }

  static std::string text_at(const report::GridRow& row, int column) {
    for (const auto& cell : row.cells) {
      if (cell.column == column) return trim(cell.text);
    }
    return {};
  }

  template <typename Choices>
  static auto chosen(Engine& engine, const std::string& text, const Choices& choices) {
    const std::string folded = form::label_form(text);
    return std::find_if(choices.begin(), choices.end(), [&](const auto& one) {
      const LocalText title = engine.render_all(one.second);
      return folded == form::label_form(one.first) || folded == form::label_form(title.kk) ||
             folded == form::label_form(title.ru) || folded == form::label_form(title.en);
    });
  }

  void take_answer(const std::string& sheet, const report::GridRow& row, const std::vector<int>& columns) {
    const std::string item = text_at(row, columns[0]);
    const std::string said = text_at(row, columns[3]);
    const std::string comment = text_at(row, columns[4]);
    const std::string numbers = text_at(row, columns[5]);
    if (!item.empty()) out_.cells.try_emplace(item, Questionnaire::Cells{sheet, row.row, columns[3], columns[4]});
    if (said.empty() && comment.empty() && numbers.empty()) return;
    std::vector<std::pair<std::string, Message>> choices;
    for (const auto one : kConformities) choices.emplace_back(report::conformity_name(one), conformity_message(one));
    const auto at = chosen(engine_, said, choices);
    if (at == choices.end()) {
      std::vector<std::string> known;
      for (const auto& one : choices)
        known.push_back(engine_.messages().render(one.second, Lang::kk) + " / " +
                        engine_.messages().render(one.second, Lang::ru));
      add(sheet, row.row, columns[3], "ANSWER-VALUE",
          Message("ANSWER-VALUE", {{"item", item}, {"value", said}, {"known", join(known, "; ")}}));
      return;
    }
    if (auto problem = unprintable_message(comment))
      return add(sheet, row.row, columns[4], "CELL-CHARACTER", std::move(*problem));
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
      const auto known = [&](Lang lang) {
        std::vector<std::string> titles;
        for (const auto& one : choices) titles.push_back(engine_.messages().render(one.second, lang));
        return join(titles, ", ");
      };
      add(sheet, row.row, name.empty() ? columns[2] : columns[1], "ANSWER-DOCUMENT-ROW",
          Message("ANSWER-DOCUMENT-ROW", {{"known", LocalText{known(Lang::kk), known(Lang::ru), known(Lang::en)}}}));
      refused_.insert(text_at(row, columns[0]));
      return;
    }
    out.kind = at->first;
    out.name = name;
    for (const auto& cell : row.cells) {
      if (cell.column != columns[3]) continue;
      form::ValueSpec date_spec;
      date_spec.type = form::ColumnType::date;
      auto parsed = report::parse_cell(date_spec, cell, grid_->date_system());
      for (auto& problem : parsed.problems)
        add(sheet, row.row, cell.column, problem.code.c_str(), std::move(problem.message));
      if (const auto* date = std::get_if<calendar::Date>(&parsed.value)) out.date = *date;
    }
    documents_[text_at(row, columns[0])] = std::move(out);
  }

  void take_documents(const std::string& sheet, int row, int column, const std::string& numbers,
                      report::Answer& answer) {
    for (const std::string& number : document_numbers(numbers)) {
      if (refused_.contains(number)) continue;  // its own row says what is wrong
      const auto at = documents_.find(number);
      if (at != documents_.end()) {
        answer.documents.push_back(at->second);
      } else {
        add(sheet, row, column, "ANSWER-DOCUMENT",
            Message("ANSWER-DOCUMENT", {{"item", answer.item}, {"value", number}}));
      }
    }
  }

  Engine& engine_;
  const report::Checklist& checklist_;
  report::Grid* grid_ = nullptr;
  bool answers_found_ = false;
  std::map<std::string, report::AssessedDocument> documents_;
  std::set<std::string> refused_;  // numbers of documents that could not be read
  std::vector<Waiting> waiting_;
  Questionnaire out_;
};

}  // namespace

void Questionnaire::locate(report::Findings& of) const {
  for (auto& finding : of) {
    for (const auto& [name, value] : finding.message.args) {
      const auto* item = name == "item" ? std::get_if<std::string>(&value) : nullptr;
      const auto at = item == nullptr || !finding.cell.empty() ? cells.end() : cells.find(*item);
      if (at == cells.end()) continue;
      finding.sheet = at->second.sheet;
      finding.row = at->second.row;
      finding.cell = report::cell_name(
          at->second.row, finding.code == "ANSWER-COMMENT" ? at->second.comment_column : at->second.answer_column);
    }
  }
}

Questionnaire read_questionnaire(Engine& engine, const report::Checklist& checklist, const std::string& file,
                                 std::string bytes) {
  Questionnaire out;
  out.file = file;
  const auto grid = intake::open_grid(file, std::move(bytes), out.findings);
  if (!grid) return out;
  return AnswerReader(engine, checklist, file).read(*grid);
}

}  // namespace esep::app
