// SPDX-License-Identifier: MIT
#include "app/receive/guide_sheet.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/core/edition_of.h"
#include "app/core/names.h"
#include "app/receive/other_headings.h"
#include "app/receive/shown_title.h"
#include "app/receive/stage_words.h"
#include "base/shown_text.h"
#include "base/text.h"
#include "base/words.h"
#include "document/build/instruction_sheet.h"
#include "report/cell_reference.h"
#include "report/read/further_sheets.h"
#include "report/read/parse_date.h"

namespace esep::app {
namespace {

using report::OtherCell;
using TextSet = std::set<std::string>;

// The texts that `blank` writes on the sheet.
class OwnTexts {
 public:
  OwnTexts(Engine& engine, const CheckedFile& file) {
    for (const Lang lang : {Lang::kk, Lang::ru}) {
      document::BlankRequest request = request_of(engine, file, lang);
      const document::Section sheet = document::instruction_sheet(request);
      for (const auto& block : sheet.blocks) add(block);
    }
  }

  [[nodiscard]] const TextSet& all() const { return texts_; }
  /// Whether most words of a sentence stand in none of these: an earlier program said the same in other words.
  [[nodiscard]] bool is_foreign(const std::string& text) const {
    constexpr size_t kSentence = 3;
    const auto words = words_of(fold_case(text));
    const auto foreign =
        std::count_if(words.begin(), words.end(), [&](const std::string& one) { return !words_.contains(one); });
    return words.size() >= kSentence && foreign * 2 > static_cast<ptrdiff_t>(words.size());
  }

 private:
  static document::BlankRequest request_of(Engine& engine, const CheckedFile& file, Lang lang) {
    const auto period = calendar::Period::parse(file.key.period);
    document::BlankRequest out;
    out.form = file.form;
    out.identity = {file.form->id,         file.form->edition,  file.form->file.sha256(),
                    file.key.organisation, file.key.subject,    file.key.period,
                    file.key.stage,        file.key.occurrence, std::string(lang_code(lang))};
    out.lang = lang;
    out.say = say_in(engine, lang);
    out.organisation = organisation_title(engine, file.key.organisation).in(lang);
    out.subject = subject_title(engine, *file.form, file.key.subject).in(lang);
    out.period = period ? period->name(lang) : "";
    out.duty.stage = stage_title(*file.form, file.key, lang);
    out.of_workspace = is_of_workspace(engine, *file.form);
    if (file.duty) out.duty.obligation = file.duty->obligation;
    out.dated = period ? period->last_day() : file.form->law.in_force.from;
    return out;
  }

  void put(const std::string& text) {
    texts_.insert(squeeze_spaces(text));
    for (std::string& word : words_of(fold_case(text))) words_.insert(std::move(word));
  }

  void add(const document::Block& block) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) put(heading->text);
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) put(paragraph->text);
    if (const auto* table = std::get_if<document::Table>(&block)) add(*table);
    if (const auto* facts = std::get_if<document::Fields>(&block)) {
      for (const auto& one : facts->fields) put(form::canonical_text(one.value));
    }
  }

  void add(const document::Table& table) {
    put(table.caption);
    for (const auto& column : table.columns) put(column.title);
    const auto cursor = table.rows();
    document::Row row;
    while (cursor->next(row)) {
      for (const auto& cell : row.cells) put(form::canonical_text(cell.value));
    }
  }

  TextSet texts_, words_;
};

class GuideSheet {
 public:
  GuideSheet(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words)
      : engine_(engine), file_(file), names_(names), words_(words), own_(engine, file) {}

