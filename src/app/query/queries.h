// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "app/core/engine.h"
#include "table/query_database.h"

namespace esep::app {

/// The queries of forms and summaries over an engine's data. Whoever does a deed makes one for it: what a query has
/// read of a register by then stays as it was. The database is made with the first question. `engine` must outlive it.
class Queries {
 public:
  explicit Queries(Engine& engine) : engine_(engine) {}
  Queries(const Queries&) = delete;
  Queries& operator=(const Queries&) = delete;

  [[nodiscard]] Engine& engine() const { return engine_; }
  /// What queries may read: docs/queries.md.
  [[nodiscard]] table::QueryDatabase& database();
  /// The same of its questions so far as QueryDatabase::take_calendar_end.
  [[nodiscard]] std::optional<Message> take_calendar_end() {
    return database_ ? database_->take_calendar_end() : std::nullopt;
  }

 private:
  Engine& engine_;
  std::unique_ptr<table::QueryDatabase> database_;
};

/// Parameters of a query about one report; `today` may be absent.
[[nodiscard]] table::QueryParameters query_parameters(const report::ReportKey& key, Lang lang,
                                                      const std::optional<calendar::Date>& today);

}  // namespace esep::app
