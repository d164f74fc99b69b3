// SPDX-License-Identifier: MIT
#include "app/paper/due_paper.h"

#include <algorithm>

#include "app/core/event_titles.h"
#include "app/core/later_entries.h"
#include "app/core/names.h"
#include "app/paper/output.h"
#include "document/build/filled_form.h"
#include "document/packed_rows.h"

namespace esep::app {
namespace {

using document::ListColumn;
using form::ColumnType;
using report::Duty;

class DueList {
 public:
  DueList(Engine& engine, calendar::Date today, Lang lang)
      : engine_(engine), today_(today), lang_(lang), events_(engine.event_titles()) {}

  document::Document run(const std::vector<Duty>& duties, const report::DutyFilter& filter) {
    document::ListRequest request;
    request.title = say("DUE-TITLE");
    request.lang = lang_;
    request.sheet = say("DUE-SHEET");
    request.facts.emplace_back(say("DUE-DAYS"), range(filter));
    request.facts.emplace_back(say("STATUS-AS-OF"), today_.dotted());
    request.table_id = "due";
    request.columns = columns({"effective", say("STATUS-DUE"), 12, ColumnType::date});
    bool computed = false;
    document::PackedRows undated;
    size_t without_day = 0;
    for (const Duty& duty : duties) {
      computed = computed || duty.due.computed_calendar;
      note_law(duty);
      if (duty.due.effective) {
        request.rows.push_back(row(duty, *duty.due.effective));
      } else {
        undated.add(row(duty, reason(duty)));
        ++without_day;
      }
    }
    if (request.rows.empty()) request.paragraphs.push_back(say("DUE-NOTHING"));
    if (computed) request.paragraphs.push_back(say("DUE-COMPUTED-CALENDAR"));
    if (const auto later = later_entries_message(engine_, today_)) request.footer = say(*later);
    request.dated = today_;
    document::Document out = document::list_document(request);
    out.sections.front().landscape = true;
    if (without_day > 0) add_undated(out.sections.front(), undated);
    if (!laws_.empty()) add_laws(out.sections.front());
    seal(engine_, out);
    return out;
  }

 private:
  std::string say(const Message& message) { return engine_.messages().render(message, lang_); }

  std::string range(const report::DutyFilter& filter) {
    if (filter.period) return filter.period->name(lang_);
    return filter.from->dotted() + " – " + filter.to->dotted();
  }

  std::vector<ListColumn> columns(ListColumn first) {
    return {std::move(first),
            {"organisation", say("STATUS-ORGANISATION"), 60, ColumnType::text},
            {"subject", say("STATUS-SUBJECT"), 12, ColumnType::text},
            {"period", say("BLANK-PERIOD"), 22, ColumnType::text},
            {"duty", say("STATUS-DUTY"), 66, ColumnType::text},
            {"nominal", say("RECEIPT-NOMINAL"), 12, ColumnType::date}};
  }

  document::Row row(const Duty& duty, form::Value first) {
    const report::ReportKey& key = duty.key;
    document::Row out;
    out.cells.resize(columns({}).size());
    out.cells[0].value = std::move(first);
    out.cells[1].value = organisation_title(engine_, key.organisation).in(lang_);
    if (!key.subject.empty()) out.cells[2].value = key.subject;
    std::string when = key.period;
    if (const auto period = calendar::Period::parse(key.period)) when = period->name(lang_);
    if (!when.empty()) out.cells[3].value = when;
    out.cells[4].value = duty_title(duty, lang_);
    if (duty.due.rolled) out.cells[5].value = *duty.due.nominal;
    return out;
  }

  // Why a duty has no day.
  std::string reason(const Duty& duty) {
    if (duty.beyond_calendar) return say(duty.beyond_calendar->message());
    if (duty.obligation->due.kind == calendar::DueRule::Kind::none) return say("DUE-NONE");
    return say(events_.awaited(duty, today_, engine_.calendar()));
  }

  void add_undated(document::Section& section, const document::PackedRows& rows) {
    section.blocks.emplace_back(document::Heading{say("DUE-UNDATED"), 2});
    section.blocks.emplace_back(
        document::list_table("undated", columns({"reason", say("DUE-REASON"), 24, ColumnType::text}), rows.source()));
  }

  // A year of duties rests on a dozen acts: each stands once, behind the days.
  void note_law(const Duty& duty) {
    if (duty.law().empty()) return;
    std::pair<std::string, std::string> one{duty.obligation->title.in(lang_), duty.law().in(lang_)};
    if (std::find(laws_.begin(), laws_.end(), one) == laws_.end()) laws_.push_back(std::move(one));
  }

  void add_laws(document::Section& section) {
    document::PackedRows rows;
    for (const auto& [duty, law] : laws_) {
      document::Row row;
      row.cells.resize(2);
      row.cells[0].value = duty;
      row.cells[1].value = law;
      rows.add(std::move(row));
    }
    section.blocks.emplace_back(document::Heading{say("DUE-LAW"), 2});
    section.blocks.emplace_back(document::list_table(
        "laws", {{"duty", say("STATUS-DUTY"), 66, ColumnType::text}, {"law", say("DUE-LAW"), 100, ColumnType::text}},
        rows.source()));
  }

  Engine& engine_;
  calendar::Date today_;
  Lang lang_;
  const EventTitles& events_;
  std::vector<std::pair<std::string, std::string>> laws_;  // of the duties listed, in their order
};

}  // namespace

document::Document make_due(Engine& engine, const std::vector<Duty>& duties, const report::DutyFilter& filter,
                            calendar::Date today, Lang lang) {
  return DueList(engine, today, lang).run(duties, filter);
}

}  // namespace esep::app
