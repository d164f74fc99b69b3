// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/core/engine.h"
#include "app/review/table_places.h"

namespace esep::app {

/// Says what a note or a recommendation is about, as people know it: by the number and title of the column. The file of
/// a submission is opened once, and only if one of its places is a cell. The engine must outlive it.
class PlaceWords {
 public:
  explicit PlaceWords(Engine& engine) : engine_(engine) {}

  /// «F16 – 6. Works», «row 5 – 8. Total», «8. Total», «UR-12»; for the whole report it says so.
  [[nodiscard]] Message of(const report::Submission& submission, const report::Place& place);

 private:
  [[nodiscard]] std::string column_of(const report::Submission& submission, const form::FormDefinition& form,
                                      const report::Place& place);

  Engine& engine_;
  std::map<int64_t, std::optional<TablePlaces>> tables_;  // by submission; nullopt: no file that opens
};

}  // namespace esep::app
