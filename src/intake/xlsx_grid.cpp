// SPDX-License-Identifier: MIT
#include "intake/xlsx_grid.h"

#include <algorithm>
#include <utility>

#include "intake/limits.h"
#include "intake/sheet_check.h"
#include "intake/sheet_handler.h"
#include "intake/unread_parts.h"
#include "intake/workbook_parts.h"

namespace esep::intake {
namespace {

using report::GridRow;
using report::MergedRange;
using report::SheetInfo;

class SheetParser;

// The rows of a small sheet that were pulled so far, and the parser that continues. A file is read several times (to
// find the table, then to read it), but this way it is parsed once.
struct ParsedRows {
  std::vector<GridRow> rows;
  size_t bytes = 0;
  std::unique_ptr<SheetParser> parser;  // nullptr: not used yet, or no rows are left
  bool complete = false;
  bool full = false;  // later rows are parsed by each cursor itself
  bool begun = false;
};

// Of a workbook with hundreds of sheets few are kept; a form has three.
constexpr size_t kMostKeptSheets = 16;
constexpr size_t kMostKeptBytes = size_t{16} << 20;

size_t size_of(const GridRow& row) {
  size_t out = sizeof(GridRow);
  for (const auto& cell : row.cells) out += sizeof(report::GridCell) + cell.text.size();
  return out;
}

// What is kept of all sheets.
struct Kept {
  size_t sheets = 0, bytes = 0;
  size_t inflated = 0;
  uint64_t text = 0;
};

// Found behind the rows of a sheet when they are read.
struct BehindRows {
  report::UnreadTexts unread;                // but notes and boxes
  std::map<std::string, std::string> links;  // hyperlinks, by cell: the id of a relationship
};

struct SheetRanges {
  std::vector<MergedRange> merged;
  std::vector<MergedRange> printed;  // empty: all
};

// Shared by the grid and its cursors.
struct Book {
  Book(ZipArchive zip, std::string file_name)
      : archive(std::move(zip)), problems(std::move(file_name), ProblemList::Addresses::cells) {}

  ZipArchive archive;
  ProblemList problems;
  SharedStrings strings;
  Styles styles;
  std::vector<ReadRules> rules;  // of each sheet
  report::DateSystem dates = report::DateSystem::from_1900;
  std::vector<SheetInfo> sheets;
  std::vector<const ZipEntry*> parts;  // nullptr: a chart or a module, which has no cells
  std::vector<SheetRanges> ranges;
  std::vector<BehindRows> behind;
  std::vector<ParsedRows> parsed;
  Kept kept;
  std::vector<InflatedPart> inflated;  // small sheets: from the first check until their rows are parsed
  // The parts that opening one sheet left out.
  std::string styles_part;                               // its name; empty: none, or read
  std::vector<std::pair<size_t, std::string>> unopened;  // sheet, name of its part
};

class SheetParser {
 public:
  // `book` must outlive it.
  SheetParser(Book& book, size_t sheet)
      : book_(book),
        handler_({&book.strings, &book.styles.cells, book.dates, book.sheets[sheet].name, &book.problems,
                  &book.kept.text, &book.behind[sheet].unread, &book.rules[sheet].rules, &book.behind[sheet].links,
                  &book.ranges[sheet].merged}),
        part_(book.inflated[sheet].text.empty() ? XmlPart(book.archive, *book.parts[sheet], handler_)
                                                : XmlPart(book.inflated[sheet], *book.parts[sheet], handler_)),
        sheet_(sheet) {}

  bool next(GridRow& row, int last_row = kMaxRows) {
    while (!handler_.take(row)) {
      if (ended_ || handler_.row_number() > last_row) return false;
      const auto step = part_.step();
      ended_ = step != XmlPart::Step::more;
      if (step == XmlPart::Step::failed) report(part_.failure());
    }
    return true;
  }

 private:
  void report(Problem problem) {
    if (problem.sheet.empty()) problem.sheet = book_.sheets[sheet_].name;
    book_.problems.add(problem);
  }

  Book& book_;
  SheetHandler handler_;
  XmlPart part_;
  size_t sheet_;
  bool ended_ = false;
};

class StreamedRows final : public report::RowCursor {
 public:
  StreamedRows(std::shared_ptr<Book> book, size_t sheet) : book_(std::move(book)), parser_(*book_, sheet) {}
  bool next(GridRow& row) override { return parser_.next(row); }
  bool next_to(int last_row, GridRow& row) override { return parser_.next(row, last_row) && row.row <= last_row; }

 private:
  std::shared_ptr<Book> book_;
  SheetParser parser_;
};

class ParsedRowsCursor final : public report::RowCursor {
 public:
  ParsedRowsCursor(std::shared_ptr<Book> book, size_t sheet)
      : book_(std::move(book)), parsed_(book_->parsed[sheet]), sheet_(sheet) {}

