// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "form/form_definition.h"

namespace esep::report {

/// Recognises the form's fixed rows among the rows of one report. A fixed row may stand at any place of the table, and
/// it is its own key. `form` must outlive it.
class FixedRows {
 public:
  explicit FixedRows(const form::FormDefinition& form);

  /// The place in the form of the row with these values, in either language; nullopt: none, or it was met before.
  std::optional<size_t> meet(const std::vector<form::Value>& values);
  [[nodiscard]] bool is_met(size_t row) const { return met_[row]; }
  /// Writes the words of the form's row into `values`.
  void set_words(size_t row, Lang lang, std::vector<form::Value>& values) const;

 private:
  struct Preset {
    size_t column = 0;
    form::Value kk;
    form::Value ru;
  };
  std::vector<std::vector<Preset>> rows_;
  std::vector<bool> met_;
};

/// The columns that name a row: those of the form's key, else those that its fixed rows preset; empty: its place does.
[[nodiscard]] std::vector<size_t> naming_columns(const form::FormDefinition& form);
/// The values of these columns as one text, by which a row is found again. Texts that differ only in case, blanks or
/// look-alike letters are the same to a person.
[[nodiscard]] std::string key_text(const std::vector<size_t>& columns, const std::vector<form::Value>& values);

/// By which a row of one report is found in another. A row that the form fixes is its own key; another's are the
/// columns that name it. `form` must outlive it.
class PairKeys {
 public:
  explicit PairKeys(const form::FormDefinition& form) : columns_(naming_columns(form)), fixed_(form) {}

  /// Only its place names a row.
  [[nodiscard]] bool empty() const { return columns_.empty(); }
  /// Nobody filled in what would name the row.
  [[nodiscard]] bool is_unnamed(const std::vector<form::Value>& values) const;
  /// Of the rows of one report, one after the other.
  std::string of(const std::vector<form::Value>& values);

 private:
  std::vector<size_t> columns_;
  FixedRows fixed_;
};

}  // namespace esep::report
