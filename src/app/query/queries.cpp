// SPDX-License-Identifier: MIT
#include "app/query/queries.h"

#include "app/query/query_tables.h"

namespace esep::app {

table::QueryDatabase& Queries::database() {
  if (!database_) database_ = make_counted_database(engine_);
  return *database_;
}

table::QueryParameters query_parameters(const report::ReportKey& key, Lang lang,
                                        const std::optional<calendar::Date>& today) {
  table::QueryParameters out{{"organisation", key.organisation},
                             {"subject", key.subject},
                             {"period", key.period},
                             {"stage", key.stage},
                             {"lang", std::string(lang_code(lang))},
                             {"occurrence", int64_t{key.occurrence}}};
  if (const auto period = calendar::Period::parse(key.period)) {
    out["period_start"] = period->first_day().iso();
    out["period_end"] = period->last_day().iso();
  }
  if (today) out["today"] = today->iso();
  return out;
}

}  // namespace esep::app
