// SPDX-License-Identifier: MIT
#include "app/core/none_records.h"

#include <functional>

#include "app/core/duty_of.h"
#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/titles.h"
#include "app/core/unowed.h"
#include "base/shell.h"

namespace esep::app {
namespace {

Message::Args words_of_none(Engine& engine, const report::Duty& duty) {
  const std::string& document = duty.none_document;
  return {{"event", engine.event_titles().of(duty.obligation->event)}, {"document", document.empty() ? "—" : document}};
}

std::vector<Message> records_against(Engine& engine, const std::function<bool(const report::Duty&)>& wanted) {
  OwedDuties duties(engine);
  std::vector<Message> out;
  for (const DutyRecord& one : duty_records(engine)) {
    const report::Duty* duty = duty_of(duties, one);
    if (duty == nullptr || !duty->not_expected || !wanted(*duty)) continue;
    Message::Args args = words_of_none(engine, *duty);
    args.emplace_back("what", engine.render_all(record_message(engine, one)));
    out.push_back({"EVENT-NONE-RECORD", std::move(args)});
  }
  return out;
}

}  // namespace

std::optional<Message> not_expected_message(Engine& engine, const report::Duty& duty) {
  if (!duty.not_expected) return std::nullopt;
  Message::Args args = words_of_none(engine, duty);
  args.emplace_back("about", key_words(engine, duty.key));
  args.emplace_back("argument", shell_quoted(duty.obligation->event));
  return Message("EVENT-NOT-EXPECTED", std::move(args));
}

std::optional<Message> not_expected_message(Engine& engine, const report::ReportKey& key) {
  if (!engine.has_workspace()) return std::nullopt;
  const auto duty = duty_of(engine, with_owner(engine, key));
  return duty ? not_expected_message(engine, *duty) : std::nullopt;
}

std::vector<Message> none_remarks(Engine& engine) {
  return records_against(engine, [](const report::Duty&) { return true; });
}

std::vector<Message> none_remarks(Engine& engine, const report::Event& event) {
  return records_against(engine, [&](const report::Duty& duty) {
    const report::ReportKey& key = duty.key;
    return duty.obligation->event == event.event && key.organisation == event.key.organisation &&
           key.subject == event.key.subject && key.period == event.key.period && key.occurrence == event.key.occurrence;
  });
}

}  // namespace esep::app
