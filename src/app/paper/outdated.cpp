// SPDX-License-Identifier: MIT
#include "app/paper/outdated.h"

#include <algorithm>

#include "app/core/sent_paper.h"
#include "app/paper/composed_contents.h"
#include "app/query/heading_fields.h"
#include "app/query/rows_left_out.h"
#include "app/query/source_rows.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "registry/deeds.h"
#include "registry/details.h"

namespace esep::app {
namespace {

constexpr size_t kMostRows = 5;

// The row is that of the report's subject, or refers to it. A report on no subject is made of all rows of the registers
// that its queries read; but of a body much is written down that no report says.
bool belongs_to(Engine& engine, const form::FormDefinition& form, const form::RegisterDefinition& definition,
                const registry::DetailsByKey& row, const std::string& subject) {
  const std::string& subjects = form.subject;
  const auto value = [&](const std::string& column) {
    const auto at = row.find(column);
    return at == row.end() ? std::string() : at->second;
  };
  if (subjects.empty()) return definition.id != engine.catalog().organisations().id && reads(form, definition.id);
  if (subject.empty()) return false;
  if (definition.id == subjects) return value("key") == subject;
  return std::any_of(definition.columns.begin(), definition.columns.end(), [&](const form::RegisterColumn& column) {
    const auto& to = column.refers_to;
    const bool refers = column.of == subjects || std::find(to.begin(), to.end(), subjects) != to.end();
    return refers && value(column.id) == subject;
  });
}

}  // namespace

std::string Outdated::hash_now(const form::FormDefinition& form, const report::Submission& submission) {
  const calendar::LocalTime& composed = submission.receipt.received;
  const auto rows = source_rows(queries_, form, submission.key, Lang::kk, composed.date);
  const auto fields = heading_fields(queries_, form, submission.key, composed, Lang::kk);
  const auto sources = source_marks(engine_, form, submission.key, composed.date);
  return sha256_hex(composed_contents(form, fields, rows) + marks(submission.key.subject) +
                    text_of_marks(engine_, sources));
}

std::string Outdated::marks(const std::string& subject) {
  if (subject.empty()) return {};
  if (!marks_) marks_ = marks_by_subject(engine_);
  return (*marks_)[subject];
}

std::string Outdated::rows_changed_since(const form::FormDefinition& form, const report::Submission& submission) {
  if (!entries_) entries_ = engine_.registry().history().entries();
  std::map<std::string, std::string> days;  // by the row's key
  bool since = false;
  for (const registry::HistoryEntry& entry : *entries_) {
    since = since || (entry.action == "submit" && entry.submission == submission.id);
    if (!since || (entry.action != "register_add" && entry.action != "register_change")) continue;
    const auto row = registry::details_by_key(entry.details);
    const auto at = row.find("register");
    const auto& all = engine_.catalog().registers();
    const auto definition =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return at != row.end() && one.id == at->second; });
    if (definition == all.end() || !belongs_to(engine_, form, *definition, row, submission.key.subject)) continue;
    const auto day = calendar::LocalTime::parse(entry.at);
    if (day) days[row.at("key")] = day->date.dotted();
  }
  std::vector<std::string> out;
  for (const auto& [key, day] : days) {
    if (out.size() == kMostRows) break;
    out.push_back(key + " (" + day + ")");
  }
  return join(out, ", ") + (days.size() > kMostRows ? ", …" : "");
}

// Whoever composes it is told why he cannot; a list must not stop at one report.
std::optional<bool> Outdated::is_as_now(const form::FormDefinition& form, const report::Submission& submission) {
  const auto [at, fresh] = as_now_.try_emplace(submission.number);
  if (!fresh) return at->second;
  try {
    at->second = hash_now(form, submission) == submission.receipt.sha256;
  } catch (const Error&) {
    at->second = std::nullopt;
  }
  return at->second;
}

void Outdated::leave_out_same(const report::Submission& submission, std::vector<report::PaperChange>& changes) {
  const auto* form = changes.empty() ? nullptr : engine_.find_form_of(submission);
  if (form == nullptr || !form->reporting.composed || !is_as_now(*form, submission).value_or(false)) return;
  std::erase_if(changes, [&](const report::PaperChange& one) { return one.submission != submission.number; });
}

std::optional<report::Deed> Outdated::letter_of(const report::Submission& submission) {
  const auto* obligation = engine_.catalog().obligation(submission.deadline.obligation);
  if (obligation == nullptr || !report::is_done_by_dispatch(engine_.catalog(), submission.key.form))
    return std::nullopt;
  if (!deeds_) deeds_ = registry::Deeds(engine_.registry()).all();
  for (const report::Delivery& one : report::deliveries_of(*obligation, submission.key, *deeds_)) {
    if (const report::Deed* letter = one.letter_of(submission.number)) return *letter;
  }
  return std::nullopt;
}

std::optional<Message> Outdated::of(const report::Submission& submission) {
  const form::FormDefinition* form = submission.is_in_force() ? engine_.find_form_of(submission) : nullptr;
  if (form == nullptr || !form->reporting.composed || standings_.of(submission).early) return std::nullopt;
  // Reports that changed are named one by one.
  if (form->subject.empty() && !changes_since(engine_, submission).empty()) return std::nullopt;
  if (is_as_now(*form, submission).value_or(true)) return std::nullopt;
  const std::string rows = rows_changed_since(*form, submission);
  if (const auto sent = letter_of(submission)) {
    Message::Args args{{"date", sent->date.dotted()}, {"number", sent->sent->number}};
    if (rows.empty()) return Message("DATA-CHANGED-SENT", std::move(args));
    args.emplace_back("rows", rows);
    return Message("DATA-CHANGED-ROWS-SENT", std::move(args));
  }
  return rows.empty() ? Message("DATA-CHANGED") : Message("DATA-CHANGED-ROWS", {{"rows", rows}});
}

void mark_outdated(Engine& engine, std::vector<report::StatusRow>& rows) {
  std::optional<Outdated> made;
  const auto outdated = [&]() -> Outdated& { return made ? *made : made.emplace(engine); };
  for (report::StatusRow& row : rows) {
    for (report::Delivery& one : row.deliveries) {
      if (!one.changes.empty()) outdated().leave_out_same(engine.registry().find(one.deed->report), one.changes);
    }
    if (!row.origin.changes.empty())
      outdated().leave_out_same(engine.registry().find(row.submission), row.origin.changes);
    if (row.revision == 0 || !row.duty.owed || !(row.duty.is_window() || row.duty.by_dispatch)) continue;
    row.origin.outdated = outdated().of(engine.registry().find(row.submission));
  }
}

}  // namespace esep::app
