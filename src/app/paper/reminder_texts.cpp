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
  out.composed = table.boolean_or("formed", false);
  out.from = in_use_from(table);
  out.subject = table.required_text("subject");
  out.text = table.required_text("text");
  table.finish();
  return out;
}

Error words_missing(const ReminderWords::About& about, calendar::Date day) {
  Message::Args args{{"kind", std::string(report::reminder_kind_name(about.kind))}, {"date", day.dotted()}};
  return Error(about.composed ? Message("REMIND-WORDS-FORMED", std::move(args))
                              : Message("REMIND-WORDS", std::move(args)));
}

}  // namespace

const ReminderWords::Letter& ReminderWords::on(const About& about, calendar::Date day) const {
  const Letter* found = nullptr;
  for (const Letter& one : letters) {
    const bool meant = one.form.empty() ? one.composed == about.composed : one.form == about.form;
    if (one.kind != about.kind || one.from > day || !meant) continue;
    const bool own = !one.form.empty();
    const bool own_before = found != nullptr && !found->form.empty();
    if (found == nullptr || (own && !own_before) || (own == own_before && found->from <= one.from)) found = &one;
  }
  if (found == nullptr) throw words_missing(about, day);
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
