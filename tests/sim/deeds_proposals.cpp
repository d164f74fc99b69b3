// SPDX-License-Identifier: MIT
#include "app/registers/decide.h"
#include "app/registers/import_register.h"
#include "base/error.h"
#include "sim/deeds.h"

/// The public discussion of passports (docs/open_budgets.md). A passport is posted on the day of its import and a
/// proposal comes on the day of its own, while the discussion of ten working days lasts.
namespace esep::sim {
namespace {

constexpr const char* kOwner = "dsm";
const Day kDiscussionRules = day_of(2025, 5, 3);  // Order № 176-НҚ: in_force of the shipped form

std::string dotted(Day day) {
  const std::string iso = iso_of(day);
  return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

std::string at(const Model& model, const std::string& place) {
  const auto found = model.facts.find(place);
  return found == model.facts.end() ? "" : found->second;
}

std::string numbered(const char* prefix, size_t n) { return prefix + std::to_string(n); }

/// Codes of the register that the model knows.
std::vector<std::string> codes(const Model& model, const std::string& prefix) {
  std::vector<std::string> out;
  for (const auto& [place, value] : model.facts) {
    if (place.rfind(prefix, 0) == 0) out.push_back(place.substr(prefix.size()));
  }
  return out;
}

void import(Office& office, const std::string& id, const std::string& csv, const std::string& place) {
  const std::string user = somebody(office, "import", kOwner);
  Model& model = office.model;
  const auto file = office.write(".csv", csv);
  const auto ask = [&office, id, file, user](app::Engine& engine) {
    const auto result = app::import_register(engine, id, file, office.actor(user));
    if (!result.done) throw Error(Message(result.findings.at(0).code, {}));
  };
  const std::string today = iso_of(office.today());
  office.attempt({"import_register", [&model, user] { return model.may(user, "import", kOwner); }, 1, 2, ask,
                  [&model, place, today](int) { model.facts[place] = today; }});
}

}  // namespace

void import_passport(Office& office) {
  if (office.calendar.working_days_after(office.today(), 12) > day_of(kLastYear, 12, 31)) return;
  const std::string code = numbered("BP-", codes(office.model, "passport ").size() + 1);
  const std::string year = iso_of(office.today()).substr(0, 4);
  import(office, "passports",
         "code;organisation;title_kk;title_ru;budget_kind;administrator_code;programme_code;programme_kk;programme_ru;"
         "starts_on;ends_on;programme_head;posted_on\n" +
             code + ";dsm;Паспорт " + code + ";Паспорт " + code +
             ";Республикалық бюджет;226;091;Бағдарлама;Программа;01.01." + year + ";31.12." + year +
             ";Үлгібаев Б. М.;" + dotted(office.today()) + "\n",
         "passport " + code);
}

void import_proposal(Office& office) {
  const auto passports = codes(office.model, "passport ");
  if (passports.empty()) return;
  // Mostly the one that was posted last: its discussion may still last.
  const std::string passport =
      office.dice().chance(70) ? numbered("BP-", passports.size()) : office.dice().pick(passports);
  const Day posted = day_of(at(office.model, "passport " + passport));
  const Day today = office.today();
  if (today < posted || today > office.calendar.working_days_after(posted, 10)) return;
  const std::string code = numbered("U-", codes(office.model, "proposal ").size() + 1);
  // Before the order came into force no rule ended a discussion.
  const bool has_end = posted >= kDiscussionRules;
  office.model.facts["discussed until " + code] =
      has_end ? iso_of(office.calendar.working_days_after(posted, 10)) : "9999-12-31";
  import(office, "proposals",
         "code;passport;author_kind;proposal;posted_on\n" + code + ";" + passport + ";Жеке тұлға;Көбірек жазыңыз.;" +
             dotted(today) + "\n",
         "proposal " + code);
}

void give_verdict(Office& office) {
  const auto proposals = codes(office.model, "proposal ");
  if (proposals.empty()) return;
  const std::string code = office.dice().pick(proposals);
  const bool decides = office.dice().chance(50);
  const std::string action = decides ? "decide" : "verdict";
  const std::string user = somebody(office, action, kOwner);
  Model& model = office.model;
  app::Verdict verdict;
  verdict.kind = decides ? app::VerdictKind::decision : app::VerdictKind::answer;
  verdict.key = code;
  verdict.accepted = office.dice().chance(70);
  verdict.reason = "негіз";
  verdict.date = calendar::Date::from_days(office.today());
  if (decides && !verdict.accepted) verdict.ground = "spam";
  const std::string half = decides ? "decision " : "answer ";
  const std::string other = decides ? "answer " : "decision ";
  const auto refusal = [&model, user, action, code, half, other, decides, verdict]() -> Refusal {
    if (Refusal no = model.may(user, action, kOwner); !no.empty()) return no;
    // What is taken back after the discussion stays in it.
    const std::string taken = at(model, "taken " + code);
    if (!taken.empty() && taken <= at(model, "discussed until " + code)) return "its author took it back";
    if (model.hands[other + code] == user) return "one person does not decide and answer";
    if (model.facts.contains(half + code)) return "it is given already";
    const std::string decision = at(model, "decision " + code);
    if (verdict.date.iso() < at(model, "proposal " + code)) return "before the proposal";
    if (decides) return {};
    if (decision.rfind("accepted", 0) != 0) return "only what the operator approved is answered";
    return refuse_if(verdict.date.iso() < decision.substr(9), "before the decision");
  };
  const auto ask = [&office, verdict, user](app::Engine& engine) {
    (void)app::give_verdict(engine, verdict, office.actor(user));
  };
  const auto learn = [&model, half, code, verdict, user](int) {
    model.facts[half + code] = (verdict.accepted ? "accepted " : "refused ") + verdict.date.iso();
    model.hands[half + code] = user;
  };
  office.attempt({"give_verdict", refusal, 1, 2, ask, learn});
}

void take_back_proposal(Office& office) {
  const auto proposals = codes(office.model, "proposal ");
  if (proposals.empty()) return;
  const std::string code = office.dice().pick(proposals);
  const bool keeps = office.dice().chance(50);
  const std::string user = somebody(office, "decide", kOwner);
  Model& model = office.model;
  const auto date = calendar::Date::from_days(office.today());
  const auto refusal = [&model, user, code, keeps, date]() -> Refusal {
    if (Refusal no = model.may(user, "decide", kOwner); !no.empty()) return no;
    if (!keeps && date.iso() < at(model, "proposal " + code)) return "before the proposal";
    const bool taken = model.facts.contains("taken " + code);
    return refuse_if(taken != keeps, keeps ? "it was not taken back" : "it was taken back already");
  };
  const auto ask = [&office, user, code, keeps, date](app::Engine& engine) {
    if (keeps) app::keep_proposal(engine, code, "қате", office.actor(user));
    if (!keeps) app::withdraw_proposal(engine, code, date, office.actor(user));
  };
  const auto learn = [&model, code, keeps, date](int) {
    if (keeps) model.facts.erase("taken " + code);
    if (!keeps) model.facts["taken " + code] = date.iso();
  };
  office.attempt({keeps ? "keep_proposal" : "withdraw_proposal", refusal, 1, 2, ask, learn});
}

}  // namespace esep::sim
