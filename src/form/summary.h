// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "datafile/library.h"
#include "form/form_definition.h"

/// A consolidation as data: data/summaries/<summary>.toml. docs/summaries.md describes every key.
namespace esep::form {

/// What is said of a result column of a block's query; its id names that column. Tables and facts show it under its
/// title. Texts, charts and matrices need it for the type only.
struct SummaryColumn {
  std::string id;
  LocalText title;
  LocalText group;  // header over several adjacent columns; empty: none
  ColumnType type = ColumnType::text;
  bool typed = false;  // the file gives the type
  int scale = 0;
  int width = 14;
  bool key = false;
};

struct SummarySeries {
  std::string id;  // result column
  LocalText title;
  std::string
      tone;  // what its colour says: "good", "active", "warning", "muted", "bad", "hatched"; empty: by its place
};

struct SummaryChart {
  std::string kind;      // "bar", "column", "stacked_bar", "line", "tiles"
  std::string category;  // result column
  std::vector<SummarySeries> series;
  LocalText absent;  // stands where a figure is not known
};

/// One block of the paper. Queries give its rows; `text` may use {result columns} of a query's first row: of `query`,
/// or, where that gives the rows of a table or a chart, of `text_query`.
struct SummaryBlock {
  enum class Kind { stamp, heading, paragraph, facts, table, matrix, chart, signature, page_break };
  Kind kind = Kind::paragraph;
  std::string name;        // for messages: "roadmap/2.1", the first block of the second section
  int line = 0;            // of the file
  LocalText text;          // heading, paragraph, caption, title of a chart
  std::string text_query;  // table, matrix, chart: its first row gives the {columns} of `text`; may be empty
  int level = 2;           // headings
  std::string query;
  LocalText empty;                     // replaces a table or chart without rows; empty: the block is left out
  std::vector<SummaryColumn> columns;  // table; facts: one label per result column; else types
  std::string emphasis;                // paragraph: "normal", "strong", "muted"
  // Matrix: `query` gives row, column, value, `_emphasis`; these two give id and title. What is said of the column
  // "value" holds for all cells.
  std::string rows_query;
  std::string columns_query;
  LocalText corner;  // header of the matrix's first column
  SummaryChart chart;

  /// nullptr: nothing is said of this result column.
  [[nodiscard]] const SummaryColumn* column(std::string_view result) const;
  /// The caption as a text of its own, with `text_query` as its query.
  [[nodiscard]] SummaryBlock caption() const;
};

/// A sheet of the workbook; a run of pages of the PDF.
struct SummarySection {
  LocalText name;
  bool landscape = false;
  bool joined = false;  // on paper it begins below the section before, not on a page of its own
  std::vector<SummaryBlock> blocks;
};

struct Summary {
  std::string id;
  std::string file;
  LocalText title;
  SummaryBlock law;         // the foot of each page: a text, with a query if its words depend on the data
  SummaryBlock every_page;  // of that what stands on each page even where the whole has no room; may be empty
  std::optional<calendar::PeriodKind> period;
  std::string obligation;  // the duty that this paper answers; may be empty
  std::string with;        // common table expressions that every query may use
  std::vector<SummarySection> sections;
  bool sources = true;  // a last section lists the reports behind the figures
};

[[nodiscard]] Summary read_summary(const datafile::LibraryFile& file, Diagnostics& diagnostics);

}  // namespace esep::form
