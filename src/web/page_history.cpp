// SPDX-License-Identifier: MIT
#include "app/core/action_title.h"
#include "app/core/message_key.h"
#include "app/core/names.h"
#include "app/core/titles.h"
#include "app/query/history_entries.h"
#include "base/remarks.h"
#include "base/text.h"
#include "report/read/parse_date.h"
#include "text/upkeep_json.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

constexpr size_t kShown = 200;  // on one page

app::HistoryFilter filter_of(const http::Fields& query) {
  app::HistoryFilter out;
  out.organisation = query.get("org");
  out.form = query.get("form");
  out.user = query.get("user");
  out.since = report::parse_typed_day(query.get("since"));
  out.until = report::parse_typed_day(query.get("until"));
  return out;
}

// The days that are typed, but are none.
std::vector<Mistake> mistakes_of(const Visitor& visitor) {
  std::vector<Mistake> out;
  for (const char* name : {"since", "until"}) {
    const std::string& typed = visitor.request().query.get(name);
    if (!trim(typed).empty() && !report::parse_typed_day(typed)) out.push_back({name, visitor.say("WEB-DATE-NEEDED")});
  }
  return out;
}

Markup filter_form(const Visitor& visitor, const std::vector<Mistake>& mistakes) {
  const http::Fields& query = visitor.request().query;
  const auto day = [&](const char* name, const char* label) {
    return input_field(
        {name, visitor.say(label), visitor.say("WEB-DATE-HINT"), query.get(name), mistake_at(mistakes, name)}, "text");
  };
  Markup fields = input_field({"org", visitor.say("WEB-BODY-CODE"), "", query.get("org")}, "text", "off");
  fields += input_field({"user", visitor.say("LIST-USER"), "", query.get("user")}, "text", "off");
  fields += day("since", "WEB-SINCE") + day("until", "WEB-UNTIL");
  const Markup form = element("form", {{"method", "get"}, {"action", visitor.address("/history")}},
                              fields + button(visitor.say("WEB-SHOW"), true));
  return details(visitor.say("WEB-FILTER"), form, !mistakes.empty());
}

// Whether the chain of the register holds: an auditor sees it on every page.
Markup chain(const Visitor& visitor) {
  const auto damage = app::history_damage(visitor.engine());
  if (damage.empty()) return paragraph(tag(visitor.say("WEB-CHAIN-HOLDS"), Tone::good));
  std::vector<Markup> items;
  for (const auto& one : damage)
    items.push_back(
        visitor.say(Message(app::message_key("DOCTOR-ENTRY-", one.kind_name()), {{"seq", std::to_string(one.seq)}})));
  return paragraph(tag(visitor.say("WEB-CHAIN-BROKEN"), Tone::bad)) + list(items);
}

std::string day_of(const std::string& text) {
  const auto date = calendar::Date::parse_iso(text);
  return date ? date->dotted() : text;
}

// One fact of an entry in words.
std::string fact_words(const Visitor& visitor, const std::string& key, const std::string& value) {
  app::Engine& engine = visitor.engine();
  if (key == "form" && !engine.catalog().editions(value).empty()) return visitor.say(app::form_title(engine, value));
  if (key == "organisation") return visitor.say(app::organisation_title(engine, value));
  if (key == "period") return visitor.say(app::period_title(value));
  return key == "date" || key == "until" ? day_of(value) : value;
}

// What an entry that belongs to no report is about: a period that is locked, a waiver, a dispatch.
std::vector<std::string> facts_of(const Visitor& visitor, const text::EntryView& entry) {
  constexpr std::array<std::pair<std::string_view, const char*>, 10> kSaid = {{{"form", "LIST-FORM"},
                                                                               {"organisation", "STATUS-ORGANISATION"},
                                                                               {"subject", "STATUS-SUBJECT"},
                                                                               {"period", "BLANK-PERIOD"},
                                                                               {"date", "WEB-DATE"},
                                                                               {"until", "WEB-UNTIL"},
                                                                               {"reason", "WEB-REASON"},
                                                                               {"basis", "WEB-BASIS"},
                                                                               {"number", "WEB-LETTER-NUMBER"},
                                                                               {"code", "WEB-VERIFY-CODE"}}};
  std::vector<std::string> out;
  if (!entry.submission.empty()) return out;
  for (const auto& [key, label] : kSaid)
    for (const auto& [name, value] : entry.details)
      if (name == key && !value.empty()) out.push_back(visitor.say(label) + ": " + fact_words(visitor, name, value));
  return out;
}

Markup entry_remarks(const Visitor& visitor, const text::EntryView& entry) {
  std::vector<std::string> out = facts_of(visitor, entry);
  for (const Message& remark : app::entry_remarks(entry)) out.push_back(visitor.say(remark));
  return join_remarks(std::move(out));
}

std::string time_of(const std::string& at) {
  const auto parsed = calendar::LocalTime::parse(at);
  return parsed ? parsed->dotted() : at;
}

Markup entries_table(const Visitor& visitor, const std::vector<text::EntryView>& entries) {
  TableBuilder table(visitor.say("WEB-HISTORY"),
                     {"№", visitor.say("LIST-TIME"), visitor.say("LIST-USER"), visitor.say("LIST-ACTION"),
                      visitor.say("STATUS-NUMBER"), visitor.say("LIST-HASH"), visitor.say("LIST-REMARK")});
  table.numbers_in(0);
  const accounts::AccountNames& names = visitor.engine().account_names();
  const size_t first = entries.size() > kShown ? entries.size() - kShown : 0;
  for (size_t i = entries.size(); i > first; --i) {
    const text::EntryView& one = entries[i - 1];
    const Markup report =
        one.submission.empty() ? Markup() : link(report_address(visitor, one.submission), one.submission);
    table.row({std::to_string(one.seq), time_of(one.at), names.with_login(one.user),
               app::action_title(visitor.engine(), one.action, visitor.lang()), report,
               element("code", one.hash.substr(0, 12)), entry_remarks(visitor, one)});
  }
  return table.markup();
}

}  // namespace

http::Response history_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  if (const auto mistakes = mistakes_of(visitor); !mistakes.empty())
    return page_response(visitor, {visitor.say("WEB-HISTORY"), filter_form(visitor, mistakes), 422, mistakes});
  auto entries = app::history_entries(visitor.engine(), filter_of(visitor.request().query));
  if (visitor.session()->account.rights.bodies) {
    std::erase_if(entries, [&](const text::EntryView& one) {
      return one.submission.empty() ||
             !visitor.acts_for(visitor.engine().registry().find(one.submission).key.organisation);
    });
  }
  Page page{visitor.say("WEB-HISTORY"), chain(visitor) + filter_form(visitor, {})};
  if (entries.size() > kShown)
    page.body += paragraph(visitor.say(
        Message("WEB-LAST-ENTRIES", {{"shown", std::to_string(kShown)}, {"all", std::to_string(entries.size())}})));
  page.body += entries.empty() ? paragraph(visitor.say("HISTORY-NOTHING")) : entries_table(visitor, entries);
  return page_response(visitor, page);
}

}  // namespace esep::web
