// SPDX-License-Identifier: MIT
#include "app/upkeep/replaced_data.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.h"
#include "datafile/toml.h"

namespace esep::app {
namespace {

// A file that cannot be read is refused elsewhere.
std::set<std::string> ids_in(const datafile::LibraryFile& file, std::string_view entries) {
  std::set<std::string> out;
  Diagnostics ignored;
  const auto parsed = datafile::File::parse(file.origin, file.text, ignored);
  if (!parsed) return out;
  datafile::TableReader root(parsed->root(), ignored);
  for (auto& entry : root.tables(entries)) {
    if (std::string id = entry.required_string("id"); !id.empty()) out.insert(std::move(id));
  }
  return out;
}

}  // namespace

std::vector<Message> replaced_data_remarks(Engine& engine) {
  std::vector<Message> out;
  for (const auto& [path, entries] :
       {std::pair("data/events.toml", "event"), {"data/obligations.toml", "obligation"}}) {
    const auto shipped = engine.shipped().find(path);
    const auto used = engine.library().find(path);
    if (!shipped || !used || shipped->text == used->text) continue;
    const auto before = ids_in(*shipped, entries);
    const auto now = ids_in(*used, entries);
    std::vector<std::string> lost;
    std::set_difference(before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(lost));
    if (!lost.empty())
      out.push_back(Message("DOCTOR-DATA-REPLACED", {{"file", used->origin}, {"entries", join(lost, ", ")}}));
  }
  return out;
}

}  // namespace esep::app
