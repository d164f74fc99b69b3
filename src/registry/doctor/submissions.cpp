// SPDX-License-Identifier: MIT
#include <map>

#include <fmt/core.h>

#include "base/error.h"
#include "base/text.h"
#include "form/form_catalog.h"
#include "registry/details.h"
#include "registry/digests.h"
#include "registry/doctor/parts.h"
#include "registry/doctor/replayed_states.h"
#include "registry/record_number.h"
#include "table/storage.h"

namespace esep::registry {
namespace {

// The facts of a submission in the history, under the history's names, from the table's columns.
std::string pinned_sql() {
  return fmt::format(
      "SELECT {} AS number, obligation, form, edition, stage, organisation, subject, period, "
      "CAST(occurrence AS TEXT) AS occurrence, CAST(revision AS TEXT) AS revision, received, "
      "coalesce(nominal, '') AS nominal, coalesce(effective, '') AS effective, timeliness, "
      "CAST(working_days_late AS TEXT) AS working_days_late, CAST(nil AS TEXT) AS nil, file_name AS file, incoming, "
      "sha256, form_sha256, rows_sha256, CAST(errors AS TEXT) AS errors, CAST(warnings AS TEXT) AS warnings, "
      "CAST(locked AS TEXT) AS locked, user, chain_head FROM submission WHERE id = ?",
      record_number_sql(RecordKind::submission, "id"));
}

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
    states(entries);
    form_names(entries);
    strays();
  }

