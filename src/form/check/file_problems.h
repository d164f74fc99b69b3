// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/toml.h"
#include "form/form_definition.h"

namespace esep::form {

/// Reports what is found only when the whole file has been read, where it stands in the file. The key of a message is
/// the code of its diagnostic.
class FileProblems {
 public:
  FileProblems(datafile::Node root, Diagnostics& diagnostics);

  /// `key` of the root table.
  void report(std::string_view key, Message message, std::string did_you_mean = {}) const;
  /// `key` of the table `[name]`.
  void report_in(std::string_view name, std::string_view key, Message message, std::string did_you_mean = {}) const;
  /// `key` of the `index`-th table of `[[list]]`; a list within a table is written "rows.fixed". `inner`: a table in
  /// it.
  void report_at(std::string_view list, size_t index, std::string_view key, Message message,
                 std::string did_you_mean = {}, std::string_view inner = {}) const;
  /// As report_at, for the table with this `id`, `code` or `name`.
  void report_of(std::string_view list, std::string_view id, std::string_view key, Message message,
                 std::string did_you_mean = {}) const;

 private:
  [[nodiscard]] std::vector<datafile::Node> tables(std::string_view list) const;
  void report_on(const datafile::Node& table, std::string_view key, Message message, std::string did_you_mean) const;

  datafile::Node root_;
  Diagnostics* diagnostics_;
};

/// A key of a form's file: of the table with the given `id`, `code` or `name` in `[[list]]`, or of `[list]` itself, or
/// of the root if the list is empty.
struct FormPlace {
  std::string list;
  std::string id;
  std::string key;
};

/// The place of a rule in the form's file: `key` of its `[[rule]]`, or the key of the column or field that the rule
/// stands for.
[[nodiscard]] FormPlace place_of(const FormDefinition& form, const Rule& rule, std::string key);

/// A mistake that is found when a form is used, with its line in the file that the form was read from.
[[nodiscard]] Diagnostic problem_at(const FormFile& file, const FormPlace& place, Message message,
                                    std::string did_you_mean = {});

}  // namespace esep::form
