// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "form/read/shared_readers.h"
#include "form/roadmap.h"

namespace esep::form {
namespace {

using datafile::TableReader;

calendar::Date required_date(TableReader& table, std::string_view key) {
  if (!table.has(key)) {
    table.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", std::string(key)}}));
  }
  return read_date(table, key).value_or(calendar::Date{});
}

std::vector<calendar::Date> read_dates(TableReader& table, std::string_view key) {
  std::vector<calendar::Date> out;
  const auto node = table.optional_node(key);
  bool good = node && node->kind() == datafile::Kind::array && !node->items().empty();
  if (good) {
    for (const auto& item : node->items()) {
      const auto date = calendar::Date::parse_iso(item.date().value_or(item.string().value_or("")));
      good = good && date.has_value();
      if (date) out.push_back(*date);
    }
  }
  if (!good) {
    table.report(key, "TOML-WRONG-TYPE",
                 Message("TOML-WRONG-TYPE", {{"key", std::string(key)}, {"wanted", "[2024-12-31]"}}));
  }
  return out;
}

// The last date is the term; the tables for queries rely on the order.
void check_order(TableReader& table, std::string_view key, calendar::Date before, calendar::Date after) {
  constexpr calendar::Date kUnread{};
  if (before == kUnread || after == kUnread || before <= after) return;
  table.report(key, "ROADMAP-DATES", Message("ROADMAP-DATES", {{"date", after.dotted()}, {"before", before.dotted()}}));
}

Indicator::Target read_target(TableReader& table) {
  Indicator::Target out;
  if (!table.has("year"))
    table.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", std::string("year")}}));
  out.year = read_number(table, "year", 2000, 1991, 2199);
  const std::string text = table.required_string("value");
  if (const auto value = Decimal::parse(text)) {
    out.value = *value;
  } else if (!text.empty()) {
    table.report("value", "ROADMAP-VALUE", Message("ROADMAP-VALUE", {{"value", text}}));
  }
  table.finish();
  return out;
}

std::optional<RoadmapObjects> read_objects(TableReader& measure) {
  auto table = measure.optional_table("objects");
  if (!table) return std::nullopt;
  RoadmapObjects out;
  out.kind = table->required_string("kind");
  constexpr int kMost = 100'000;
  out.count = read_number(*table, "count", 0, 1, kMost);
  out.public_private = read_number(*table, "public_private", 0, 0, out.count > 0 ? out.count : kMost);
  out.completed_by = table->one_of("completed_by", {"commissioned", "designed"});
  table->finish();
  return out;
}

class RoadmapReader {
 public:
  RoadmapReader(TableReader& file, Roadmap& out) : file_(file), out_(out) {}

  void run() {
    head();
    for (auto& table : file_.tables("abbreviation")) abbreviation(table);
    for (auto& table : file_.tables("section")) {
      RoadmapSection one{table.required_string("number"), words(table, "title")};
      refuse_twice(table, "number", one.number, out_.sections, &RoadmapSection::number);
      table.finish();
      out_.sections.push_back(std::move(one));
    }
    for (auto& table : file_.tables("object_kind")) {
      RoadmapObjectKind one{read_id(table), words(table, "title")};
      refuse_twice(table, "id", one.id, out_.object_kinds, &RoadmapObjectKind::id);
      table.finish();
      out_.object_kinds.push_back(std::move(one));
    }
    for (auto& table : file_.tables("measure")) measure(table);
    for (auto& table : file_.tables("indicator")) indicator(table);
    for (auto& table : file_.tables("successor")) {
      Successor one{table.required_string("organisation"), table.required_string("successor"),
                    required_date(table, "from"), required_text(table, "act")};
      refuse_twice(table, "organisation", one.organisation, out_.successors, &Successor::organisation);
      table.finish();
      out_.successors.push_back(std::move(one));
    }
    file_.finish();
  }

 private:
  // Wordings: the file names their provenance, and papers print all of them alike.
  LocalText words(TableReader& table, std::string_view key) { return required_wording(table, key, fallback_).text; }

  template <typename Item>
  void refuse_twice(TableReader& table, std::string_view key, const std::string& name, const std::vector<Item>& before,
                    std::string Item::*member) {
    if (std::none_of(before.begin(), before.end(), [&](const Item& item) { return item.*member == name; })) return;
    table.report(key, "FORM-DUPLICATE-ID", Message("FORM-DUPLICATE-ID", {{"name", name}}));
  }

