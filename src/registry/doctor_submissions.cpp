// SPDX-License-Identifier: MIT
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "form/form_catalog.h"
#include "registry/doctor_parts.h"
#include "registry/record_details.h"

namespace esep::registry {
namespace {

// What the history pins of a submission, under the names that it uses, from the table's columns.
constexpr const char* kPinned =
    "SELECT 'S-' || printf('%06d', id) AS number, obligation, form, edition, stage, organisation, subject, "
    "period, "
    "CAST(occurrence AS TEXT) AS occurrence, CAST(revision AS TEXT) AS revision, received, coalesce(nominal, "
    "'') AS nominal, "
    "coalesce(effective, '') AS effective, timeliness, CAST(working_days_late AS TEXT) AS working_days_late, "
    "CAST(nil AS TEXT) AS nil, "
    "file_name AS file, incoming, sha256, form_sha256, rows_sha256, CAST(errors AS TEXT) AS errors, "
    "CAST(warnings AS TEXT) AS warnings, "
    "user, chain_head FROM submission WHERE id = ?";

using Facts = std::map<std::string, std::string>;

class SubmissionDoctor {
 public:
  SubmissionDoctor(Registry& registry, std::vector<Damage>& damage) : registry_(registry), damage_(damage) {}

  void examine(const std::vector<HistoryEntry>& entries) {
    std::map<int64_t, const HistoryEntry*> submitted;
    for (const HistoryEntry& entry : entries) {
      if (entry.action == "submit" && entry.submission) submitted.emplace(*entry.submission, &entry);
    }
    std::vector<int64_t> ids;
    auto list = registry_.database().prepare("SELECT id FROM submission ORDER BY id");
    while (list.step()) ids.push_back(list.integer(0));
    for (const int64_t id : ids) {
      const auto at = submitted.find(id);
      if (at == submitted.end()) {
        say("submission", number(id), "DOCTOR-SUBMISSION-UNWRITTEN", {});
        continue;
      }
      one(id, *at->second);
      submitted.erase(at);
    }
    for (const auto& [id, entry] : submitted)
      say("submission", number(id), "DOCTOR-SUBMISSION-MISSING", {{"seq", std::to_string(entry->seq)}});
    states();
    strays();
  }

 private:
  static std::string number(int64_t id) {
    std::string digits = std::to_string(id);
    return "S-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
  }

  void say(const char* part, const std::string& place, const char* key, Message::Args args) {
    args.insert(args.begin(), {"number", place});
    damage_.push_back({part, place, Message(key, std::move(args))});
  }

  void one(int64_t id, const HistoryEntry& entry) {
    try {
      compare(id, entry);
      rows(id, entry);
    } catch (const Error& error) {
      damage_.push_back({"submission", number(id), error.message()});
    }
  }

  void compare(int64_t id, const HistoryEntry& entry) {
    auto row = registry_.database().prepare(kPinned);
    row.bind(1, id);
    if (!row.step())
      return say("submission", number(id), "DOCTOR-SUBMISSION-MISSING", {{"seq", std::to_string(entry.seq)}});
    Facts found;
    for (int i = 0; i < row.column_count(); ++i) found[row.column_name(i)] = row.text(i);
    for (auto& [field, value] : registry_.fields(id)) found["field." + field] = value;
    std::vector<std::string> differing;
    Facts pinned{{"user", entry.user}, {"chain_head", entry.hash}};
    for (auto& [key, value] : read_details(entry.details)) pinned[key] = std::move(value);
    for (const auto& [key, value] : pinned) {
      const auto at = found.find(key);
      const bool comparable = at != found.end() || key.starts_with("field.");
      if (comparable && (at == found.end() ? std::string() : at->second) != value) differing.push_back(key);
    }
    for (const auto& [key, value] : found) {
      if (key.starts_with("field.") && !pinned.contains(key)) differing.push_back(key);
    }
    if (!differing.empty()) {
      say("submission", number(id), "DOCTOR-SUBMISSION-CHANGED",
          {{"facts", join(differing, ", ")}, {"seq", std::to_string(entry.seq)}});
    }
  }

