// SPDX-License-Identifier: MIT
#include <algorithm>

#include "form/read/shared_readers.h"

namespace esep::form {

bool EventField::is_of_stage(const std::string& stage) const {
  return stage.empty() || stages.empty() || std::find(stages.begin(), stages.end(), stage) != stages.end();
}

std::vector<EventKind> read_event_kinds(const datafile::Library& library, Diagnostics& diagnostics) {
  std::vector<EventKind> out;
  const auto source = library.find("data/events.toml");
  const auto parsed = source ? datafile::File::parse(source->origin, source->text, diagnostics) : std::nullopt;
  if (!parsed) return out;
  datafile::TableReader file(parsed->root(), diagnostics);
  for (auto& event : file.tables("event")) {
    EventKind& one = out.emplace_back();
    one.id = event.required_string("id");
    one.title = event.required_text("title");
    one.once = event.boolean_or("once", false);
    if (auto usual = event.optional_table("usual")) one.usual = calendar::DueRule::read(*usual);
    for (auto& named : event.tables("named_in")) {
      one.named_in.push_back(
          {one.id, named.required_string("form"), named.required_string("field"), named.strings("stages")});
      named.finish();
    }
    event.finish();
  }
  file.finish();
  return out;
}

}  // namespace esep::form
