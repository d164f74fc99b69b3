// SPDX-License-Identifier: MIT
#include "app/summary.h"

#include "app/papers.h"
#include "app/summary_query.h"
#include "base/error.h"
#include "base/hash.h"

namespace esep::app {
namespace {

using document::Section;
using form::SummaryBlock;
using Kind = SummaryBlock::Kind;

constexpr int kSourcesWidth = 22;

class SummaryBuilder {
 public:
  SummaryBuilder(Engine& engine, const SummaryRequest& request)
      : engine_(engine), request_(request), lang_(request.lang), query_(engine, parameters(request), request.lang, request.summary->with, names(request)) {}

  document::Document run() {
    const form::Summary& summary = *request_.summary;
    document::Document out;
    const std::string period = request_.period ? request_.period->name(lang_) : "";
    out.title = interpolate(summary.title.in(lang_), {{"period", period}}, lang_);
    out.lang = lang_;
    out.subject = period;
    out.footer = summary.law.in(lang_);
    out.dated = request_.today;
    for (const auto& section : summary.sections) out.sections.push_back(build(section, out.title, out.sections.empty()));
    if (summary.sources && !query_.sources().empty()) out.sections.push_back(sources());
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

  std::string say(const Message& message) { return engine_.messages().render(message, lang_); }

  Section build(const form::SummarySection& from, const std::string& title, bool first) {
    Section out;
    out.name = from.name.in(lang_);
    out.landscape = from.landscape;
    if (first) out.blocks.emplace_back(document::Heading{title, 1});
    for (const SummaryBlock& block : from.blocks) add(block, out);
    return out;
  }

  void add(const SummaryBlock& block, Section& out) {
    switch (block.kind) {
      case Kind::page_break:
        out.blocks.emplace_back(document::PageBreak{});
        break;
      case Kind::table:
        add_table(block, out);
        break;
      case Kind::matrix:
        add_matrix(block, out);
        break;
      case Kind::facts:
        add_facts(block, out);
        break;
      case Kind::chart:
        add_chart(block, out);
        break;
      default:
        add_text(block, out);
    }
  }

  void add_text(const SummaryBlock& block, Section& out) {
    const auto text = query_.filled_text(block);
    if (!text) return;
    if (block.kind == Kind::heading) out.blocks.emplace_back(document::Heading{*text, block.level});
    if (block.kind == Kind::paragraph) out.blocks.emplace_back(document::Paragraph{*text, document::Emphasis::normal});
    if (block.kind == Kind::stamp) out.blocks.emplace_back(document::Stamp{{*text}});
    if (block.kind == Kind::signature) out.blocks.emplace_back(document::Signatures{{{*text, ""}}});
  }

  void add_empty(const SummaryBlock& block, Section& out) {
    if (!block.empty.empty()) out.blocks.emplace_back(document::Paragraph{block.empty.in(lang_), document::Emphasis::muted});
  }

  void add_facts(const SummaryBlock& block, Section& out) {
    auto row = query_.run(block, block.query);
    if (!row.next()) return add_empty(block, out);
    document::Fields fields;
    for (const auto& column : block.columns) {
      document::Field field;
      field.id = column.id;
      field.label = column.title.in(lang_);
      field.value = row.value(column.id);
      field.scale = column.scale;
      fields.fields.push_back(std::move(field));
    }
    static_cast<void>(query_.sources_cell(row.text("_sources")));
    out.blocks.emplace_back(std::move(fields));
  }

  document::Table table_of(const SummaryBlock& block, bool with_sources) {
    document::Table out;
    out.id = block.name;
    out.caption = block.text.in(lang_);
    out.continuation = say("SUMMARY-CONTINUED");
    std::string open;
    for (const auto& column : block.columns) {
      add_column(out, column.id, column.title.in(lang_), column.width, column.type, column.scale, column.key);
      const std::string group = column.group.in(lang_);
      if (group.empty()) {
        out.header.push_back({column.title.in(lang_), {}});
      } else if (group == open) {
        out.header.back().children.push_back({column.title.in(lang_), {}});
      } else {
        out.header.push_back({group, {{column.title.in(lang_), {}}}});
      }
      open = group;
    }
    if (with_sources) {
      add_column(out, "_sources", say("SUMMARY-SOURCES"), kSourcesWidth, form::ColumnType::text, 0, false);
      out.header.push_back({say("SUMMARY-SOURCES"), {}});
    }
    return out;
  }

  static void add_column(document::Table& table, const std::string& id, const std::string& title, int width,
                         form::ColumnType type, int scale, bool key) {
    document::TableColumn one;
    one.id = id;
    one.title = title;
    one.width = width;
    one.type = type;
    one.scale = scale;
    one.key = key;
    table.columns.push_back(std::move(one));
  }

  void add_table(const SummaryBlock& block, Section& out) {
    auto row = query_.run(block, block.query);
    const bool with_sources = row.has("_sources");
    std::vector<document::Row> rows;
    std::string section;
    while (row.next()) {
      if (const std::string now = row.text("_section"); !now.empty() && now != section) {
        section = now;
        document::Row head;
        head.kind = document::Row::Kind::section;
        head.cells.emplace_back();
        head.cells.back().value = now;
        rows.push_back(std::move(head));
      }
      rows.push_back(data_row(block, row, with_sources));
    }
    if (rows.empty()) return add_empty(block, out);
    document::Table table = table_of(block, with_sources);
    table.rows = document::rows_from(std::move(rows));
    out.blocks.emplace_back(std::move(table));
  }

  document::Row data_row(const SummaryBlock& block, const SummaryQuery::Result& row, bool with_sources) {
    document::Row out;
    if (row.text("_total") == "1") out.kind = document::Row::Kind::total;
    for (const auto& column : block.columns) {
      document::Cell cell;
      cell.value = row.value(column.id);
      cell.emphasis = emphasis_from(row.text(column.id + "_emphasis"));
      out.cells.push_back(std::move(cell));
    }
    if (with_sources) out.cells.push_back(query_.sources_cell(row.text("_sources")));
    return out;
  }

  // Row, column and value come as a list; the two other queries say what stands at the sides.
  void add_matrix(const SummaryBlock& block, Section& out) {
    constexpr int kCornerWidth = 34;
    constexpr int kCellWidth = 7;
    document::Table table;
    table.id = block.name;
    table.caption = block.text.in(lang_);
    table.continuation = say("SUMMARY-CONTINUED");
    add_column(table, "row", block.corner.in(lang_), kCornerWidth, form::ColumnType::text, 0, true);
    table.header.push_back({block.corner.in(lang_), {}});
    std::map<std::string, size_t> columns;
    auto heads = query_.run(block, block.columns_query);
    while (heads.next()) {
      columns.emplace(heads.text("id"), table.columns.size());
      add_column(table, heads.text("id"), heads.text("title"), kCellWidth, form::ColumnType::text, 0, false);
      table.header.push_back({heads.text("title"), {}});
    }
    std::vector<document::Row> rows;
    std::map<std::string, size_t> places;
    auto sides = query_.run(block, block.rows_query);
    while (sides.next()) {
      places.emplace(sides.text("id"), rows.size());
      document::Row row;
      row.cells.resize(table.columns.size());
      row.cells[0].value = sides.text("title");
      rows.push_back(std::move(row));
    }
    auto cells = query_.run(block, block.query);
    while (cells.next()) {
      const auto row = places.find(cells.text("row"));
      const auto column = columns.find(cells.text("column"));
      if (row == places.end() || column == columns.end()) continue;
      document::Cell& cell = rows[row->second].cells[column->second];
      cell.link = query_.sources_cell(cells.text("_sources")).link;
      cell.value = cells.value("value");
      cell.emphasis = emphasis_from(cells.text("_emphasis"));
    }
    if (rows.empty() || columns.empty()) return add_empty(block, out);
    table.rows = document::rows_from(std::move(rows));
    out.blocks.emplace_back(std::move(table));
  }

  void add_chart(const SummaryBlock& block, Section& out) {
    document::Chart chart;
    chart.title = block.text.in(lang_);
    using ChartKind = document::Chart::Kind;
    chart.kind = block.chart == "stacked_bar" ? ChartKind::stacked_bar
                 : block.chart == "line"      ? ChartKind::line
                 : block.chart == "tiles"     ? ChartKind::tiles
                                              : ChartKind::bar;
    for (const auto& series : block.series) chart.series.push_back({series.title.in(lang_), {}});
    auto row = query_.run(block, block.query);
    while (row.next()) {
      chart.categories.push_back(row.text(block.category));
      for (size_t i = 0; i < block.series.size(); ++i) chart.series[i].values.push_back(number(block, row, block.series[i].id));
    }
    if (chart.categories.empty()) return add_empty(block, out);
    out.blocks.emplace_back(std::move(chart));
  }

  // A declared decimal is one, shown to its places; any other number of a query is a whole one; NULL is not known.
  static std::optional<Decimal> number(const SummaryBlock& block, const SummaryQuery::Result& row, const std::string& id) {
    const form::Value value = row.value(id);
    const auto* decimal = std::get_if<Decimal>(&value);
    if (decimal == nullptr) return Decimal::parse(form::canonical_text(value));
    int64_t unit = Decimal::kUnit;
    for (const auto& column : block.columns) {
      for (int i = 0; column.id == id && i < column.scale; ++i) unit /= 10;
    }
    const int64_t half = decimal->units() < 0 ? -unit / 2 : unit / 2;
    return Decimal::from_units((decimal->units() + half) / unit * unit);
  }

  Section sources() {
    Section out;
    out.name = say("SUMMARY-SOURCES-SHEET");
    out.landscape = true;
    out.blocks.emplace_back(document::Heading{say("SUMMARY-SOURCES-TITLE"), 2});
    document::Table table;
    table.id = "sources";
    table.continuation = say("SUMMARY-CONTINUED");
    using form::ColumnType;
    const auto column = [&](const char* id, const char* title, int width, ColumnType type) {
      add_column(table, id, say(title), width, type, 0, false);
      table.header.push_back({say(title), {}});
    };
    column("submission", "STATUS-NUMBER", 12, ColumnType::text);
    column("organisation", "STATUS-ORGANISATION", 40, ColumnType::text);
    column("period", "BLANK-PERIOD", 20, ColumnType::text);
    column("received", "STATUS-RECEIVED", 12, ColumnType::date);
    column("revision", "STATUS-REVISION", 10, ColumnType::integer);
    column("timeliness", "STATUS-TIMELINESS", 14, ColumnType::text);
    column("sha256", "RECEIPT-SHA256", 40, ColumnType::text);
    std::vector<document::Row> rows;
    for (const std::string& number : query_.sources()) rows.push_back(source_row(engine_.registry().find(number)));
    table.rows = document::rows_from(std::move(rows));
    out.blocks.emplace_back(std::move(table));
    return out;
  }

  document::Row source_row(const report::Submission& s) {
    document::Row row;
    row.anchor = s.number;
    row.cells.resize(7);
    row.cells[0].value = s.number;
    row.cells[1].value = organisation_title(engine_, s.key.organisation).in(lang_);
    const auto period = calendar::Period::parse(s.key.period);
    if (period) row.cells[2].value = period->name(lang_);
    row.cells[3].value = s.received.date;
    row.cells[4].value = int64_t{s.revision};
    row.cells[5].value = say(timeliness_message(s.timeliness));
    row.cells[6].value = s.sha256;
    return row;
  }

  Engine& engine_;
  const SummaryRequest& request_;
  Lang lang_;
  SummaryQuery query_;
};

// Of the words and figures themselves: the same figures give the same code, whenever they are asked for.
std::string code_of(const document::Document& paper) {
  const std::string hash = sha256_hex(write_document(paper, "json"));
  std::string out;
  for (size_t i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) out += '-';
    out += hash[i] >= 'a' ? static_cast<char>(hash[i] - 32) : hash[i];
  }
  return out;
}

}  // namespace

document::Document make_summary(Engine& engine, const SummaryRequest& request) {
  document::Document out = SummaryBuilder(engine, request).run();
  out.code = code_of(out);
  out.footer += " " + engine.messages().render(Message("SUMMARY-CODE", {{"code", out.code}}), request.lang);
  return out;
}

}  // namespace esep::app
