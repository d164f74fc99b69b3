// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/toml.h"
#include "form/form_definition.h"

/// Parts of form and register files, shared by their readers. Everything wrong is a diagnostic of the reader given.
namespace esep::form {

/// The provenance that a file gives its wordings where they name none.
struct DefaultProvenance {
  Provenance kk = Provenance::own;
  Provenance ru = Provenance::own;
};

[[nodiscard]] DefaultProvenance read_default_provenance(datafile::TableReader& file);
/// `required`: FORM-TITLE… is missing when absent.
[[nodiscard]] Wording read_wording(datafile::TableReader& table, std::string_view key, const DefaultProvenance& fallback, bool required);
[[nodiscard]] std::vector<Wording> read_wordings(datafile::TableReader& table, std::string_view key, const DefaultProvenance& fallback);
[[nodiscard]] std::vector<LocalText> read_texts(datafile::TableReader& table, std::string_view key);

enum class ColumnPlace { column, field, register_column };
/// Reads the keys of a column; for register columns `role` and `lang` are left for the caller to read before finish().
[[nodiscard]] Column read_column(datafile::TableReader& table, const DefaultProvenance& fallback, ColumnPlace place);

[[nodiscard]] Rows read_rows(datafile::TableReader& file, const DefaultProvenance& fallback);
[[nodiscard]] std::vector<Rule> read_rules(datafile::TableReader& file);
/// `form`: id of the form file; empty for data/obligations.toml, where each obligation names its own.
[[nodiscard]] std::vector<Obligation> read_obligations(datafile::TableReader& file, const std::string& form);
[[nodiscard]] std::vector<Example> read_examples(datafile::TableReader& file);

/// Checks that need the whole form: ids, groups, row grain, places of rules. FORM-….
void check_structure(const FormDefinition& form, datafile::TableReader& file);

[[nodiscard]] std::optional<calendar::Date> read_date(datafile::TableReader& table, std::string_view key);

}  // namespace esep::form
