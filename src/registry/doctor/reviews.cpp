// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "registry/details.h"
#include "registry/doctor/parts.h"
#include "registry/record_number.h"
#include "report/review/workflow.h"

namespace esep::registry {
namespace {

using report::Action;

bool is(const HistoryEntry& entry, Action action) {
  return entry.submission && entry.action == report::action_name(action);
}

class ReviewDoctor {
 public:
  explicit ReviewDoctor(const std::vector<HistoryEntry>& entries) {
    reviews_.numbered = notes_.numbered = answers_.numbered = true;
    for (const HistoryEntry& entry : entries) take(entry);
    for (auto& [number, one] : given_) recommendations_.entries.push_back({record(one.parts), one.seq});
  }

  void compare(const sqlite::Database& database, std::vector<Damage>& damage) {
    add_rows(
        database,
        "SELECT id, CAST(id AS TEXT), CAST(submission AS TEXT), reviewer, due, user, opened_at FROM review ORDER BY id",
        reviews_);
    compare_records("review", reviews_, damage);
    add_rows(database,
             "SELECT id, CAST(id AS TEXT), CAST(submission AS TEXT), cell, CAST(row AS TEXT), column_id, item, "
             "text, user, at FROM review_note ORDER BY id",
             notes_);
    compare_records("review_note", notes_, damage);
    add_rows(database,
             "SELECT id, CAST(id AS TEXT), CAST(submission AS TEXT), checklist, checklist_sha256, item, answer, "
             "comment, documents, user, at FROM assessment ORDER BY id",
             answers_);
    compare_records("assessment", answers_, damage);
    add_rows(
        database,
        fmt::format(
            "SELECT id, {0}, {0}, CAST(submission AS TEXT), cell, CAST(row AS TEXT), column_id, item, text, due, user, "
            "at, state, answer, answered_by, outcome, closed_by, closed_at FROM recommendation ORDER BY id",
            record_number_sql(RecordKind::recommendation, "id")),
        recommendations_);
    compare_records("recommendation", recommendations_, damage);
  }

 private:
  struct Given {
    std::string seq;
    std::vector<std::string> parts;
  };
  enum Part { kState = 10, kAnswer, kAnsweredBy, kOutcome, kClosedBy, kClosedAt };

  void take(const HistoryEntry& entry) {
    if (is(entry, Action::open) || is(entry, Action::assign)) return review(entry);
    if (is(entry, Action::note)) return note(entry);
    if (is(entry, Action::assess)) return assess(entry);
    if (is(entry, Action::recommend)) return recommend(entry);
    if (is(entry, Action::answer) || is(entry, Action::close)) turn(entry);
  }

  // A new reviewer keeps the review's term.
  void review(const HistoryEntry& entry) {
    DetailsByKey facts = details_by_key(entry.details);
    if (is(entry, Action::open)) due_[*entry.submission] = facts["due"];
    reviews_.entries.push_back(
        {record({submission(entry), facts["reviewer"], due_[*entry.submission], entry.user, entry.at}), seq(entry)});
  }

  void note(const HistoryEntry& entry) {
    DetailsByKey facts = details_by_key(entry.details);
    notes_.entries.push_back({record({submission(entry), facts["cell"], facts["row"], facts["column"], facts["item"],
                                      facts["text"], entry.user, entry.at}),
                              seq(entry)});
  }

  void assess(const HistoryEntry& entry) {
    constexpr std::string_view kItem = "item.";
    DetailsByKey facts = details_by_key(entry.details);
    for (const auto& [key, answer] : read_details(entry.details)) {
      if (!key.starts_with(kItem)) continue;
      const std::string item = key.substr(kItem.size());
      answers_.entries.push_back(
          {record({submission(entry), facts["checklist"], facts["checklist_sha256"], item, answer,
                   facts["comment." + item], facts["documents." + item], entry.user, entry.at}),
           seq(entry)});
    }
  }

  void recommend(const HistoryEntry& entry) {
    DetailsByKey facts = details_by_key(entry.details);
    given_[facts["recommendation"]] = {
        seq(entry),
        {facts["recommendation"], submission(entry), facts["cell"], facts["row"], facts["column"], facts["item"],
         facts["text"], facts["due"], entry.user, entry.at, "open", "", "", "", "", ""}};
  }

  void turn(const HistoryEntry& entry) {
    DetailsByKey facts = details_by_key(entry.details);
    const auto at = given_.find(facts["recommendation"]);
    if (at == given_.end()) return;
    auto& parts = at->second.parts;
    const bool answered = is(entry, Action::answer);
    parts[kState] = answered ? "answered" : "closed";
    parts[answered ? kAnswer : kOutcome] = facts["text"];
    parts[answered ? kAnsweredBy : kClosedBy] = entry.user;
    if (!answered) parts[kClosedAt] = entry.at;
    at->second.seq = seq(entry);
  }

  static std::string seq(const HistoryEntry& entry) { return std::to_string(entry.seq); }
  static std::string submission(const HistoryEntry& entry) { return std::to_string(*entry.submission); }

  std::map<int64_t, std::string> due_;
  std::map<std::string, Given> given_;  // by the recommendation's number
  Records reviews_, notes_, answers_, recommendations_;
};

}  // namespace

void examine_reviews(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  ReviewDoctor(entries).compare(registry.database(), damage);
}

}  // namespace esep::registry
