// SPDX-License-Identifier: MIT
#include "app/summary/summary_sources.h"

#include "app/core/named_days.h"
#include "app/core/names.h"
#include "app/core/standing_words.h"
#include "app/core/standings.h"
#include "app/core/verdict_words.h"
#include "app/query/summary_query.h"
#include "document/build/filled_form.h"
#include "document/packed_rows.h"

namespace esep::app {
namespace {

class Sources {
 public:
  Sources(Engine& engine, Lang lang) : engine_(engine), standings_(engine), lang_(lang) {}

  document::Section run(const std::set<std::string>& numbers) {
    using form::ColumnType;
    document::Section out;
    out.name = say("SUMMARY-SOURCES-SHEET");
    out.landscape = true;
    out.joined = true;
    out.blocks.emplace_back(document::Heading{say("SUMMARY-SOURCES-TITLE"), 2});
    const std::vector<document::ListColumn> columns{{"submission", say("STATUS-NUMBER"), 10, ColumnType::text},
                                                    {"organisation", say("STATUS-ORGANISATION"), 36, ColumnType::text},
                                                    {"period", say("BLANK-PERIOD"), 18, ColumnType::text},
                                                    {"received", say("STATUS-RECEIVED"), 11, ColumnType::date},
                                                    {"revision", say("STATUS-REVISION"), 9, ColumnType::integer},
                                                    {"timeliness", say("STATUS-TIMELINESS"), 13, ColumnType::text},
                                                    {"sha256", say("RECEIPT-SHA256"), 100, ColumnType::text}};
    document::PackedRows rows;
    for (const std::string& number : numbers) rows.add(row(engine_.registry().find(number), columns.size()));
    document::Table table = document::list_table("sources", columns, rows.source());
    table.continuation = say("SUMMARY-CONTINUED");
    out.blocks.emplace_back(std::move(table));
    return out;
  }

 private:
  std::string say(const Message& message) { return engine_.messages().render(message, lang_); }

  std::string period_and_stage(const report::Submission& s) {
    const auto period = calendar::Period::parse(s.key.period);
    const std::string stage = stage_title(engine_.form_of(s), s.key, lang_);
    std::string out = period ? period->name(lang_) : "";
    return out.empty() || stage.empty() ? out + stage : out + "; " + stage;
  }

  document::Row row(const report::Submission& s, size_t columns) {
    document::Row out;
    out.anchor = s.number;
    out.cells.resize(columns);
    out.cells[0].value = s.number;
    out.cells[1].value = organisation_title(engine_, s.key.organisation).in(lang_);
    if (std::string period = period_and_stage(s); !period.empty()) out.cells[2].value = std::move(period);
    out.cells[3].value = s.receipt.received.date;
    out.cells[4].value = int64_t{s.revision};
    out.cells[5].value = say(verdict(s));
    out.cells[6].value = s.receipt.sha256;
    return out;
  }

  // One that was taken back is named for its recommendations. A later revision may have come after the term.
  Message verdict(const report::Submission& s) {
    if (const auto withdrawal = withdrawal_of(engine_, s)) return withdrawal_message(*withdrawal);
    const report::Standing standing = standings_.of(s);
    Message changed = changed_verdict_message(engine_, standing);
    if (!changed.empty()) return changed;
    const report::Submission now = as_it_stands(s, standing);
    Message out = verdict_message(engine_, now);
    if (now.verdict.decided_by.empty()) return out;
    const report::Submission first = engine_.registry().deciding(now);
    return {"SUMMARY-VERDICT-OF",
            {{"verdict", engine_.render_all(out)},
             {"revision", std::to_string(first.revision)},
             {"date", first.receipt.received.date.dotted()}}};
  }

  Engine& engine_;
  Standings standings_;
  Lang lang_;
};

}  // namespace

std::optional<Message> sources_by_hand(Engine& engine, const std::set<std::string>& numbers) {
  std::set<std::string> out;
  for (const std::string& number : numbers) {
    const report::Submission one = engine.registry().find(number);
    // The summary names this report, and no other revision of it.
    if (one.receipt.clock || engine.registry().deciding(one).receipt.clock) out.insert(number);
  }
  if (out.empty()) return std::nullopt;
  return Message("STATUS-DAYS-BY-HAND", {{"numbers", compressed(out)}});
}

std::optional<Message> sources_returned(Engine& engine, const std::set<std::string>& numbers) {
  LocalText names;
  for (const std::string& number : numbers) {
    const report::Submission one = engine.registry().find(number);
    if (one.state != report::State::returned) continue;
    append(names, organisation_title(engine, one.key.organisation), ", ");
    const std::string said = "(" + number + ")";
    append(names, {said, said, said}, " ");
  }
  if (names.empty()) return std::nullopt;
  return Message("SUMMARY-RETURNED", {{"names", std::move(names)}});
}

std::optional<Message> sources_moved(Engine& engine, const std::set<std::string>& numbers) {
  LocalText out;
  for (const std::string& number : numbers) {
    const report::Submission one = engine.registry().find(number);
    const auto moved = moved_day(engine, one);
    if (!moved) continue;
    append(out, organisation_title(engine, one.key.organisation), "; ");
    const std::string said = "(" + number + "):";
    append(out, {said, said, said}, " ");
    append(out, engine.render_all(*moved), " ");
  }
  if (out.empty()) return std::nullopt;
  return Message("SUMMARY-DAYS-MOVED", {{"reports", std::move(out)}});
}

document::Section summary_sources(Engine& engine, const std::set<std::string>& numbers, Lang lang) {
  return Sources(engine, lang).run(numbers);
}

}  // namespace esep::app
