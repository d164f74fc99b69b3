// SPDX-License-Identifier: MIT
#include "app/review/checklists.h"

#include <algorithm>

#include "app/core/known_keys.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/text.h"
#include "datafile/data_invalid.h"

namespace esep::app {
namespace {

constexpr std::string_view kFolder = "data/checklists/";

}  // namespace

std::vector<std::string> checklist_ids(const Engine& engine) {
  std::vector<std::string> out;
  for (const std::string& path : engine.library().list(kFolder, ".toml")) {
    out.push_back(path.substr(kFolder.size(), path.size() - kFolder.size() - 5));
  }
  return out;
}

report::Checklist load_checklist(const Engine& engine, const std::string& id) {
  const auto known = checklist_ids(engine);
  if (std::find(known.begin(), known.end(), id) == known.end()) {
    throw Error(Message("CHECKLIST-UNKNOWN", {{"checklist", id}, {"known", join(known, ", ")}}),
                did_you_mean(id, known));
  }
  Diagnostics diagnostics;
  auto out = report::read_checklist(engine.library().get(std::string(kFolder) + id + ".toml"), id, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
