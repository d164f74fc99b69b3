// SPDX-License-Identifier: MIT
#include "app/summary/summary.h"

#include <algorithm>

#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/later_entries.h"
#include "app/core/rights.h"
#include "app/paper/output.h"
#include "app/query/summary_check.h"
#include "app/summary/known_terms.h"
#include "app/summary/summary_sources.h"
#include "app/summary/summary_table.h"
#include "app/summary/summary_unowed.h"
#include "base/error.h"
#include "base/text.h"
#include "datafile/data_invalid.h"

namespace esep::app {
namespace {

using document::Section;
using form::SummaryBlock;

document::Chart::Kind chart_kind(const std::string& word) {
  using ChartKind = document::Chart::Kind;
  if (word == "column") return ChartKind::column;
  if (word == "stacked_bar") return ChartKind::stacked_bar;
  if (word == "line") return ChartKind::line;
  return word == "tiles" ? ChartKind::tiles : ChartKind::bar;
}

std::vector<std::string> ids_of(const form::SummaryChart& chart) {
  std::vector<std::string> out;
  for (const auto& series : chart.series) out.push_back(series.id);
  return out;
}

document::Chart::Tone tone_from(const std::string& word) {
  using Tone = document::Chart::Tone;
  static const std::map<std::string, Tone> kTones{{"good", Tone::good},   {"active", Tone::active},
                                                  {"muted", Tone::muted}, {"warning", Tone::warning},
                                                  {"bad", Tone::bad},     {"hatched", Tone::hatched}};
  const auto at = kTones.find(word);
  return at == kTones.end() ? Tone::by_order : at->second;
}

class SummaryBuilder {
 public:
  SummaryBuilder(Engine& engine, const SummaryRequest& request)
      : engine_(engine),
        request_(request),
        lang_(request.lang),
        query_(engine, parameters(request), request.lang, request.summary->with, names(request)) {
    words_ = {lang_, say("SUMMARY-CONTINUED"), engine.render_all("SUMMARY-SOURCES")};
  }

  document::Document run() {
    const form::Summary& summary = *request_.summary;
    document::Document out;
    const std::string period = request_.period ? request_.period->name(lang_) : "";
    out.title = interpolate(summary.title.in(lang_), {{"period", period}}, lang_);
    out.lang = lang_;
    out.subject = period;
    out.footer = query_.filled_text(summary.law).value_or("");
    if (!summary.every_page.text.empty()) out.short_footer = query_.filled_text(summary.every_page).value_or("");
    if (const auto later = later_entries_message(engine_, request_.today)) add_sentence(say(*later), out.footer);
    out.dated = request_.today;
    for (const auto& from : summary.sections) {
      Section section = build(from, out.title, out.sections.empty());
      drop_lone_headings(section.blocks);
      if (!section.blocks.empty()) out.sections.push_back(std::move(section));  // no content: no empty page
    }
    join_texts(out.sections);
    if (const auto end = query_.take_calendar_end()) throw Error(*end);
    if (const auto ends = delays_beyond_calendar(engine_, request_)) say_left_out(say(*ends), out);
    if (const auto by_hand = sources_by_hand(engine_, query_.sources())) say_left_out(say(*by_hand), out);
    if (const auto moved = sources_moved(engine_, query_.sources())) say_left_out(say(*moved), out);
    if (const auto returned = sources_returned(engine_, query_.sources())) say_left_out(say(*returned), out);
    if (const auto unowed = summary_unowed(engine_, request_)) say_left_out(say(*unowed), out);
    if (summary.sources && !query_.sources().empty())
      out.sections.push_back(summary_sources(engine_, query_.sources(), lang_));
    return out;
  }

 private:
  static table::QueryParameters parameters(const SummaryRequest& request) {
    table::QueryParameters out{{"lang", std::string(lang_code(request.lang))}, {"today", request.today.iso()}};
    if (!request.organisation.empty()) out["organisation"] = request.organisation;
    if (!request.period) return out;
    out["period"] = request.period->text();
    out["period_start"] = request.period->first_day().iso();
    out["period_end"] = request.period->last_day().iso();
    out["since"] = request.since.value_or(request.period->previous()).text();
    return out;
  }

