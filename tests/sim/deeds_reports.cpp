// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/paper/compose_report.h"
#include "app/receive/submit.h"
#include "app/review/desk.h"
#include "base/error.h"
#include "sim/deeds.h"

namespace esep::sim {
namespace {

/// A file that somebody hands in.
struct Paper {
  Key key;
  std::string bytes;
  std::string ending;
  bool wrong = false;
  int64_t money = 0;
};

std::string money_text(int64_t ten_thousandths) {
  const std::string cents = std::to_string(ten_thousandths / 100 % 100);
  return std::to_string(ten_thousandths / 10000) + "," + (cents.size() < 2 ? "0" : "") + cents;
}

Paper spending_paper(Office& office, const Key& key) {
  Paper out{key, "item;amount\n", ".csv"};
  Dice& dice = office.dice();
  const uint64_t rows = 1 + dice.below(4);
  const uint64_t mistake = dice.below(20);
  for (uint64_t i = 0; i < rows; ++i) {
    const int64_t amount = static_cast<int64_t>(dice.below(1000000000)) * 100;
    out.money += amount;
    std::string text = money_text(amount);
    if (i == 0 && mistake == 0) text = "көп";
    if (i == 0 && mistake == 1) text = "-" + text;
    if (i == 0 && mistake == 2) text = "";
    out.bytes += "бап " + std::to_string(i) + ";\"" + text + "\"\n";
  }
  out.wrong = mistake <= 2;
  return out;
}

// With the same bytes as one that came before, whatever became of that.
void repeat_sometimes(Office& office, Paper& paper) {
  if (!office.dice().chance(8)) return;
  const int old = some_receipt(office, [&](const Receipt& receipt) { return receipt.key == paper.key; });
  if (old == 0) return;
  const Receipt& receipt = office.model.receipts.at(old);
  paper.bytes = receipt.bytes;
  paper.money = receipt.money;
  paper.wrong = receipt.revision == 0;
}

/// Who hands it in, and since when it lies there.
struct HandIn {
  std::string user;
  calendar::LocalTime received;
};

HandIn hand_in(Office& office, const Key& key) {
  HandIn out{somebody(office, "submit", key.organisation), office.now()};
  // A registrar may enter what lay on his desk.
  if (out.user == "Registrar" && office.dice().chance(30)) {
    const Day since = first_day_after(key.period);
    const Day back = std::max(since, office.today() - static_cast<Day>(office.dice().below(20)));
    if (back < office.today()) out.received = {calendar::Date::from_days(back), 600};
  }
  return out;
}

Refusal refusal_of(const Office& office, const Paper& paper, const HandIn& by) {
  const Model& model = office.model;
  if (by.received.date.days() < first_day_after(paper.key.period)) return "the period is not over";
  if (model.locked(paper.key)) return "the period is locked";
  return model.may_submit(by.user, paper.key);
}

void compare_answer(const Office& office, int number, const registry::Registry::Submitted& got) {
  const Receipt& receipt = office.model.receipts.at(number);
  const auto& s = got.submission;
  const std::string of = "submit_files " + s.number + ": ";
  if (s.number != submission_number(number)) throw Wrong(of + "not number " + std::to_string(number));
  if (s.revision != receipt.revision) throw Wrong(of + "revision " + std::to_string(s.revision));
  if (report::state_name(s.state) != name_of(receipt.state)) throw Wrong(of + std::string(report::state_name(s.state)));
  if (receipt.revision == 0) return;
  const int first = *office.model.deciding(receipt.key);
  const int late =
      office.calendar.days_late(due_day(office, receipt.key.period), office.model.receipts.at(first).received);
  const auto verdict = late == 0 ? report::Timeliness::on_time : report::Timeliness::late;
  if (s.verdict.timeliness != verdict || s.verdict.working_days_late != late)
    throw Wrong(of + "late by " + std::to_string(s.verdict.working_days_late) + ", not " + std::to_string(late));
}

void learn_submission(Office& office, const Paper& paper, const HandIn& by,
                      const std::optional<registry::Registry::Submitted>& got) {
  Model& model = office.model;
  int number = 0;
  if (const auto old = model.repeated(paper.key, paper.bytes)) {
    number = *old;
  } else {
    number = model.last_receipt + 1;
    Receipt receipt;
    receipt.key = paper.key;
    receipt.revision = paper.wrong ? 0 : model.next_revision(paper.key);
    receipt.state = paper.wrong ? State::rejected : State::received;
    receipt.received = by.received.date.days();
    receipt.user = by.user;
    receipt.bytes = paper.bytes;
    receipt.money = paper.money;
    receipt.needs_assessment = paper.key.form == kGrant;
    model.submitted(number, receipt);
  }
  if (!got) return;
  compare_answer(office, number, *got);
  office.told.push_back({number, got->submission.receipt.chain_head});
}

void submit(Office& office, const Paper& paper) {
  const HandIn by = hand_in(office, paper.key);
  const auto file = office.write(paper.ending, paper.bytes);
  const auto got = std::make_shared<std::optional<registry::Registry::Submitted>>();
  const auto ask = [&office, paper, by, file, got](app::Engine& engine) {
    app::Incoming incoming;
    incoming.form = paper.key.form;
    incoming.organisation = paper.key.organisation;
    incoming.subject = paper.key.subject;
    incoming.period = paper.key.period;
    incoming.received = by.received;
    const auto results =
        app::submit_files(engine, {file.string()}, incoming, office.actor(by.user), [](const auto&) {});
    *got = results.at(0).submitted;
    if (!*got) throw Error(Message(results.at(0).findings.back().code, {}));
  };
  const auto learn = [&office, paper, by, got](int entries) {
    const bool repeated = office.model.repeated(paper.key, paper.bytes).has_value();
    if (entries != (repeated ? 0 : 1)) throw Wrong("submit_files made entries: " + std::to_string(entries));
    learn_submission(office, paper, by, *got);
  };
  office.attempt({"submit_files", [&] { return refusal_of(office, paper, by); }, 0, 1, ask, learn});
  std::filesystem::remove(file);
}

std::string grant_bytes(Office& office, const Key& key, bool wrong) {
  std::string compiled = iso_of(first_day_after(key.period));
  if (wrong) compiled = "2029-13-01";
  return R"({"form":"tied-grant-usage","organisation":")" + key.organisation + R"(","subject":")" + key.subject +
         R"(","period":")" + key.period + R"(","nil":true,"fields":{"compiled_on":")" + compiled +
         R"(","executor_name":"Мысалова А. Ү.","executor_phone":"8 7172 00 )" +
         std::to_string(1000 + office.dice().below(9000)) + R"(","head_name":"Үлгібаев Б. С."}})";
}

