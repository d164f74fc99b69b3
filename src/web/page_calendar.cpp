// SPDX-License-Identifier: MIT
#include "app/core/titles.h"
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

constexpr int kMonths = 12;

const char* kind_key(calendar::DayKind kind) {
  switch (kind) {
    case calendar::DayKind::public_holiday:
      return "WEB-DAY-HOLIDAY";
    case calendar::DayKind::observed:
      return "WEB-DAY-OBSERVED";
    case calendar::DayKind::weekend_moved_off:
      return "WEB-DAY-MOVED-OFF";
    case calendar::DayKind::working_weekend:
      return "WEB-DAY-WORKING";
  }
  return "WEB-DAY-HOLIDAY";
}

// The year asked for, if the calendar has it; else this one, or the last that it has.
int year_of(const Visitor& visitor) {
  const calendar::WorkingDays& days = visitor.engine().calendar();
  const auto asked = calendar::Date::parse_iso(visitor.request().query.get("year") + "-01-01");
  if (asked && days.covers(asked->year())) return asked->year();
  return std::clamp(visitor.today().year(), days.first_year(), days.last_year());
}

Markup months(const Visitor& visitor, int year) {
  const calendar::WorkingDays& days = visitor.engine().calendar();
  TableBuilder table(visitor.say(Message("WEB-WORKING-DAYS-OF", {{"year", std::to_string(year)}})),
                     {visitor.say("BLANK-PERIOD"), visitor.say("WEB-WORKING-DAYS")});
  table.numbers_in(1);
  for (unsigned month = 1; month <= kMonths; ++month) {
    const auto first = *calendar::Date::from_ymd(year, month, 1);
    const int before = days.is_working(first) ? 1 : 0;
    table.row({visitor.say(app::period_title(first.iso().substr(0, 7))),
               std::to_string(before + days.count_working(first, first.end_of_month()))});
  }
  return table.markup();
}

Markup exceptional_days(const Visitor& visitor, int year) {
  TableBuilder table(
      visitor.say(Message("WEB-EXCEPTIONAL-DAYS-OF", {{"year", std::to_string(year)}})),
      {visitor.say("WEB-DATE"), visitor.say("WEB-DAY-KIND"), visitor.say("WEB-DAY-NAME"), visitor.say("WEB-DAY-ACT")});
  const auto end = *calendar::Date::from_ymd(year, kMonths, 31);
  for (auto day = *calendar::Date::from_ymd(year, 1, 1); day <= end; day = day.plus_days(1)) {
    const calendar::ExceptionalDay* one = visitor.engine().calendar().exception(day);
    if (one == nullptr) continue;
    table.row({day.dotted(), visitor.say(kind_key(one->kind)), visitor.say(one->name), visitor.say(one->act)});
  }
  return table.markup();
}

}  // namespace

http::Response calendar_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const calendar::WorkingDays& days = visitor.engine().calendar();
  const int year = year_of(visitor);
  std::vector<Markup> years;
  for (int other = days.first_year(); other <= days.last_year(); ++other)
    years.push_back(element("a",
                            {{"href", visitor.address("/calendar") + "?year=" + std::to_string(other)},
                             given_if(other == year, {"aria-current", "true"})},
                            std::to_string(other)));
  Page page{visitor.say("WEB-CALENDAR"), paragraph(visitor.say("WEB-CALENDAR-INTRO"))};
  page.body += element("nav", {{"aria-label", visitor.say("WEB-YEARS")}}, list(years));
  if (days.is_computed(*calendar::Date::from_ymd(year, 1, 1))) page.body += paragraph(visitor.say("DUE-COMPUTED-SOME"));
  page.body += months(visitor, year) + exceptional_days(visitor, year);
  return page_response(visitor, page);
}

}  // namespace esep::web