 private:
  static std::string number(int64_t id) { return record_number(RecordKind::submission, id); }

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
    auto row = registry_.database().prepare(pinned_sql());
    row.bind(1, id);
    if (!row.step())
      return say("submission", number(id), "DOCTOR-SUBMISSION-MISSING", {{"seq", std::to_string(entry.seq)}});
    DetailsByKey found;
    for (int i = 0; i < row.column_count(); ++i) found[row.column_name(i)] = row.text(i);
    for (auto& [field, value] : registry_.fields(id)) found["field." + field] = value;
    found["findings_sha256"] = findings_digest(id);
    found["texts_sha256"] = texts_digest(id);
    std::vector<std::string> differing;
    DetailsByKey pinned = details_by_key(entry.details);
    pinned.insert({{"user", entry.user}, {"chain_head", entry.hash}});
    for (const auto& [key, value] : pinned) {
      const auto at = found.find(key);
      const bool comparable = at != found.end() || key.starts_with("field.");
      if (comparable && (at == found.end() ? std::string() : at->second) != value) differing.push_back(key);
    }
    for (const auto& [key, value] : found) {
      const bool unpinned_text = key == "texts_sha256" && value != RecordsDigest().hex();
      if ((key.starts_with("field.") || unpinned_text) && !pinned.contains(key)) differing.push_back(key);
    }
    if (!differing.empty()) {
      say("submission", number(id), "DOCTOR-SUBMISSION-CHANGED",
          {{"facts", join(differing, ", ")}, {"seq", std::to_string(entry.seq)}});
    }
  }

  void rows(int64_t id, const HistoryEntry& entry) {
    DetailsByKey pinned = details_by_key(entry.details);
    if (pinned["revision"] == "0") return;  // rejected: no rows; strays() looks
    const form::FormDefinition* form = form_of(pinned["form_sha256"], pinned["form"], pinned["edition"]);
    if (form == nullptr)
      return say("rows", number(id), "DOCTOR-FORM-UNREADABLE",
                 {{"form", pinned["form"]}, {"edition", pinned["edition"]}});
    const table::FormTable form_table(*form);
    table::RowReader reader(registry_.database(), form_table, id);
    if (rows_digest(reader) != pinned["rows_sha256"] || !plainly_stored(form_table, id))
      say("rows", number(id), "DOCTOR-ROWS", {{"table", form_table.name()}});
  }

  // Several stored values may read the same (1 and 3 both read as yes), but only the one that Esep writes is sound.
  bool plainly_stored(const table::FormTable& form_table, int64_t id) {
    const auto columns = table::columns_of(form_table.form());
    auto rows = registry_.database().prepare(fmt::format("SELECT _first{} FROM {} WHERE _submission = ?",
                                                         table::column_names(columns),
                                                         table::quote_identifier(form_table.name())));
    rows.bind(1, id);
    while (rows.step()) {
      if (rows.integer(0) != 0 && rows.integer(0) != 1) return false;
      for (size_t i = 0; i < columns.size(); ++i) {
        const int at = static_cast<int>(i) + 1;
        if (table::stored_value(table::read_value(rows, at, *columns[i])) != rows.value(at)) return false;
      }
    }
    return true;
  }

  std::string findings_digest(int64_t id) {
    RecordsDigest out;
    auto rows = registry_.database().prepare(
        "SELECT sheet, cell, CAST(row AS TEXT), column_id, code, severity, message_kk, message_ru, message_en, law_kk, "
        "law_ru, seq FROM finding WHERE submission = ? ORDER BY seq");
    rows.bind(1, id);
    int64_t expected = 0;
    while (rows.step()) {
      std::vector<std::string> parts;
      for (int i = 0; i < rows.column_count() - 1; ++i) parts.push_back(rows.text(i));
      if (rows.integer(rows.column_count() - 1) != ++expected) parts.emplace_back("moved");
      out.add(parts);
    }
    return out.hex();
  }

  std::string texts_digest(int64_t id) {
    RecordsDigest out;
    auto rows = registry_.database().prepare(
        "SELECT language, CAST(row AS TEXT), name, value FROM submission_text WHERE submission = ? "
        "ORDER BY language, row, name");
    rows.bind(1, id);
    while (rows.step()) out.add({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
    return out.hex();
  }

  // The form as it was on that day, from the register's own text.
  const form::FormDefinition* form_of(const std::string& sha256, const std::string& form, const std::string& edition) {
    const auto at = forms_.find(sha256);
    if (at != forms_.end()) return at->second.get();
    Diagnostics diagnostics;
    const std::string name = fmt::format("forms/{}.{}.toml", form, edition);
    auto read = std::make_unique<form::FormDefinition>(
        form::read_form({name, name, registry_.form_text(sha256)}, {}, diagnostics));
    if (has_errors(diagnostics)) read.reset();
    return forms_.emplace(sha256, std::move(read)).first->second.get();
  }

  // Replays all steps of the history in order.
  void states(const std::vector<HistoryEntry>& entries) {
    ReplayedStates replayed;
    for (const HistoryEntry& entry : entries) replayed.take(entry);
    auto rows = registry_.database().prepare("SELECT id, state FROM submission ORDER BY id");
    while (rows.step()) {
      const auto expected = replayed.state(rows.integer(0));
      if (expected && report::state_name(*expected) != rows.text(1))
        say("submission", number(rows.integer(0)), "DOCTOR-STATE", {});
    }
  }

  // The name of a stored form text.
  void form_names(const std::vector<HistoryEntry>& entries) {
    std::map<std::string, std::pair<std::string, std::string>> pinned;
    for (const HistoryEntry& entry : entries) {
      if (entry.action != "submit") continue;
      DetailsByKey facts = details_by_key(entry.details);
      pinned[facts["form_sha256"]] = {facts["form"], facts["edition"]};
    }
    auto rows = registry_.database().prepare("SELECT sha256, form, edition FROM form_text ORDER BY sha256");
    while (rows.step()) {
      const auto at = pinned.find(rows.text(0));
      const std::pair<std::string, std::string> found{rows.text(1), rows.text(2)};
      if (at != pinned.end() && at->second == found) continue;
      damage_.push_back(
          {"form", rows.text(0),
           Message("DOCTOR-FORM-NAME", {{"sha256", rows.text(0)}, {"form", found.first}, {"edition", found.second}})});
    }
  }

  void strays() {
    std::vector<std::string> tables;
    auto list = registry_.database().prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'report.%' ORDER BY name");
    while (list.step()) tables.push_back(list.text(0));
    for (const std::string& name : tables) {
      auto stray =
          registry_.database().prepare(fmt::format("SELECT DISTINCT _submission FROM {} WHERE _submission NOT IN "
                                                   "(SELECT id FROM submission WHERE revision > 0) ORDER BY 1",
                                                   table::quote_identifier(name)));
      while (stray.step()) say("rows", number(stray.integer(0)), "DOCTOR-STRAY", {{"table", name}});
    }
  }

  Registry& registry_;
  std::vector<Damage>& damage_;
  std::map<std::string, std::unique_ptr<form::FormDefinition>> forms_;
};

}  // namespace

void examine_submissions(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  SubmissionDoctor(registry, damage).examine(entries);
}

}  // namespace esep::registry
