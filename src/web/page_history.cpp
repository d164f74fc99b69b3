// SPDX-License-Identifier: MIT
#include "app/core/action_title.h"
#include "app/core/message_key.h"
#include "app/core/titles.h"
#include "app/query/history_entries.h"
#include "base/remarks.h"
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
  out.since = report::parse_typed_date(query.get("since"));
  out.until = report::parse_typed_date(query.get("until"));
  return out;
}

Markup filter_form(const Visitor& visitor) {
  const http::Fields& query = visitor.request().query;
  Markup fields = input_field({"org", visitor.say("WEB-BODY-CODE"), "", query.get("org")}, "text", "off");
  fields += input_field({"user", visitor.say("LIST-USER"), "", query.get("user")}, "text", "off");
  fields += input_field({"since", visitor.say("WEB-SINCE"), visitor.say("WEB-DATE-HINT"), query.get("since")}, "text");
  fields += input_field({"until", visitor.say("WEB-UNTIL"), visitor.say("WEB-DATE-HINT"), query.get("until")}, "text");
  const Markup form = element("form", {{"method", "get"}, {"action", visitor.address("/history")}},
                              fields + button(visitor.say("WEB-SHOW"), true));
  return details(visitor.say("WEB-FILTER"), form);
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

Markup entry_remarks(const Visitor& visitor, const text::EntryView& entry) {
  std::vector<std::string> out;
  for (const Message& remark : app::entry_remarks(entry)) out.push_back(visitor.say(remark));
  return join_remarks(std::move(out));
}

Markup entries_table(const Visitor& visitor, const std::vector<text::EntryView>& entries) {
  TableBuilder table(visitor.say("WEB-HISTORY"),
                     {"№", visitor.say("LIST-TIME"), visitor.say("LIST-USER"), visitor.say("LIST-ACTION"),
                      visitor.say("STATUS-NUMBER"), visitor.say("LIST-HASH"), visitor.say("LIST-REMARK")});
  table.numbers_in(0);
  const size_t first = entries.size() > kShown ? entries.size() - kShown : 0;
  for (size_t i = entries.size(); i > first; --i) {
    const text::EntryView& one = entries[i - 1];
    const Markup report =
        one.submission.empty() ? Markup() : link(report_address(visitor, one.submission), one.submission);
    table.row({std::to_string(one.seq), one.at, one.user,
               app::action_words(visitor.engine(), one.action, visitor.lang()), report,
               element("code", one.hash.substr(0, 12)), entry_remarks(visitor, one)});
  }
  return table.markup();
}

}  // namespace

http::Response history_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  auto entries = app::history_entries(visitor.engine(), filter_of(visitor.request().query));
  if (visitor.session()->account.rights.bodies) {
    std::erase_if(entries, [&](const text::EntryView& one) {
      return one.submission.empty() ||
             !visitor.acts_for(visitor.engine().registry().find(one.submission).key.organisation);
    });
  }
  Page page{visitor.say("WEB-HISTORY"), chain(visitor) + filter_form(visitor)};
  if (entries.size() > kShown)
    page.body += paragraph(visitor.say(
        Message("WEB-LAST-ENTRIES", {{"shown", std::to_string(kShown)}, {"all", std::to_string(entries.size())}})));
  page.body += entries.empty() ? paragraph(visitor.say("HISTORY-NOTHING")) : entries_table(visitor, entries);
  return page_response(visitor, page);
}

}  // namespace esep::web
