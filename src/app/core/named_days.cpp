// SPDX-License-Identifier: MIT
#include "app/core/named_days.h"

#include <algorithm>

namespace esep::app {

std::vector<report::Submission> known_revisions(Engine& engine, const report::ReportKey& key) {
  auto out = engine.registry().submissions({key.form, key.organisation, key.subject, key.period, key.stage});
  std::erase_if(out, [&](const report::Submission& one) {
    return one.key != key || one.revision < 1 || engine.find_form_of(one) == nullptr;
  });
  return out;
}

std::vector<report::NamedDay> named_days(CompletionDays& days, std::vector<const report::Submission*> revisions,
                                         int last) {
  std::erase_if(revisions, [&](const auto* one) { return one->revision < 1 || one->revision > last; });
  std::sort(revisions.begin(), revisions.end(), [](const auto* a, const auto* b) { return a->revision < b->revision; });
  std::vector<report::NamedDay> out;
  for (const report::Submission* one : revisions) {
    const auto day = days.of(*one);
    if (day && (out.empty() || out.back().day != *day)) out.push_back({one->revision, *day});
  }
  if (out.size() < 2) out.clear();
  return out;
}

std::vector<report::NamedDay> named_days(Engine& engine, const report::Submission& submission) {
  if (submission.revision < 2 || completion_field(engine, submission) == nullptr) return {};
  const auto all = known_revisions(engine, submission.key);
  std::vector<const report::Submission*> revisions;
  for (const report::Submission& one : all) revisions.push_back(&one);
  CompletionDays days(engine);
  return named_days(days, std::move(revisions), submission.revision);
}

Message moved_day_message(Engine& engine, const LocalText& title, const std::vector<report::NamedDay>& days) {
  LocalText said;
  for (const report::NamedDay& one : days) {
    const Message::Args args{{"date", one.day.dotted()}, {"revision", std::to_string(one.revision)}};
    const Message words = said.empty() ? Message("DAY-OF-REVISION", args) : Message("DAY-SINCE-REVISION", args);
    append(said, engine.render_all(words), ", ");
  }
  return {"DAY-MOVED", {{"title", title}, {"days", std::move(said)}}};
}

std::optional<Message> moved_day(Engine& engine, const report::Submission& submission) {
  const auto days = named_days(engine, submission);
  if (days.empty()) return std::nullopt;
  return moved_day_message(engine, completion_field(engine, submission)->title.text, days);
}

}  // namespace esep::app
