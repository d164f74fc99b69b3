// SPDX-License-Identifier: MIT
#include "registry/reminders.h"

#include <algorithm>
#include <charconv>

#include "registry/history_details.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

constexpr const char* kAction = "remind";

std::string details_of(const Reminder& reminder) {
  Details details;
  add_key(details, reminder.key);
  details.add("kind", report::reminder_kind_name(reminder.kind));
  details.add("format", report::output_format_name(reminder.format)).add("language", reminder.language);
  return details.add("file", reminder.file).add("sha256", reminder.sha256).add("code", reminder.code).text();
}

Reminder read_reminder(const sqlite::Statement& row) {
  DetailsByKey said = details_by_key(row.text(2));
  int occurrence = 1;
  const std::string& number = said["occurrence"];
  std::from_chars(number.data(), number.data() + number.size(), occurrence);
  Reminder out;
  out.key = {said["form"], said["stage"], said["organisation"], said["subject"], said["period"], occurrence};
  out.kind = report::reminder_kind_from(said["kind"]).value_or(out.kind);
  out.format = report::output_format_from(said["format"]).value_or(out.format);
  out.language = said["language"];
  out.file = said["file"];
  out.sha256 = said["sha256"];
  out.code = said["code"];
  out.user = row.text(1);
  out.at = row.text(0);
  return out;
}

void record_reminder(Registry& registry, const Reminder& reminder, const Actor& actor) {
  const std::string name = paper_name({PaperKind::reminder}, reminder.format);
  insert_paper(registry, {reminder.code, reminder.sha256, name, std::nullopt, reminder.language}, actor);
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
  while (rows.step()) out.push_back(read_reminder(rows));
  return out;
}

std::vector<Reminder> add_reminders(Registry& registry, const std::vector<Reminder>& reminders, WrittenToday written,
                                    const std::function<void(size_t)>& write, const Actor& actor) {
  sqlite::Transaction transaction(registry.database());
  const auto today = reminders_on(registry, actor.at.date);
  std::vector<Reminder> out;
  for (size_t i = 0; i < reminders.size(); ++i) {
    const auto before =
        std::find_if(today.rbegin(), today.rend(), [&](const Reminder& one) { return same_letter(one, reminders[i]); });
    if (before != today.rend() && written == WrittenToday::skip) {
      out.push_back(*before);
      continue;
    }
    write(i);
    record_reminder(registry, reminders[i], actor);
    out.push_back(reminders[i]);
  }
  transaction.commit();
  return out;
}

}  // namespace esep::registry
