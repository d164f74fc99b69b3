// SPDX-License-Identifier: MIT
#include "app/reminder_words.h"

#include "base/error.h"
#include "datafile/data_invalid.h"
#include "datafile/toml.h"

namespace esep::app {
namespace {

constexpr const char* kWordsFile = "data/letters/reminders.toml";

ReminderWords::Letter read_letter(datafile::TableReader& table) {
  ReminderWords::Letter out;
  out.kind = table.one_of("kind", {"coming", "due", "overdue", "undated"});
  out.form = table.string_or("form", "");
  const auto from = calendar::Date::parse_iso(table.optional_date("from").value_or(""));
  if (!from) {
    table.report("from", "TOML-BAD-VALUE",
                 Message("TOML-BAD-VALUE", {{"key", "from"}, {"value", "?"}, {"known", "2026-11-21"}}));
  }
  out.from = from.value_or(calendar::Date{});
  out.subject = table.required_text("subject");
  out.text = table.required_text("text");
  table.finish();
  return out;
}

}  // namespace

const ReminderWords::Letter& ReminderWords::on(const std::string& kind, const std::string& form,
                                               calendar::Date day) const {
  const Letter* found = nullptr;
  for (const Letter& one : letters) {
    if (one.kind != kind || one.from > day || (!one.form.empty() && one.form != form)) continue;
    const bool own = !one.form.empty();
    const bool own_before = found != nullptr && !found->form.empty();
    if (found == nullptr || (own && !own_before) || (own == own_before && found->from <= one.from))
      found = &one;
  }
  if (found == nullptr) throw Error(Message("REMIND-WORDS", {{"kind", kind}, {"date", day.dotted()}}));
  return *found;
}

ReminderWords read_reminder_words(const Engine& engine) {
  const auto file = engine.library().get(kWordsFile);
  Diagnostics diagnostics;
  ReminderWords out;
  if (const auto parsed = datafile::File::parse(file.origin, file.text, diagnostics)) {
    datafile::TableReader root(parsed->root(), diagnostics);
    out.language_column = root.string_or("language_column", "");
    out.address_column = root.string_or("address_column", "");
    for (auto& table : root.tables("letter")) out.letters.push_back(read_letter(table));
    root.finish();
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