  bool next(GridRow& row) override {
    if (own_) return own_->next(row);
    if (at_ < parsed_.rows.size()) {
      row = parsed_.rows[at_++];
      return true;
    }
    if (parsed_.complete) return false;
    return parsed_.full ? go_on_alone(row) : parse_next(row);
  }

 private:
  bool parse_next(GridRow& row) {
    if (!parsed_.parser) parsed_.parser = std::make_unique<SheetParser>(*book_, sheet_);
    if (!parsed_.parser->next(row)) {
      parsed_.complete = true;
      parsed_.parser.reset();  // with its buffers
      book_->inflated[sheet_] = {};
      return false;
    }
    const size_t bytes = size_of(row);
    parsed_.bytes += bytes;
    book_->kept.bytes += bytes;
    parsed_.full = parsed_.bytes > kMaxParsedRowBytes || book_->kept.bytes > kMostKeptBytes;
    if (parsed_.full) {
      own_ = std::move(parsed_.parser);
      return true;
    }
    parsed_.rows.push_back(row);
    ++at_;
    return true;
  }

  bool go_on_alone(GridRow& row) {
    own_ = std::make_unique<SheetParser>(*book_, sheet_);
    for (size_t i = 0; i < at_; ++i) {
      if (!own_->next(row)) return false;
    }
    return own_->next(row);
  }

  std::shared_ptr<Book> book_;
  ParsedRows& parsed_;
  size_t sheet_;
  size_t at_ = 0;
  std::unique_ptr<SheetParser> own_;
};

class NoRows final : public report::RowCursor {
 public:
  bool next(GridRow& /*row*/) override { return false; }
};

class XlsxGrid final : public report::Grid {
 public:
  explicit XlsxGrid(std::shared_ptr<Book> book) : book_(std::move(book)) {}
  [[nodiscard]] const std::vector<SheetInfo>& sheets() const override { return book_->sheets; }
  [[nodiscard]] std::unique_ptr<report::RowCursor> rows(size_t sheet) override {
    const ZipEntry* part = book_->parts.at(sheet);
    if (part == nullptr) return std::make_unique<NoRows>();
    if (part->inflated > kMaxParsedSheetBytes || !may_keep(book_->parsed[sheet]))
      return std::make_unique<StreamedRows>(book_, sheet);
    return std::make_unique<ParsedRowsCursor>(book_, sheet);
  }
  [[nodiscard]] std::vector<MergedRange> merged(size_t sheet) override { return book_->ranges.at(sheet).merged; }
  [[nodiscard]] std::vector<MergedRange> printed(size_t sheet) override { return book_->ranges.at(sheet).printed; }
  [[nodiscard]] report::UnreadTexts unread(size_t sheet) override {
    const ZipEntry* part = book_->parts.at(sheet);
    if (part == nullptr) return {};
    report::UnreadTexts out = read_unread(book_->archive, part->name);
    out.page = book_->behind[sheet].unread.page;
    out.formulas_shown = book_->behind[sheet].unread.formulas_shown;
    out.rules_left = book_->rules[sheet].left;
    return out;
  }
  [[nodiscard]] std::map<std::string, std::string> links(size_t sheet) override {
    std::map<std::string, std::string> out;
    const ZipEntry* part = book_->parts.at(sheet);
    if (part == nullptr || book_->behind[sheet].links.empty()) return out;
    const auto targets = read_outer_links(book_->archive, part->name);
    for (const auto& [cell, id] : book_->behind[sheet].links) {
      if (const auto at = targets.find(id); at != targets.end()) out.emplace(cell, at->second);
    }
    return out;
  }
  [[nodiscard]] report::DateSystem date_system() const override { return book_->dates; }
  [[nodiscard]] const report::Findings& problems() const override { return book_->problems.findings(); }
  [[nodiscard]] Book& book() { return *book_; }

 private:
  bool may_keep(ParsedRows& rows) {
    if (!rows.begun && book_->kept.sheets < kMostKeptSheets) {
      rows.begun = true;
      ++book_->kept.sheets;
    }
    return rows.begun;
  }

  std::shared_ptr<Book> book_;
};

const Relationship* by_type(const Relationships& relationships, std::string_view type) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [type](const auto& entry) { return entry.second.type == type; });
  return found == relationships.end() ? nullptr : &found->second;
}

class Opener {
 public:
  Opener(Book& book, std::string_view only_sheet, Problem& refusal)
      : book_(book), only_sheet_(only_sheet), refusal_(refusal) {}

  bool open() {
    const auto package = read_relationships(book_.archive, "", refusal_);
    if (!package) return false;
    const Relationship* main = by_type(*package, "officeDocument");
    const std::string name = main != nullptr ? main->target : "xl/workbook.xml";
    const ZipEntry* part = required_part(name);
    if (part == nullptr) return false;
    const auto workbook = read_workbook(book_.archive, *part, refusal_);
    if (!workbook) return false;
    book_.dates = workbook->dates;
    const auto relationships = read_relationships(book_.archive, name, refusal_);
    return relationships && read_strings(*relationships) && read_styles_part(*relationships) &&
           read_sheets(*workbook, *relationships, name);
  }