  void head() {
    fallback_ = read_default_provenance(file_);
    out_.title = words(file_, "title");
    out_.law = words(file_, "law");
    RoadmapReports& reports = out_.reports;
    reports.law = read_wording(file_, "report_law", fallback_).text;
    if (reports.law.empty()) reports.law = out_.law;
    out_.from = required_date(file_, "from");
    out_.to = required_date(file_, "to");
    check_order(file_, "to", out_.from, out_.to);
    reports.form = file_.required_string("report_form");
    reports.coordinator = file_.required_string("coordinator");
    reports.addressee = words(file_, "addressee");
    for (const Wording& note : read_wordings(file_, "notes", fallback_)) out_.notes.push_back(note.text);
  }

  void abbreviation(TableReader& table) {
    RoadmapAbbreviation one;
    one.id = table.required_string("id");
    one.printed = table.required_string("kk");
    one.text = words(table, "text");
    one.organisations = table.strings("organisations");
    refuse_twice(table, "id", one.id, out_.abbreviations, &RoadmapAbbreviation::id);
    table.finish();
    out_.abbreviations.push_back(std::move(one));
  }

  void measure(TableReader& table) {
    Measure one;
    one.number = table.required_string("number");
    one.section = table.required_string("section");
    one.title = words(table, "title");
    one.completion = words(table, "completion");
    one.term = words(table, "term");
    one.executors_text = words(table, "executors_text");
    one.starts = required_date(table, "starts");
    one.due = read_dates(table, "due");
    one.executors = table.strings("executors");
    one.by_agreement = table.strings("by_agreement");
    one.regions = table.strings("regions");
    one.document = table.required_string("document");
    one.objects = read_objects(table);
    one.note = read_text(table, "note");
    check(table, one);
    table.finish();
    out_.measures.push_back(std::move(one));
  }

  void check(TableReader& table, const Measure& one) {
    std::vector<std::string> known;
    for (const auto& a : out_.abbreviations) known.push_back(a.id);
    for (const std::string& id : one.executors) {
      if (out_.abbreviation(id) == nullptr) {
        table.report("executors", "ROADMAP-EXECUTOR", Message("ROADMAP-EXECUTOR", {{"name", id}}), nearest(id, known));
      }
    }
    for (const std::string& id : one.by_agreement) {
      if (std::find(one.executors.begin(), one.executors.end(), id) == one.executors.end()) {
        table.report("by_agreement", "ROADMAP-AGREEMENT", Message("ROADMAP-AGREEMENT", {{"name", id}}),
                     nearest(id, one.executors));
      }
    }
    calendar::Date before = one.starts;
    for (const calendar::Date due : one.due) {
      check_order(table, "due", before, due);
      before = due;
    }
    const bool has_section = std::any_of(out_.sections.begin(), out_.sections.end(),
                                         [&](const RoadmapSection& s) { return s.number == one.section; });
    if (!has_section) table.report("section", "ROADMAP-SECTION", Message("ROADMAP-SECTION", {{"name", one.section}}));
    check_kind(table, one);
    refuse_twice(table, "number", one.number, out_.measures, &Measure::number);
  }

  void check_kind(TableReader& table, const Measure& one) {
    if (!one.objects) return;
    std::vector<std::string> known;
    for (const auto& kind : out_.object_kinds) known.push_back(kind.id);
    if (std::find(known.begin(), known.end(), one.objects->kind) != known.end()) return;
    table.report("objects", "ROADMAP-OBJECT-KIND", Message("ROADMAP-OBJECT-KIND", {{"name", one.objects->kind}}),
                 nearest(one.objects->kind, known));
  }

  void indicator(TableReader& table) {
    Indicator one;
    one.id = read_id(table);
    refuse_twice(table, "id", one.id, out_.indicators, &Indicator::id);
    one.title = words(table, "title");
    one.unit = table.required_string("unit");
    if (auto baseline = table.optional_table("baseline")) one.baseline = read_target(*baseline);
    for (auto& target : table.tables("targets")) one.targets.push_back(read_target(target));
    table.finish();
    out_.indicators.push_back(std::move(one));
  }

  TableReader& file_;
  Roadmap& out_;
  DefaultProvenance fallback_;
};

}  // namespace

Roadmap read_roadmap(const datafile::LibraryFile& source, Diagnostics& diagnostics) {
  Roadmap out;
  out.file = source.origin;
  const auto parsed = datafile::File::parse(source.origin, source.text, diagnostics);
  if (!parsed) return out;
  TableReader file(parsed->root(), diagnostics);
  out.id = file.required_string("roadmap");
  check_name(file, "roadmap", out.id);
  if (!out.id.empty() && source.path != fmt::format("data/roadmaps/{}.toml", out.id)) {
    file.report("roadmap", "FORM-FILE-NAME",
                Message("FORM-FILE-NAME", {{"name", out.id + ".toml"}, {"pattern", "<roadmap>.toml"}}));
  }
  RoadmapReader(file, out).run();
  return out;
}

}  // namespace esep::form
