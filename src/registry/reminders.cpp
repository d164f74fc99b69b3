// SPDX-License-Identifier: MIT
#include "registry/reminders.h"

#include <algorithm>
#include <charconv>

#include "registry/record_details.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

constexpr const char* kAction = "remind";

std::string details_of(const Reminder& reminder) {
  const auto& key = reminder.key;
  return Details()
      .add("form", key.form)
      .add("stage", key.stage)
      .add("organisation", key.organisation)
      .add("subject", key.subject)
      .add("period", key.period)
      .add("occurrence", key.occurrence)
      .add("kind", reminder.kind)
      .add("format", reminder.format)
      .add("language", reminder.language)
      .add("file", reminder.file)
      .add("sha256", reminder.sha256)
      .add("code", reminder.code)
      .text();
}

Reminder read(const sqlite::Statement& row) {
  Reminder out;
  out.at = row.text(0);
  out.user = row.text(1);
  for (const auto& [name, value] : read_details(row.text(2))) {
    if (name == "form") out.key.form = value;
    if (name == "stage") out.key.stage = value;
    if (name == "organisation") out.key.organisation = value;
    if (name == "subject") out.key.subject = value;
    if (name == "period") out.key.period = value;
    if (name == "occurrence") std::from_chars(value.data(), value.data() + value.size(), out.key.occurrence);
    if (name == "kind") out.kind = value;
    if (name == "format") out.format = value;
    if (name == "language") out.language = value;
    if (name == "file") out.file = value;
    if (name == "sha256") out.sha256 = value;
    if (name == "code") out.code = value;
  }
  return out;
}

void record(Registry& registry, const Reminder& reminder, const Actor& actor) {
  auto& database = registry.database();
  auto insert =
      database.prepare("INSERT OR IGNORE INTO paper(code, sha256, kind, submission, language) VALUES(?,?,?,NULL,?)");
  const std::string kind = "reminder " + reminder.format;
  insert.bind(1, reminder.code).bind(2, reminder.sha256).bind(3, kind).bind(4, reminder.language).run();
  if (database.changes() > 0) {
    registry.history().append(actor, "paper", std::nullopt,
                              paper_details(reminder.code, reminder.sha256, kind, reminder.language));
  }
  registry.history().append(actor, kAction, std::nullopt, details_of(reminder));
}

}  // namespace

bool same_letter(const Reminder& a, const Reminder& b) {
  return a.key == b.key && a.format == b.format && a.language == b.language;
}

std::vector<Reminder> reminders_on(Registry& registry, calendar::Date day) {
  auto rows = registry.database().prepare(
      "SELECT at, user, details FROM history WHERE action = ? AND substr(at, 1, 10) = ? ORDER BY seq");
  rows.bind(1, kAction).bind(2, day.iso());
  std::vector<Reminder> out;
  while (rows.step()) out.push_back(read(rows));
  return out;
}

std::vector<Reminder> add_reminders(Registry& registry, const std::vector<Reminder>& reminders, bool again,
                                    const std::function<void(size_t)>& write, const Actor& actor) {
  sqlite::Transaction transaction(registry.database());
  const auto kept = reminders_on(registry, actor.at.date);
  std::vector<Reminder> out;
  for (size_t i = 0; i < reminders.size(); ++i) {
    const auto at =
        std::find_if(kept.rbegin(), kept.rend(), [&](const Reminder& one) { return same_letter(one, reminders[i]); });
    if (at != kept.rend() && !again) {
      out.push_back(*at);
      continue;
    }
    write(i);
    record(registry, reminders[i], actor);
    out.push_back(reminders[i]);
  }
  transaction.commit();
  return out;
}

}  // namespace esep::registry
