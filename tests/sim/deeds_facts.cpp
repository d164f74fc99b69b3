// SPDX-License-Identifier: MIT
#include <tuple>

#include "app/registers/record_deed.h"
#include "app/registers/record_event.h"
#include "app/upkeep/lock.h"
#include "app/upkeep/waive.h"
#include "base/error.h"
#include "sim/deeds.h"

namespace esep::sim {
namespace {

constexpr const char* kEvent = "audit_results_received";
constexpr const char* kDuty = "open-budgets-citizens-budget";

}  // namespace

void record_event(Office& office) {
  const std::string body = office.dice().pick(bodies());
  const std::string user = somebody(office, "event", body);
  Model& model = office.model;
  const std::string place = std::string("event ") + kEvent + " " + body;
  const bool back = office.dice().chance(model.facts.contains(place) ? 40 : 5);
  report::Event event;
  event.event = kEvent;
  event.key.organisation = body;
  event.date = calendar::Date::from_days(office.today() - static_cast<Day>(office.dice().below(25)));
  const auto refusal = [&model, user, body, place, back]() -> Refusal {
    if (Refusal no = model.may(user, "event", body); !no.empty()) return no;
    return refuse_if(back && !model.facts.contains(place), "nothing is recorded");
  };
  const auto ask = [&office, event, user, back](app::Engine& engine) {
    if (back) app::withdraw_event(engine, event, office.actor(user));
    if (!back) app::record_event(engine, event, office.actor(user));
  };
  const auto learn = [&model, place, event, back](int) {
    if (back) model.facts.erase(place);
    if (!back) model.facts[place] = event.date.iso();
  };
  const auto repeats = [&model, place, event, back] { return !back && model.fact(place) == event.date.iso(); };
  office.attempt({back ? "withdraw_event" : "record_event", refusal, 1, 1, ask, learn, {}, repeats});
}

void record_deed(Office& office) {
  const std::string body = office.dice().pick(bodies());
  const std::string user = somebody(office, "done", body);
  const std::string year = iso_of(office.today()).substr(0, 4);
  if (year < "2025") return;
  Model& model = office.model;
  const std::string place = std::string("done ") + kDuty + " " + body + " " + year;
  app::DeedRequest request;
  request.deed.obligation = kDuty;
  request.deed.key.organisation = body;
  request.deed.key.period = year;
  request.deed.date = calendar::Date::from_days(office.today());
  request.deed.withdrawn = office.dice().chance(25);
  if (office.dice().chance(70)) request.deed.languages = {Lang::kk, Lang::ru};
  const bool back = request.deed.withdrawn;
  const auto refusal = [&model, user, body, place, back]() -> Refusal {
    if (Refusal no = model.may(user, "done", body); !no.empty()) return no;
    return refuse_if(back && !model.facts.contains(place), "nothing is recorded");
  };
  const auto ask = [&office, request, user](app::Engine& engine) {
    (void)app::record_deed(engine, request, office.actor(user));
  };
  const std::string whole = "whole " + place;
  const std::string said = request.deed.date.iso() + (request.deed.languages.empty() ? "" : " kk ru");
  const auto learn = [&model, place, request, whole, said](int) {
    model.facts.erase(place);
    model.facts.erase(whole);
    if (request.deed.withdrawn) return;
    model.facts[place] = request.deed.date.iso();
    model.facts[whole] = said;
  };
  const auto repeats = [&model, back, whole, said] { return !back && model.fact(whole) == said; };
  office.attempt({"record_deed", refusal, 1, 1, ask, learn, {}, repeats});
}

void lock_or_unlock(Office& office) {
  static const std::vector<std::string> kForms{kSpending, kGrant, kTotal};
  std::string form = office.dice().pick(kForms);
  std::string month = month_before(office, 1 + static_cast<int>(office.dice().below(4)));
  Model& model = office.model;
  // Mostly what is closed is opened again.
  for (const auto& [place, count] : model.locks) {
    if (count > 0 && office.dice().chance(50)) std::tie(form, month) = place;
  }
  const bool is_locked = model.locks[{form, month}] > 0;
  const bool opens = office.dice().chance(is_locked ? 80 : 10);
  const std::string user = somebody(office, opens ? "unlock" : "lock", "");
  const auto refusal = [&model, user, form, month, opens]() -> Refusal {
    if (Refusal no = model.may(user, opens ? "unlock" : "lock", ""); !no.empty()) return no;
    const bool closed = model.locks[{form, month}] > 0;
    return refuse_if(closed != opens, opens ? "it is open" : "it is locked already");
  };
  const auto ask = [&office, user, form, month, opens](app::Engine& engine) {
    const auto period = *calendar::Period::parse(month);
    if (opens) app::unlock_period(engine, form, period, "қате", office.actor(user));
    if (!opens) app::lock_period(engine, form, period, "жабылды", office.actor(user));
  };
  office.attempt({opens ? "unlock_period" : "lock_period", refusal, 1, 1, ask, [&model, form, month, opens](int) {
                    model.locks[{form, month}] = opens ? 0 : 1;
                  }});
}

void waive(Office& office) {
  const std::string body = office.dice().pick(bodies());
  const std::string month = month_before(office, static_cast<int>(office.dice().below(4)));
  if (month < "2024-01") return;
  const std::string user = somebody(office, "waive", body);
  Model& model = office.model;
  app::WaiveRequest request;
  request.form = kSpending;
  request.organisation = body;
  request.period = calendar::Period::parse(month);
  request.until = calendar::Date::from_days(office.today() - 5 + static_cast<Day>(office.dice().below(60)));
  request.reason = "су тасқыны";
  request.basis = "№ 7 бұйрық";
  const auto ask = [&office, request, user](app::Engine& engine) {
    (void)app::waive(engine, request, office.actor(user));
  };
  const auto refusal = [&model, &office, user, body, month, request]() -> Refusal {
    if (Refusal no = model.may(user, "waive", body); !no.empty()) return no;
    const bool before = std::any_of(model.waivers.begin(), model.waivers.end(), [&](const auto& one) {
      return one.key == Key{kSpending, body, "", month};
    });
    const Day term = due_day(office, month);
    const bool known = term <= calendar::Date::from_ymd(2027, 12, 31)->days();  // the calendar ends there
    return refuse_if(!before && known && request.until.days() < term, "it ends before the term");
  };
  office.attempt({"waive", refusal, 1, 1, ask, [&model, body, month, request](int) {
                    model.waivers.push_back({{kSpending, body, "", month}, request.until.days()});
                  }});
}

}  // namespace esep::sim