  /// The rest of a workbook of which one sheet is open.
  bool complete() {
    if (!open_styles()) return false;
    const auto unopened = std::exchange(book_.unopened, {});
    return std::all_of(unopened.begin(), unopened.end(),
                       [this](const auto& one) { return open_sheet(one.first, one.second); });
  }

 private:
  bool wants(const std::string& sheet) const { return only_sheet_.empty() || sheet == only_sheet_; }

  const ZipEntry* required_part(const std::string& name) {
    const ZipEntry* part = book_.archive.find(name);
    if (part == nullptr) refusal_ = problem("FILE-PART-MISSING", {{"part", name}});
    return part;
  }

  bool read_strings(const Relationships& relationships) {
    const Relationship* at = by_type(relationships, "sharedStrings");
    if (at == nullptr) return true;
    const ZipEntry* part = required_part(at->target);
    if (part == nullptr) return false;
    auto strings = read_shared_strings(book_.archive, *part, refusal_);
    if (strings) book_.strings = std::move(*strings);
    return strings.has_value();
  }

  bool read_styles_part(const Relationships& relationships) {
    const Relationship* at = by_type(relationships, "styles");
    if (at == nullptr) return true;
    book_.styles_part = at->target;
    return !only_sheet_.empty() || open_styles();
  }

  bool open_styles() {
    if (book_.styles_part.empty()) return true;
    const ZipEntry* part = book_.archive.find(std::exchange(book_.styles_part, ""));
    if (part == nullptr) return true;  // without styles every cell is general
    auto styles = read_styles(book_.archive, *part, refusal_);
    if (styles) book_.styles = std::move(*styles);
    return styles.has_value();
  }

  bool open_sheet(size_t sheet, const std::string& name) {
    const ZipEntry* part = required_part(name);
    if (part == nullptr) return false;
    const bool small =
        part->inflated <= kMaxParsedSheetBytes && book_.kept.inflated + part->inflated <= kMaxInflatedBytes;
    if (small) {
      book_.inflated[sheet] = inflate(book_.archive, *part);
      book_.kept.inflated += part->inflated;
    }
    auto checked = small ? check_sheet(book_.inflated[sheet], book_.archive, *part, book_.styles, refusal_)
                         : check_sheet(book_.archive, *part, book_.styles, refusal_);
    if (!checked) {
      refusal_.sheet = book_.sheets[sheet].name;
      return false;
    }
    book_.parts[sheet] = part;
    book_.ranges[sheet].merged = std::move(checked->merged);
    book_.rules[sheet] = {rules_that_matter(std::move(checked->rules.rules), book_.styles.cells), checked->rules.left};
    return true;
  }

  bool read_sheets(const WorkbookPart& workbook, const Relationships& relationships, const std::string& name) {
    for (const auto& sheet : workbook.sheets) {
      const auto at = relationships.find(sheet.relationship);
      const bool no_part = sheet.relationship.empty();  // a module of macros
      if (at == relationships.end() && !no_part) {
        refusal_ = problem("FILE-PART-MISSING", {{"part", name + " / " + sheet.info.name}});
        return false;
      }
      book_.sheets.push_back(sheet.info);
      book_.parts.push_back(nullptr);
      book_.ranges.push_back({{}, sheet.printed});
      book_.rules.emplace_back();
      book_.inflated.emplace_back();
      if (no_part || at->second.type != "worksheet") continue;
      const size_t index = book_.sheets.size() - 1;
      if (!wants(sheet.info.name)) {
        book_.unopened.emplace_back(index, at->second.target);
      } else if (!open_sheet(index, at->second.target)) {
        return false;
      }
    }
    book_.parsed.resize(book_.sheets.size());
    book_.behind.resize(book_.sheets.size());
    if (book_.sheets.empty()) refusal_ = problem("FILE-XML-DAMAGED", {{"part", name}, {"line", "1"}});
    return !book_.sheets.empty();
  }

  Book& book_;
  std::string_view only_sheet_;
  Problem& refusal_;
};

}  // namespace

std::unique_ptr<report::Grid> open_xlsx(const std::string& file_name, ZipArchive archive, Problem& refusal,
                                        std::string_view only_sheet) {
  auto book = std::make_shared<Book>(std::move(archive), file_name);
  if (!Opener(*book, only_sheet, refusal).open()) return nullptr;
  return std::make_unique<XlsxGrid>(std::move(book));
}

bool complete_xlsx(report::Grid& grid, ProblemList& problems) {
  auto* workbook = dynamic_cast<XlsxGrid*>(&grid);
  if (workbook == nullptr) return true;
  Problem refusal = problem("FILE-UNKNOWN");
  if (Opener(workbook->book(), "", refusal).complete()) return true;
  problems = ProblemList(workbook->book().problems.file(), ProblemList::Addresses::cells);
  problems.add(refusal);
  return false;
}

}  // namespace esep::intake
