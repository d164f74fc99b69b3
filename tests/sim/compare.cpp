// SPDX-License-Identifier: MIT
#include "sim/compare.h"

#include <array>

#include "app/core/status.h"
#include "app/upkeep/doctor.h"
#include "sim/deeds.h"

namespace esep::sim {
namespace {

/// The rows of a query, cells joined by `|`, by the first cell.
std::map<std::string, std::string> rows(Office& office, const std::string& sql) {
  std::map<std::string, std::string> out;
  auto statement = office.look().prepare(sql);
  while (statement.step()) out[statement.text(0)] = statement.text(1);
  return out;
}

void same(const char* what, const std::map<std::string, std::string>& is,
          const std::map<std::string, std::string>& must) {
  for (const auto& [key, value] : must) {
    const auto at = is.find(key);
    if (at == is.end()) throw Wrong(std::string(what) + " " + key + " is lost: " + value);
    if (at->second != value) throw Wrong(std::string(what) + " " + key + " is " + at->second + ", not " + value);
  }
  for (const auto& [key, value] : is) {
    if (!must.contains(key)) throw Wrong(std::string(what) + " " + key + " nobody made: " + value);
  }
}

// By the calendar of the model, for each file by itself.
std::string verdict_of(const Office& office, const Receipt& receipt) {
  if (receipt.revision == 0 || receipt.key.form == kTotal) return "";
  return std::to_string(office.calendar.days_late(due_day(office, receipt.key.period), receipt.received));
}

void compare_receipts(Office& office) {
  std::map<std::string, std::string> must;
  for (const auto& [number, r] : office.model.receipts) {
    must[std::to_string(number)] = r.key.form + "|" + r.key.organisation + "|" + r.key.subject + "|" + r.key.period +
                                   "|" + std::to_string(r.revision) + "|" + name_of(r.state) + "|" +
                                   iso_of(r.received) + "|" + r.user + "|" + verdict_of(office, r);
  }
  same("submission",
       rows(office,
            "SELECT id, form || '|' || organisation || '|' || subject || '|' || period || '|' || revision || '|' || "
            "state || '|' || substr(received, 1, 10) || '|' || user || '|' || iif(revision = 0 OR form = "
            "'spending-total', '', working_days_late) FROM submission"),
       must);
}

void compare_money(Office& office) {
  std::map<std::string, std::string> must;
  for (const auto& [number, r] : office.model.receipts) {
    if (r.revision > 0 && r.key.form != kGrant && (r.money > 0 || r.key.form == kSpending))
      must[std::to_string(number)] = std::to_string(r.money);
  }
  std::map<std::string, std::string> is;
  for (const char* table : {"report.spending.2024-01", "report.spending-total.2024-01"}) {
    if (office.number(std::string("SELECT count(*) FROM sqlite_schema WHERE name = '") + table + "'") == 0) continue;
    is.merge(rows(office, std::string("SELECT _submission, sum(amount) FROM \"") + table + "\" GROUP BY _submission"));
  }
  same("money of submission", is, must);
}

void compare_reviews(Office& office) {
  std::map<std::string, std::string> must;
  for (const auto& [number, one] : office.model.recommendations)
    must[std::to_string(number)] = std::to_string(one.receipt) + " " + one.state;
  same("recommendation", rows(office, "SELECT id, submission || ' ' || state FROM recommendation"), must);
}

void compare_facts(Office& office) {
  std::map<std::string, std::string> locked;
  for (const auto& [place, count] : office.model.locks) {
    if (count > 0) locked[place.first + " " + place.second] = "1";
  }
  same("lock",
       rows(office,
            "SELECT form || ' ' || period, locked FROM lock AS l WHERE locked AND id = (SELECT max(id) FROM lock "
            "WHERE form = l.form AND period = l.period)"),
       locked);
  std::map<std::string, std::string> waived;
  for (const Waiver& one : office.model.waivers)
    waived[one.key.organisation + " " + one.key.period] = iso_of(one.until);
  same("waiver", rows(office, "SELECT organisation || ' ' || period, until FROM waiver ORDER BY id"), waived);
  std::map<std::string, std::string> signatures;
  for (const auto& [number, count] : office.model.attachments)
    signatures[std::to_string(number)] = std::to_string(count);
  same("signatures of", rows(office, "SELECT submission, count(*) FROM attachment GROUP BY submission"), signatures);
}

std::map<std::string, std::string> facts_of(const Model& model, const std::string& prefix) {
  std::map<std::string, std::string> out;
  for (const auto& [place, value] : model.facts) {
    if (place.rfind(prefix, 0) == 0) out[place] = value;
  }
  return out;
}

// What is recorded last at a place counts; a record without a day takes it back.
void compare_records(Office& office) {
  same("event",
       rows(office,
            "SELECT 'event ' || event || ' ' || organisation, date FROM event AS e WHERE date <> '' AND id = "
            "(SELECT max(id) FROM event WHERE event = e.event AND organisation = e.organisation)"),
       facts_of(office.model, "event "));
  same("deed",
       rows(office,
            "SELECT 'done ' || obligation || ' ' || organisation || ' ' || period, date FROM deed AS d WHERE action = "
            "'done' AND date <> '' AND id = (SELECT max(id) FROM deed WHERE obligation = d.obligation AND "
            "organisation = d.organisation AND period = d.period)"),
       facts_of(office.model, "done "));
  same("dispatch",
       rows(office,
            "SELECT 'dispatch ' || period, iif(missing = '0', 'complete', 'incomplete') FROM deed AS d WHERE action = "
            "'dispatch' AND date <> '' AND id = (SELECT max(id) FROM deed WHERE action = 'dispatch' AND period = "
            "d.period)"),
       facts_of(office.model, "dispatch "));
}

void compare_proposals(Office& office) {
  const std::string of = "(SELECT value FROM register_row WHERE register = r.register AND key = r.key AND column_id = ";
  const auto verdict = [&](const char* half, const char* choice, const char* day) {
    return std::string("SELECT '") + half + " ' || key, value || ' ' || " + of + "'" + day +
           "') FROM register_row AS r WHERE register = 'proposals' AND column_id = '" + choice + "' AND value <> ''";
  };
  same("decision", rows(office, verdict("decision", "decision", "decided_on")), facts_of(office.model, "decision "));
  same("answer", rows(office, verdict("answer", "answer", "answered_on")), facts_of(office.model, "answer "));
  same("proposal",
       rows(office,
            "SELECT 'taken ' || key, value FROM register_row WHERE register = 'proposals' AND column_id = "
            "'withdrawn_on' AND value <> ''"),
       facts_of(office.model, "taken "));
}

// Rule of conduct 5, asked of the history itself: nobody stands on both sides of one report.
void compare_sides(Office& office) {
  const std::string key = "s.form || s.organisation || s.subject || s.period";
  const std::string side =
      "SELECT " + key +
      " AS report, h.user AS user FROM history AS h JOIN submission AS s ON s.id = h.submission WHERE h.action IN ";
  const std::string examining = side + "('note','assess','recommend','close','return','approve') UNION SELECT " + key +
                                ", reviewer FROM review JOIN submission AS s ON s.id = review.submission";
  const std::string both = side + "('submit','withdraw','answer') INTERSECT SELECT * FROM (" + examining + ")";
  const auto sql = "SELECT report || ' ' || user FROM (" + both + ") LIMIT 1";
  if (const std::string who = office.text(sql); !who.empty()) throw Wrong("both sides: " + who);
  const auto halves =
      "SELECT report || ' ' || user FROM (" + side + "('recommend') INTERSECT " + side + "('approve')) LIMIT 1";
  if (const std::string who = office.text(halves); !who.empty()) throw Wrong("recommended and approved: " + who);
}

}  // namespace

void compare(Office& office) {
  if (const std::string wrong = office.model.contradiction(); !wrong.empty()) throw Wrong("the model: " + wrong);
  const int64_t entries = office.number("SELECT max(seq) FROM history");
  if (entries != office.model.entries)
    throw Wrong("history has " + std::to_string(entries) + " entries, not " + std::to_string(office.model.entries));
  compare_receipts(office);
  compare_money(office);
  compare_reviews(office);
  compare_facts(office);
  compare_records(office);
  compare_proposals(office);
  compare_sides(office);
}

void compare_status(Office& office, const std::string& month) {
  app::Engine& engine = office.calm_engine();
  report::DutyFilter filter;
  filter.form = kSpending;
  filter.period = calendar::Period::parse(month);
  std::map<std::string, std::string> is;
  for (const auto& row : app::collect_status(engine, filter, office.now().date))
    is[row.duty.key.organisation + " " + month] = std::string(report::timeliness_name(row.timeliness));
  std::map<std::string, std::string> must;
  for (const std::string& body : bodies())
    must[body + " " + month] =
        office.model.timeliness({kSpending, body, "", month}, due_day(office, month), office.today(), office.calendar);
  same("status of", is, must);
}

void examine(Office& office) {
  const auto examination = app::examine_workspace(office.calm_engine());
  if (!examination.damage.empty()) {
    const auto& first = examination.damage.front();
    throw Wrong("doctor: " + first.part + " " + first.place + " " + first.message.key);
  }
  for (const Told& told : office.told) {
    const auto sql = "SELECT submission FROM history WHERE action = 'submit' AND hash = '" + told.head + "'";
    if (office.number(sql) != told.number)
      throw Wrong("the receipt of " + submission_number(told.number) + " proves nothing");
  }
}

}  // namespace esep::sim
