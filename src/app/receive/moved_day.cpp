// SPDX-License-Identifier: MIT
#include "app/receive/moved_day.h"

#include "app/core/named_days.h"
#include "app/core/verdict_words.h"
#include "app/receive/at_field.h"

namespace esep::app {
namespace {

struct LastNamed {
  report::Submission revision;
  calendar::Date day;
};

// The last accepted revision that names a day.
std::optional<LastNamed> last_named(Engine& engine, const report::ReportKey& key) {
  auto revisions = known_revisions(engine, key);
  for (auto one = revisions.rbegin(); one != revisions.rend(); ++one) {
    if (const auto day = completion_day(engine, *one)) return LastNamed{std::move(*one), *day};
  }
  return std::nullopt;
}

Message verdict_by(Engine& engine, const report::Duty& duty, const calendar::LocalTime& received, calendar::Date day) {
  if (report::too_early(duty, received.date, day)) return Message("STATUS-TOO-EARLY-EVENT");
  const auto verdict = report::judge(*duty.obligation, duty.due, received, day, engine.calendar());
  const bool undated = verdict.timeliness == report::Timeliness::on_time && !duty.due.effective;
  return undated ? Message("TIMELINESS-NO-DEADLINE") : counted_verdict_message(verdict);
}

}  // namespace

report::Findings moved_day_findings(Engine& engine, const CheckedFile& file, const calendar::LocalTime& received) {
  const form::Field* field = file.duty ? completion_field(*file.form, file.duty->obligation->id) : nullptr;
  if (!engine.has_workspace() || field == nullptr) return {};
  const auto now = completion_day(*file.duty->obligation, file.head);
  const auto last = now ? last_named(engine, file.key) : std::nullopt;
  if (!last || last->day == *now) return {};
  const report::Duty& duty = *file.duty;
  Message message("REVISION-DAY",
                  {{"title", field->title.text},
                   {"number", last->revision.number},
                   {"revision", std::to_string(last->revision.revision)},
                   {"before", last->day.dotted()},
                   {"now", now->dotted()},
                   {"was", engine.render_all(verdict_by(engine, duty, last->revision.receipt.received, last->day))},
                   {"becomes", engine.render_all(verdict_by(engine, duty, received, *now))}});
  auto finding = report::Finding::of("REVISION-DAY", std::move(message)).as(Severity::warning);
  return {at_field(file, field->id, std::move(finding))};
}

}  // namespace esep::app