  void rows(int64_t id, const HistoryEntry& entry) {
    Facts pinned;
    for (auto& [key, value] : read_details(entry.details)) pinned[key] = std::move(value);
    if (pinned["revision"] == "0") return;  // rejected: no rows; strays() looks
    const form::FormDefinition* form = form_of(pinned["form_sha256"], pinned["form"], pinned["edition"]);
    if (form == nullptr)
      return say("rows", number(id), "DOCTOR-FORM-UNREADABLE",
                 {{"form", pinned["form"]}, {"edition", pinned["edition"]}});
    const table::FormTable form_table(*form);
    table::RowReader reader(registry_.database(), form_table, id);
    if (rows_digest(reader) != pinned["rows_sha256"])
      say("rows", number(id), "DOCTOR-ROWS", {{"table", form_table.name()}});
  }

  // As the form read on the day, from the register's own text of it.
  const form::FormDefinition* form_of(const std::string& sha256, const std::string& form,
                                      const std::string& edition) {
    const auto at = forms_.find(sha256);
    if (at != forms_.end()) return at->second.get();
    Diagnostics diagnostics;
    const std::string name = "forms/" + form + "." + edition + ".toml";
    auto read = std::make_unique<form::FormDefinition>(
        form::read_form({name, name, registry_.form_text(sha256)}, nullptr, diagnostics));
    if (has_errors(diagnostics)) read.reset();
    return forms_.emplace(sha256, std::move(read)).first->second.get();
  }

  // A state is not pinned, but some cannot be without an entry or another revision.
  void states() {
    auto wrong = registry_.database().prepare(
        "SELECT id, state FROM submission AS s WHERE "
        "(state = 'withdrawn') <> EXISTS(SELECT 1 FROM history WHERE submission = s.id AND action = "
        "'withdraw') "
        "OR (state = 'rejected') <> (revision = 0) "
        "OR (state = 'under_review' AND NOT EXISTS(SELECT 1 FROM history WHERE submission = s.id AND action "
        "NOT IN ('submit', 'paper'))) "
        "OR (state IN ('returned', 'approved') AND NOT EXISTS(SELECT 1 FROM history WHERE submission = s.id "
        "AND action = "
        "CASE state WHEN 'returned' THEN 'return' ELSE 'approve' END)) "
        "OR (state = 'superseded' AND NOT EXISTS(SELECT 1 FROM submission AS later WHERE later.revision > "
        "s.revision AND later.form = s.form "
        "AND later.stage = s.stage AND later.organisation = s.organisation AND later.subject = s.subject AND "
        "later.period = s.period "
        "AND later.occurrence = s.occurrence)) ORDER BY id");
    while (wrong.step())
      say("submission", number(wrong.integer(0)), "DOCTOR-STATE", {{"state", wrong.text(1)}});
  }

  void strays() {
    std::vector<std::string> tables;
    auto list = registry_.database().prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'report.%' ORDER BY name");
    while (list.step()) tables.push_back(list.text(0));
    for (const std::string& name : tables) {
      auto stray = registry_.database().prepare(
          "SELECT DISTINCT _submission FROM " + table::quote_identifier(name) +
          " WHERE _submission NOT IN (SELECT id FROM submission WHERE revision > 0) ORDER BY 1");
      while (stray.step()) say("rows", number(stray.integer(0)), "DOCTOR-STRAY", {{"table", name}});
    }
  }

  Registry& registry_;
  std::vector<Damage>& damage_;
  std::map<std::string, std::unique_ptr<form::FormDefinition>> forms_;
};

}  // namespace

void examine_submissions(Registry& registry, const std::vector<HistoryEntry>& entries,
                         std::vector<Damage>& damage) {
  SubmissionDoctor(registry, damage).examine(entries);
}

}  // namespace esep::registry