// The report of a body that stands in the paper on a period: its own, else the last one before. 0: there is none.
int report_on_paper(const Model& model, const std::string& body, const std::string& period) {
  int out = 0;
  std::string last;
  for (const auto& [number, receipt] : model.receipts) {
    const Key& key = receipt.key;
    const bool of_body = key.form == kSpending && key.organisation == body && key.period <= period;
    if (!of_body || key.period < last || model.in_force(key) != number) continue;
    last = key.period;
    out = number;
  }
  return out;
}

// What a composed report holds decides whether it is another one: its rows, and on each page who was returned or is
// excused.
std::string total_of(const Office& office, const std::string& period) {
  const Model& model = office.model;
  std::string out = period;
  for (const std::string& body : bodies()) {
    const Key key{kSpending, body, "", period};
    if (const auto number = model.in_force(key)) {
      out += " " + body + "=" + std::to_string(model.receipts.at(*number).money);
    } else if (model.timeliness(key, due_day(office, period), office.today(), office.calendar) == "excused") {
      out += " " + body + " excused";
    }
    const int number = report_on_paper(model, body, period);
    if (number > 0 && model.receipts.at(number).state == State::returned) out += " returned " + std::to_string(number);
  }
  return out;
}

}  // namespace

void submit_spending(Office& office) {
  const Key key{kSpending, office.dice().pick(bodies()), "",
                month_before(office, static_cast<int>(office.dice().below(4)))};
  if (key.period < "2024-01") return;
  Paper paper = spending_paper(office, key);
  repeat_sometimes(office, paper);
  submit(office, paper);
}

void submit_grant(Office& office) {
  const Grant& grant = office.dice().pick(grants());
  const std::string period = month_before(office, static_cast<int>(office.dice().below(3)));
  if (period < grant.first || period > grant.last) return;
  const Key key{kGrant, grant.body, grant.code, period};
  const bool wrong = office.dice().chance(10);
  Paper paper{key, grant_bytes(office, key, wrong), ".json", wrong};
  repeat_sometimes(office, paper);
  submit(office, paper);
}

void compose_total(Office& office) {
  const Key key{kTotal, kCollector, "", month_before(office, static_cast<int>(office.dice().below(4)))};
  if (key.period < "2024-01") return;
  const std::string user = somebody(office, "submit", key.organisation);
  Model& model = office.model;
  const auto refusal = [&office, &model, key, user]() -> Refusal {
    if (office.today() < first_day_after(key.period)) return "the period is not over";
    if (model.repeated(key, total_of(office, key.period))) return {};
    if (model.locked(key)) return "the period is locked";
    return model.may_submit(user, key);
  };
  const auto ask = [&office, key, user](app::Engine& engine) {
    const auto made =
        app::compose_report(engine, {key.form, "", key.organisation, "", key.period, 1}, office.actor(user));
    if (!made.submission) throw Error(Message(made.findings.at(0).code, {}));
  };
  const auto learn = [&office, &model, key, user](int entries) {
    const bool repeated = model.repeated(key, total_of(office, key.period)).has_value();
    if (entries != (repeated ? 0 : 1)) throw Wrong("compose_report made entries: " + std::to_string(entries));
    if (repeated) return;
    Receipt receipt;
    receipt.key = key;
    receipt.revision = model.next_revision(key);
    receipt.state = State::received;
    receipt.received = office.today();
    receipt.user = user;
    receipt.bytes = total_of(office, key.period);
    receipt.money = model.money(kSpending, key.period);
    for (const std::string& body : bodies()) {
      const Key owed{kSpending, body, "", key.period};
      const auto stands = model.timeliness(owed, due_day(office, key.period), office.today(), office.calendar);
      if (!model.in_force(owed) && stands != "excused") ++receipt.missing;
    }
    model.submitted(model.last_receipt + 1, receipt);
  };
  office.attempt({"compose_report", refusal, 0, 1, ask, learn});
}

void withdraw(Office& office) {
  const int number = some_receipt(office, [](const Receipt&) { return true; });
  if (number == 0) return;
  Model& model = office.model;
  const Key key = model.receipts.at(number).key;
  const std::string user = somebody(office, "withdraw", key.organisation);
  const auto refusal = [&model, key, user, number]() -> Refusal {
    if (model.locked(key)) return "the period is locked";
    return model.may_withdraw(user, number);
  };
  const auto ask = [&office, user, number](app::Engine& engine) {
    app::ReviewDesk(engine).withdraw(submission_number(number), "қате файл", office.actor(user));
  };
  office.attempt({"withdraw", refusal, 1, 1, ask, [&model, user, number](int) { model.withdrawn(user, number); }});
}

}  // namespace esep::sim