  report::Findings run(size_t sheet) {
    sheet_ = sheet;
    read();
    constexpr size_t kMostChanged = 8;
    std::vector<OtherCell> cells = facts_;
    std::vector<OtherCell> changed;
    for (const OtherCell& one : others_) (is_added(one) ? added_ : changed).push_back(one);
    cells.insert(cells.end(), added_.begin(), added_.end());
    if (changed.size() <= kMostChanged) {
      cells.insert(cells.end(), changed.begin(), changed.end());
      std::copy_if(changed.begin(), changed.end(), std::back_inserter(added_), [&](const OtherCell& one) {
        return !labels_.contains({one.row, one.cell.column}) && own_.is_foreign(one.cell.text);
      });
    }
    if (cells.empty()) return {};
    const ShownCells shown{cells, sheet_, true};
    OtherHeadings lines;
    lines.confirmed = {Identity::organisation, Identity::subject, Identity::period};  // no line of the form is lost
    for (auto& one : other_headings(engine_, file_, names_, words_, lines, shown).findings) take(std::move(one));
    for (auto& one : shown_title(engine_, file_, names_, words_, shown)) take(std::move(one));
    compare_stage();
    if (out_.empty()) tell_unread();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const std::string& name() const { return file_.grid->sheets()[sheet_].name; }

  [[nodiscard]] bool says(const std::string& text, const char* key) const {
    const LocalText said = engine_.render_all(key);
    return text == squeeze_spaces(said.kk) || text == squeeze_spaces(said.ru) || text == squeeze_spaces(said.en);
  }

  template <size_t N>
  [[nodiscard]] bool says_any(const std::string& text, const std::array<const char*, N>& keys) const {
    return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return says(text, key); });
  }

  // Below or beside all that the program wrote: among it an earlier program may have had other words.
  [[nodiscard]] bool is_added(const OtherCell& one) const {
    return one.row > last_own_row_ || one.cell.column > last_own_column_;
  }

  // The deadline and its steps follow the calendar and the register of today; reminders speak of earlier reports.
  void read() {
    constexpr int kMostRows = 2000;
    constexpr std::array kChanging{"BLANK-REMINDERS", "BLANK-DEADLINE-STEPS"};
    constexpr std::array kBehind{"BLANK-HOW-TITLE", "BLANK-PROVENANCE-TITLE", "GUIDE-CAPTION"};
    const auto cursor = file_.grid->rows(sheet_);
    report::GridRow row;
    bool changing = false;
    while (cursor->next_to(kMostRows, row)) {
      const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                      [](const report::GridCell& cell) { return !report::is_blank_cell(cell); });
      if (first == row.cells.end()) continue;
      const std::string begin = squeeze_spaces(first->text);
      if (says_any(begin, kBehind)) changing = false;
      if (says_any(begin, kChanging)) changing = true;
      if (!changing) read(row, begin);
    }
  }

  void read(const report::GridRow& row, const std::string& begin) {
    constexpr std::array kOfToday{"BLANK-DEADLINE", "BLANK-DEADLINE-LAW", "BLANK-RECIPIENT",
                                  "BLANK-FORM-LAW", "BLANK-EDITION",      "BLANK-OBLIGATION"};
    constexpr std::array kFacts{"BLANK-ORGANISATION", "BLANK-SUBJECT", "BLANK-PERIOD", "BLANK-STAGE"};
    const bool is_fact = says_any(begin, kFacts);
    const bool of_today = says_any(begin, kOfToday);
    bool labelled = false;
    const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                      [](const report::GridCell& cell) { return !report::is_blank_cell(cell); });
    for (const report::GridCell& cell : row.cells) {
      const std::string text = squeeze_spaces(report::seen_text(cell, file_.grid->date_system()));
      const bool is_example = cell.column == example_column_;
      if (cell.kind == report::CellKind::blank || text.empty()) continue;
      if (says(text, "GUIDE-EXAMPLE")) example_column_ = cell.column;
      if (filled > 1 && text == begin) labels_.emplace(row.row, cell.column);
      const bool is_label = text == begin && (is_fact || of_today);
      const bool is_value = labelled;
      labelled = is_label;
      if (is_label || own_.all().contains(text)) {
        last_own_row_ = row.row;
        last_own_column_ = std::max(last_own_column_, cell.column);
      }
      if (is_label || is_example || own_.all().contains(text)) continue;
      if (is_value && of_today && !says(begin, "BLANK-OBLIGATION")) continue;
      if (is_value && says(begin, "BLANK-STAGE")) stage_ = OtherCell{row.row, cell, begin};
      (is_value ? facts_ : others_).push_back({row.row, cell, is_value && is_fact ? begin : ""});
    }
  }

  // As above the table, but the sentence says on which sheet.
  void take(report::Finding finding) {
    Message message(finding.severity == Severity::error ? "GUIDE-SHOWN" : "GUIDE-DOUBTFUL");
    message.args.emplace_back("sheet", name());
    bool wanted = false;
    for (auto& arg : finding.message.args) {
      wanted = wanted || arg.first == "wanted";
      if (arg.first == "shown" || arg.first == "wanted") message.args.push_back(std::move(arg));
    }
    if (!wanted || finding.severity == Severity::info) return;
    finding.message = std::move(message);
    out_.push_back(std::move(finding));
  }

  void compare_stage() {
    if (!stage_ || file_.key.stage.empty()) return;
    for (const form::Field& field : file_.form->fields) {
      if (!names_stage(*file_.form, field)) continue;
      const std::string shown = stage_in_words(field, stage_->cell.text, names_.words());
      if (shown.empty() || shown == file_.key.stage) continue;
      Message message("STAGE-SHOWN",
                      {{"shown", trim(stage_->cell.text)}, {"wanted", stage_name(field, file_.key.stage)}});
      take(placed(report::Finding::of(std::move(message)), *stage_));
    }
  }

  void tell_unread() {
    if (added_.empty()) return;
    constexpr size_t kMostCells = 5;
    std::vector<std::string> cells;
    for (const OtherCell& one : added_) cells.push_back(report::cell_name(one.row, one.cell.column));
    Message message("GUIDE-UNREAD", {{"sheet", name()},
                                     {"cells", join_first(cells, kMostCells)},
                                     {"read", file_.grid->sheets()[file_.report.layout.sheet].name}});
    out_.push_back(
        placed(report::Finding::of("SHEET-UNREAD", std::move(message)), added_.front()).as(Severity::warning));
  }

  [[nodiscard]] report::Finding placed(report::Finding finding, const OtherCell& at) const {
    return std::move(finding).in(file_.file, name()).at(at.row, report::cell_name(at.row, at.cell.column));
  }

  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  const HeadingWords& words_;
  const OwnTexts own_;
  size_t sheet_ = 0;
  int example_column_ = 0;
  int last_own_row_ = 0, last_own_column_ = 0;
  std::vector<OtherCell> facts_, others_, added_;
  std::set<std::pair<int, int>> labels_;  // row and column: earlier programs had other ones
  std::optional<OtherCell> stage_;
  report::Findings out_;
};

}  // namespace

report::Findings shown_on_guide(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words,
                                const LocalText& title) {
  report::Findings out;
  if (!file.grid->has_cells() || file.key.organisation.empty()) return out;
  const auto& sheets = file.grid->sheets();
  const report::ProgramSheets guide{title, {}};
  for (size_t i = 0; i < sheets.size(); ++i) {
    if (i == file.report.layout.sheet || sheets[i].hidden || form::WorkbookIdentity::is_own_sheet(sheets[i].name))
      continue;
    if (!report::is_program_sheet(*file.grid, i, guide)) continue;
    for (auto& finding : GuideSheet(engine, file, names, words).run(i)) out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace esep::app
