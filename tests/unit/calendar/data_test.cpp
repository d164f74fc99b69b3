// SPDX-License-Identifier: MIT
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "calendar_fixture.h"
#include "datafile/csv.h"
#include "datafile/message_catalogue.h"
#include "source_folder.h"

using namespace esep;

namespace {

std::string source_of_calendar() {
  std::string text;
  for (const char* name : {"due_rule.cpp", "due_rule_read.cpp", "working_days.cpp", "working_days_csv.cpp"}) {
    text += read_file(source_folder() + "/src/calendar/" + name);
  }
  return text;
}

std::set<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (auto i = std::sregex_iterator(text.begin(), text.end(), regex); i != std::sregex_iterator(); ++i) {
    found.insert((*i)[1]);
  }
  return found;
}

std::string russian_genitive(const std::string& name) {
  static const std::map<std::string, std::string> cities{
      {"город Астана", "города Астаны"}, {"город Алматы", "города Алматы"}, {"город Шымкент", "города Шымкента"}};
  if (const auto city = cities.find(name); city != cities.end()) return city->second;
  if (name.rfind("область ", 0) == 0) return "области " + name.substr(std::string("область ").size());
  return std::regex_replace(name, std::regex("ая область$"), "ой области");
}

}  // namespace

TEST_CASE("every message of the calendar exists in three languages with the same placeholders") {
  const datafile::MessageCatalogue catalogue(datafile::Library::from_folder(source_folder()));
  const std::set<std::string> used = all_matches(source_of_calendar(), "\"((?:DUE|CALENDAR)-[A-Z-]+)\"");
  CHECK(used.size() > 30);
  for (const std::string& key : used) {
    INFO(key);
    const LocalText* text = catalogue.find(key);
    REQUIRE(text != nullptr);
    const auto placeholders = all_matches(text->kk, "\\{([a-z]+)\\}");
    CHECK(placeholders == all_matches(text->ru, "\\{([a-z]+)\\}"));
    CHECK(placeholders == all_matches(text->en, "\\{([a-z]+)\\}"));
  }
}

TEST_CASE("every step of an explanation can be read, whatever the rule") {
  using namespace esep::calendar;
  const datafile::MessageCatalogue catalogue(datafile::Library::from_folder(source_folder()));
  std::vector<DueDate> all{due_for(fixed_day(29, 2), "2025"), due_for(after_period(31, 1), "2025-01"),
                           due_for(after_period(20, 1), "2025-01"), due_for(DueRule(), "2025")};
  for (const Roll roll : {Roll::same_day, Roll::next_working_day, Roll::previous_working_day}) {
    DueRule rule = fixed_day(5, 7, roll);
    all.push_back(due_for(rule, "2025"));
    rule.roll_law = {"норма", "норма права", "rule of law"};
    all.push_back(due_for(rule, "2025"));
    rule.roll_assumed = true;
    all.push_back(due_for(rule, "2025"));
  }
  DueRule first;
  first.kind = DueRule::Kind::first_working_day;
  all.push_back(due_for(first, "2025"));
  for (const auto kind : {DueRule::Kind::working_days_after_event, DueRule::Kind::days_after_event,
                          DueRule::Kind::at_least_working_days}) {
    for (const auto from : {CountFrom::next_day, CountFrom::event_day}) {
      all.push_back(due_from(event_rule(kind, 7, from), "2025-07-01"));
    }
  }
  std::set<std::string> keys;
  for (const DueDate& due : all) {
    for (const auto& step : due.steps) {
      keys.insert(step.text.key);
      for (const Lang lang : {Lang::kk, Lang::ru, Lang::en}) {
        const std::string text = catalogue.render(step.text, lang);
        INFO(step.text.key << ": " << text);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find(step.text.key) == std::string::npos);
      }
    }
  }
  CHECK(keys.size() >= 20);
}

TEST_CASE("organisations: akimats answer for regions, in correct genitive") {
  Diagnostics diagnostics;
  const auto table =
      datafile::read_csv_table("data/organisations.csv", read_file(source_folder() + "/data/organisations.csv"),
                               {"code", "kind", "name_kk", "name_ru", "name_en", "body_kk", "body_ru", "body_en",
                                "abbr_kk", "abbr_ru", "source", "aliases"},
                               {}, diagnostics);
  REQUIRE(diagnostics.empty());
  std::set<std::string> codes;
  int units = 0;
  for (const auto& record : table.records) {
    const auto at = [&](const char* column) { return record.fields.at(static_cast<size_t>(table.column(column))); };
    INFO(at("code"));
    CHECK(codes.insert(at("code")).second);
    CHECK_FALSE(at("source").empty());
    const bool unit = at("kind") == "region" || at("kind") == "capital" || at("kind") == "city_republican";
    units += unit ? 1 : 0;
    CHECK(at("body_kk") == (unit ? at("name_kk") + "ның әкімдігі" : at("name_kk")));
    CHECK(at("body_ru") == (unit ? "Акимат " + russian_genitive(at("name_ru")) : at("name_ru")));
    CHECK(at("body_en") == (unit ? "Akimat of " + at("name_en") : at("name_en")));
  }
  CHECK(units == 20);
  CHECK(table.records.size() == 52);
}
