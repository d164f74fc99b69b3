// SPDX-License-Identifier: MIT
#include "app/summary_sources.h"

#include "app/papers.h"

namespace esep::app {
namespace {

class Sources {
 public:
  Sources(Engine& engine, Lang lang) : engine_(engine), lang_(lang) {}

  document::Section run(const std::set<std::string>& numbers) {
    using form::ColumnType;
    document::Section out;
    out.name = say("SUMMARY-SOURCES-SHEET");
    out.landscape = true;
    out.blocks.emplace_back(document::Heading{say("SUMMARY-SOURCES-TITLE"), 2});
    table_.id = "sources";
    table_.continuation = say("SUMMARY-CONTINUED");
    column("submission", "STATUS-NUMBER", 10, ColumnType::text);
    column("organisation", "STATUS-ORGANISATION", 36, ColumnType::text);
    column("period", "BLANK-PERIOD", 18, ColumnType::text);
    column("received", "STATUS-RECEIVED", 11, ColumnType::date);
    column("revision", "STATUS-REVISION", 9, ColumnType::integer);
    column("timeliness", "STATUS-TIMELINESS", 13, ColumnType::text);
    column("sha256", "RECEIPT-SHA256", 100, ColumnType::text);
    std::vector<document::Row> rows;
    for (const std::string& number : numbers) rows.push_back(row(engine_.registry().find(number)));
    table_.rows = document::rows_from(std::move(rows));
    out.blocks.emplace_back(std::move(table_));
    return out;
  }

 private:
  std::string say(const Message& message) { return engine_.messages().render(message, lang_); }

  void column(const char* id, const char* title, int width, form::ColumnType type) {
    document::TableColumn one;
    one.id = id;
    one.title = say(title);
    one.width = width;
    one.type = type;
    table_.header.push_back({one.title, {}});
    table_.columns.push_back(std::move(one));
  }

  document::Row row(const report::Submission& s) {
    document::Row out;
    out.anchor = s.number;
    out.cells.resize(table_.columns.size());
    out.cells[0].value = s.number;
    out.cells[1].value = organisation_title(engine_, s.key.organisation).in(lang_);
    if (const auto period = calendar::Period::parse(s.key.period)) out.cells[2].value = period->name(lang_);
    out.cells[3].value = s.received.date;
    out.cells[4].value = int64_t{s.revision};
    out.cells[5].value = say(verdict_message(s));
    out.cells[6].value = s.sha256;
    return out;
  }

  Engine& engine_;
  Lang lang_;
  document::Table table_;
};

}  // namespace

document::Section summary_sources(Engine& engine, const std::set<std::string>& numbers, Lang lang) {
  return Sources(engine, lang).run(numbers);
}

}  // namespace esep::app
