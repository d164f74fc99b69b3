// SPDX-License-Identifier: MIT
#include "app/paper/reminder_texts.h"

#include "app/core/data_file.h"
#include "base/error.h"

namespace esep::app {
namespace {

constexpr const char* kReminderTextsFile = "data/letters/reminders.toml";

ReminderWords::Letter read_letter(datafile::TableReader& table) {
  ReminderWords::Letter out;
  const std::string kind = table.one_of("kind", {"coming", "due", "overdue", "undated"});
  out.kind = report::reminder_kind_from(kind).value_or(out.kind);
  out.form = table.string_or("form", "");
  out.from = in_use_from(table);
  out.subject = table.required_text("subject");
  out.text = table.required_text("text");
  table.finish();
  return out;
}

}  // namespace

const ReminderWords::Letter& ReminderWords::on(report::ReminderKind kind, const std::string& form,
                                               calendar::Date day) const {
  const Letter* found = nullptr;
  for (const Letter& one : letters) {
    if (one.kind != kind || one.from > day || (!one.form.empty() && one.form != form)) continue;
    const bool own = !one.form.empty();
    const bool own_before = found != nullptr && !found->form.empty();
    if (found == nullptr || (own && !own_before) || (own == own_before && found->from <= one.from)) found = &one;
  }
  if (found == nullptr)
    throw Error(
        Message("REMIND-WORDS", {{"kind", std::string(report::reminder_kind_name(kind))}, {"date", day.dotted()}}));
  return *found;
}

ReminderWords read_reminder_words(const Engine& engine) {
  ReminderWords out;
  read_data_file(engine, kReminderTextsFile, [&out](datafile::TableReader& root) {
    out.language_column = root.string_or("language_column", "");
    out.address_column = root.string_or("address_column", "");
    for (auto& table : root.tables("letter")) out.letters.push_back(read_letter(table));
  });
  return out;
}

}  // namespace esep::app
