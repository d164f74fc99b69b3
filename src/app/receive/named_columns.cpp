// SPDX-License-Identifier: MIT
#include "app/receive/named_columns.h"

#include "base/enum_names.h"
#include "base/text.h"
#include "datafile/data_invalid.h"
#include "datafile/toml.h"

namespace esep::app {
namespace {

using What = NamedColumn::What;

constexpr EnumNames<What, 3> kWhat{
    {{What::organisation, "organisation"}, {What::subject, "subject"}, {What::period, "period"}}};

NamedColumn read_one(datafile::TableReader& entry) {
  NamedColumn out{entry.required_string("form"), entry.required_string("column"), What::organisation};
  const std::string word = entry.required_string("names");
  if (const auto what = enum_from(kWhat, word)) {
    out.what = *what;
  } else if (!word.empty()) {
    entry.report("names", "NAMED-COLUMN", Message("NAMED-COLUMN", {{"word", word}}));
  }
  entry.finish();
  return out;
}

}  // namespace

std::vector<NamedColumn> read_named_columns(const datafile::Library& library) {
  std::vector<NamedColumn> out;
  const auto file = library.find("data/named_columns.toml");
  if (!file) return out;
  Diagnostics diagnostics;
  if (const auto parsed = datafile::File::parse(file->origin, file->text, diagnostics)) {
    datafile::TableReader root(parsed->root(), diagnostics);
    for (datafile::TableReader& entry : root.tables("column")) out.push_back(read_one(entry));
    root.finish();
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