  static Message::Args names(const SummaryRequest& request) {
    Message::Args out;
    if (!request.period) return out;
    out.emplace_back("period", request.period->name(request.lang));
    out.emplace_back("since", request.since.value_or(request.period->previous()).name(request.lang));
    return out;
  }

  static void add_sentence(const std::string& sentence, std::string& out) {
    if (!out.empty()) out += ends_sentence(out) ? " " : ". ";
    out += sentence;
  }

  // Below the title, where nobody misses it.
  static void say_left_out(std::string text, document::Document& out) {
    if (out.sections.empty()) out.sections.emplace_back();
    auto& blocks = out.sections.front().blocks;
    const auto title = std::find_if(blocks.begin(), blocks.end(), [](const document::Block& block) {
      return std::holds_alternative<document::Heading>(block);
    });
    blocks.insert(title == blocks.end() ? title : std::next(title),
                  document::Paragraph{std::move(text), document::Emphasis::warning});
  }

  std::string say(const Message& message) { return engine_.messages().render(message, lang_); }

  // A heading under which nothing stands, because its table or chart has no rows.
  static void drop_lone_headings(std::vector<document::Block>& blocks) {
    for (size_t i = blocks.size(); i-- > 0;) {
      const auto* heading = std::get_if<document::Heading>(&blocks[i]);
      if (heading == nullptr) continue;
      const bool last = i + 1 == blocks.size() || std::holds_alternative<document::PageBreak>(blocks[i + 1]);
      const auto* next = last ? nullptr : std::get_if<document::Heading>(&blocks[i + 1]);
      if (last || (next != nullptr && next->level <= heading->level))
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  static bool has_texts_alone(const Section& section) {
    return std::none_of(section.blocks.begin(), section.blocks.end(), [](const document::Block& block) {
      return std::holds_alternative<document::Table>(block) || std::holds_alternative<document::Chart>(block);
    });
  }

  // A sentence in place of a wide table needs no page of its own: it stands above what follows, or below what is last.
  static void join_texts(std::vector<Section>& sections) {
    for (size_t i = 1; i < sections.size(); ++i) {
      if (!has_texts_alone(sections[i])) continue;
      const bool last = i + 1 == sections.size();
      sections[i].landscape = sections[last ? i - 1 : i + 1].landscape;
      sections[i].joined = true;
      if (!last) sections[i + 1].joined = true;
    }
  }

  Section build(const form::SummarySection& from, const std::string& title, bool first) {
    Section out;
    out.name = from.name.in(lang_);
    out.landscape = from.landscape;
    out.joined = from.joined;
    for (const SummaryBlock& block : from.blocks) {
      // The addressee stands above the title.
      if (first && block.kind != SummaryBlock::Kind::stamp) {
        out.blocks.emplace_back(document::Heading{title, 1});
        out.blocks.emplace_back(as_of());
        first = false;
      }
      add(block, out);
    }
    add_basis(out);
    return out;
  }

  document::Fields as_of() {
    document::Field field;
    field.id = "as_of";
    field.label = say("STATUS-AS-OF");
    field.value = request_.today.dotted();
    return {{std::move(field)}};
  }

  // A table names the reports of each row; one line below texts and charts names theirs.
  void add_basis(Section& out) {
    const std::string numbers = query_.take_unnamed();
    if (numbers.empty()) return;
    out.blocks.emplace_back(
        document::Paragraph{say(Message("SUMMARY-BASIS", {{"numbers", numbers}})), document::Emphasis::muted});
  }

  void add(const SummaryBlock& block, Section& out) {
    switch (block.kind) {
      case SummaryBlock::Kind::page_break:
        out.blocks.emplace_back(document::PageBreak{});
        break;
      case SummaryBlock::Kind::table:
      case SummaryBlock::Kind::matrix:
        add_table(block, out);
        break;
      case SummaryBlock::Kind::facts:
        add_facts(block, out);
        break;
      case SummaryBlock::Kind::chart:
        add_chart(block, out);
        break;
      default:
        add_text(block, out);
    }
  }

  void add_text(const SummaryBlock& block, Section& out) {
    const auto text = query_.filled_text(block);
    if (!text) return;
    if (block.kind == SummaryBlock::Kind::heading) out.blocks.emplace_back(document::Heading{*text, block.level});
    if (block.kind == SummaryBlock::Kind::paragraph)
      out.blocks.emplace_back(document::Paragraph{*text, emphasis_from(block.emphasis)});
    if (block.kind == SummaryBlock::Kind::stamp) out.blocks.emplace_back(document::Stamp{{*text}});
    if (block.kind == SummaryBlock::Kind::signature) out.blocks.emplace_back(document::Signatures{{{*text, ""}}});
  }

  void add_empty(const SummaryBlock& block, Section& out) {
    if (!block.empty.empty())
      out.blocks.emplace_back(document::Paragraph{query_.plain_text(block.empty), document::Emphasis::muted});
  }

  void add_facts(const SummaryBlock& block, Section& out) {
    auto row = query_.run(block);
    if (!row.next()) return add_empty(block, out);
    document::Fields fields;
    for (const auto& column : block.columns) {
      document::Field field;
      field.id = column.id;
      field.label = column.title.in(lang_);
      field.value = row.shown(column.id);
      field.scale = column.scale;
      fields.fields.push_back(std::move(field));
    }
    query_.add_sources(row.text("_sources"));
    out.blocks.emplace_back(std::move(fields));
  }

  void add_table(const SummaryBlock& block, Section& out) {
    auto table = summary_table(query_, block, words_);
    if (!table) return add_empty(block, out);
    out.blocks.emplace_back(std::move(*table));
  }

  void add_chart(const SummaryBlock& block, Section& out) {
    document::Chart chart;
    chart.title = query_.caption(block);
    chart.kind = chart_kind(block.chart.kind);
    chart.absent = block.chart.absent.in(lang_);
    for (const auto& series : block.chart.series)
      chart.series.push_back({series.title.in(lang_), {}, tone_from(series.tone)});
    auto row = query_.run(block);
    while (row.next()) {
      chart.categories.push_back(row.text(block.chart.category));
      for (size_t i = 0; i < chart.series.size(); ++i)
        chart.series[i].values.push_back(row.number(block.chart.series[i].id));
      if (chart.kind == document::Chart::Kind::stacked_bar) chart.totals.push_back(row.sum(ids_of(block.chart)));
      query_.add_sources(row.text("_sources"));
    }
    if (chart.categories.empty()) return add_empty(block, out);
    out.blocks.emplace_back(std::move(chart));
  }

  Engine& engine_;
  const SummaryRequest& request_;
  Lang lang_;
  SummaryQuery query_;
  SummaryWords words_;
};

void require_periods(const SummaryRequest& request) {
  const auto kind = request.summary->period;
  if (!kind) return;
  for (const auto& period : {request.period, request.since}) {
    if (period && period->kind != *kind) throw Error(not_of_kind(period->text(), *kind), {}, Error::Kind::usage);
  }
}

// Before the first figure is asked for, so that all mistakes are named at once.
void require_printable(Engine& engine, const form::Summary& summary) {
  Diagnostics problems = SummaryCheck(engine, summary).problems();
  if (!problems.empty()) throw datafile::DataInvalid(std::move(problems));
}

}  // namespace

bool is_by_body(const form::Summary& summary) {
  const auto names_it = [](const std::string& query) {
    return query.empty() || query.find(":organisation") != std::string::npos;
  };
  const auto narrow = [&](const SummaryBlock& block) {
    return names_it(block.query) && names_it(block.text_query) && names_it(block.rows_query) &&
           names_it(block.columns_query);
  };
  return narrow(summary.law) && narrow(summary.every_page) &&
         std::all_of(summary.sections.begin(), summary.sections.end(), [&](const form::SummarySection& section) {
           return std::all_of(section.blocks.begin(), section.blocks.end(), narrow);
         });
}

void require_summary_right(Engine& engine, const SummaryRequest& request, const registry::Actor& actor) {
  if (request.organisation.empty() || !is_by_body(*request.summary)) return require_every_body(engine, actor);
  require_body(engine, actor, request.organisation);
}

document::Document make_summary(Engine& engine, const SummaryRequest& request) {
  engine.require_workspace();
  require_periods(request);
  require_printable(engine, *request.summary);
  if (!request.organisation.empty()) require_known_organisation(engine, request.organisation);
  require_known_terms(engine, request);
  document::Document out = SummaryBuilder(engine, request).run();
  engine.forget_rows();  // frees the memory of a large register for the writers
  seal(engine, out);
  return out;
}

}  // namespace esep::app
