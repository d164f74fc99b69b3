// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/library.h"
#include "datafile/toml.h"
#include "form/event_kind.h"
#include "form/form_definition.h"
#include "form/register_definition.h"

/// Readers for parts that form files and register files have in common. Each reports mistakes as diagnostics of the
/// TableReader that it is given.
namespace esep::form {

/// The file's provenance for wordings that name none.
struct DefaultProvenance {
  Provenance kk = Provenance::own;
  Provenance ru = Provenance::own;
};

/// The text `{ kk, ru, en?, same? }` under `key`. FORM-TEXT-LONG: it is longer than an Excel cell can hold;
/// FORM-TEXT-CONTROL: it has characters that XML cannot carry. If the key is absent, the text is empty, and
/// `required_text` reports TOML-MISSING-KEY.
[[nodiscard]] LocalText read_text(datafile::TableReader& table, std::string_view key);
[[nodiscard]] LocalText required_text(datafile::TableReader& table, std::string_view key);
[[nodiscard]] std::vector<LocalText> read_texts(datafile::TableReader& table, std::string_view key);

/// The provenance at the top of the file; `fallback` if there is none.
[[nodiscard]] DefaultProvenance read_default_provenance(datafile::TableReader& file,
                                                        const DefaultProvenance& fallback = {});
/// The text with its provenance under `key`. If the key is absent, it is empty, and `required_wording` reports
/// TOML-MISSING-KEY.
[[nodiscard]] Wording read_wording(datafile::TableReader& table, std::string_view key,
                                   const DefaultProvenance& fallback);
[[nodiscard]] Wording required_wording(datafile::TableReader& table, std::string_view key,
                                       const DefaultProvenance& fallback);
[[nodiscard]] std::vector<Wording> read_wordings(datafile::TableReader& table, std::string_view key,
                                                 const DefaultProvenance& fallback);

[[nodiscard]] std::optional<calendar::Date> read_date(datafile::TableReader& table, std::string_view key);
[[nodiscard]] std::optional<calendar::PeriodKind> read_period(datafile::TableReader& table);
/// A number from `from` to `to`. Outside of that range it is FORM-RANGE, and the result is `fallback`.
[[nodiscard]] int read_number(datafile::TableReader& table, std::string_view key, int fallback, int from, int to);
/// A required id of a column, field, group, row or choice: [a-z][a-z0-9_]*. FORM-ID.
[[nodiscard]] std::string read_id(datafile::TableReader& table);
/// The name of a form, register, obligation, stage or event: as an id, but with hyphens. Reports FORM-NAME at `key`.
void check_name(datafile::TableReader& table, std::string_view key, const std::string& name);

/// Reads the keys of a table's column, a heading field or a register's column. The register's reader also reads the
/// column's role before finish().
[[nodiscard]] Column read_column(datafile::TableReader& table, const DefaultProvenance& fallback);
[[nodiscard]] Field read_field(datafile::TableReader& table, const DefaultProvenance& fallback);
[[nodiscard]] RegisterColumn read_register_column(datafile::TableReader& table, const DefaultProvenance& fallback);

/// Puts the table's `choices` behind those there are. Ids and titles must distinguish them, for a second «иә» in the
/// list could never be read back: FORM-CHOICE-DUPLICATE.
void add_choices(datafile::TableReader& table, std::vector<Choice>& choices);

/// `min`, `max` and `sum_of` of the value that `spec` describes. FORM-BOUND, FORM-BOUND-TYPE, FORM-MIN-MAX,
/// FORM-SUM-EMPTY.
[[nodiscard]] Checks read_checks(datafile::TableReader& table, const ValueSpec& spec);
/// `total_of` of a heading field.
[[nodiscard]] std::optional<Total> read_total(datafile::TableReader& table);
/// Adds to the rules of a form one rule for each `min`, `max`, `sum_of` and `total_of` of its columns and fields.
void add_key_rules(FormDefinition& form);

[[nodiscard]] Severity read_severity(datafile::TableReader& table);
/// A required code of findings: capitals, digits, hyphens, and not one of the engine's. FORM-CODE.
[[nodiscard]] std::string read_code(datafile::TableReader& table);
[[nodiscard]] Rows read_rows(datafile::TableReader& file, const DefaultProvenance& fallback);
[[nodiscard]] std::vector<Rule> read_rules(datafile::TableReader& file);
/// The addressees of obligations of any file, by the obligation's id: [[addressee]] of data/obligations.toml.
[[nodiscard]] std::multimap<std::string, Addressee> read_addressees(datafile::TableReader& file);
/// `form`: id of the form file; empty for data/obligations.toml, where each obligation may name its own.
[[nodiscard]] std::vector<Obligation> read_obligations(datafile::TableReader& file, const std::string& form);
[[nodiscard]] std::vector<Example> read_examples(datafile::TableReader& file);
/// data/events.toml; a library without it names no events.
[[nodiscard]] std::vector<EventKind> read_event_kinds(const datafile::Library& library, Diagnostics& diagnostics);

}  // namespace esep::form
