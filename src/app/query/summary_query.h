// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "app/query/queries.h"
#include "document/document.h"

namespace esep::app {

/// The queries of one summary with their parameters, and the reports behind their figures.
class SummaryQuery {
 public:
  /// `with`: common table expressions before every query. `names`: {period}, {since} for texts.
  SummaryQuery(Engine& engine, table::QueryParameters parameters, Lang lang, std::string with, Message::Args names)
      : queries_(engine),
        parameters_(std::move(parameters)),
        lang_(lang),
        with_(std::move(with)),
        names_(std::move(names)) {}

  /// One row of a result: columns by name, with the types of the block's columns if it declares them.
  class Result {
   public:
    Result(sqlite::Statement statement, const form::SummaryBlock& block);
    bool next() { return statement_.step(); }
    [[nodiscard]] bool has(const std::string& column) const { return places_.contains(column); }
    [[nodiscard]] form::Value value(const std::string& column) const;  // blank if there is no such column
    /// The shown value: decimals are rounded to the places that the block's column declares.
    [[nodiscard]] form::Value shown(const std::string& column) const;
    /// For charts: a declared decimal as shown, any other number as an integer; nullopt: not known.
    [[nodiscard]] std::optional<Decimal> number(const std::string& column) const;
    /// Of the exact values, rounded once to the most places of any; nullopt: none is known, or it is too large.
    [[nodiscard]] std::optional<Decimal> sum(const std::vector<std::string>& columns) const;
    [[nodiscard]] std::string text(const std::string& column) const;
    [[nodiscard]] const std::vector<std::string>& columns() const { return names_; }

   private:
    sqlite::Statement statement_;
    std::map<std::string, int> places_;
    std::vector<std::string> names_;
    std::map<std::string, std::pair<form::ColumnType, int>> types_;  // and decimal places
  };

  /// Rows of one of the block's queries. Error SUMMARY-COLUMN: the query lacks one of `wanted`.
  [[nodiscard]] Result run(const form::SummaryBlock& block, const std::string& query,
                           const std::vector<std::string>& wanted);
  /// Rows of `block.query`, which must give what the block shows (wanted_results).
  [[nodiscard]] Result run(const form::SummaryBlock& block);
  /// The text with {columns} of the query's first row; nullopt: there is no row.
  [[nodiscard]] std::optional<std::string> filled_text(const form::SummaryBlock& block);
  /// A text in which only {period} and {since} are filled in.
  [[nodiscard]] std::string plain_text(const LocalText& text) const {
    return interpolate(text.in(lang_), names_, lang_);
  }
  /// The caption of a table, a matrix or a chart; empty: it has none, or its query gives no row.
  [[nodiscard]] std::string caption(const form::SummaryBlock& block);
  /// The cell with the reports behind a row: «S-000001–20, 25».
  [[nodiscard]] document::Cell sources_cell(const std::string& sources);
  /// Adds reports behind a text or a chart, which has no cell for them.
  void add_sources(const std::string& sources);
  /// The reports added since the last call, as a cell names them; empty: none.
  [[nodiscard]] std::string take_unnamed();
  [[nodiscard]] const std::set<std::string>& sources() const { return sources_; }
  /// As Queries::take_calendar_end.
  [[nodiscard]] std::optional<Message> take_calendar_end() { return queries_.take_calendar_end(); }

 private:
  Queries queries_;
  table::QueryParameters parameters_;
  Lang lang_;
  std::string with_;  // shared by all queries, computed once
  bool materialized_ = false;
  Message::Args names_;
  std::set<std::string> sources_;
  std::set<std::string> unnamed_;
};

/// The first number in full, the others without the common beginning, consecutive ones as a range: «S-000001–20, 25».
/// A country's figure depends on twenty reports.
[[nodiscard]] std::string compressed(const std::set<std::string>& numbers);

/// A query of a summary with the common table expressions before it.
[[nodiscard]] std::string with_common(const std::string& with, const std::string& query);

[[nodiscard]] document::Emphasis emphasis_from(const std::string& word);

}  // namespace esep::app
