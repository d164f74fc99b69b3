// SPDX-License-Identifier: MIT
#include <algorithm>

#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using calendar::DueRule;
using datafile::TableReader;

// "18:30" → minutes; "24:00" is the end of the day.
int read_cutoff(TableReader& table) {
  const std::string text = table.string_or("cutoff", "24:00");
  if (text == "24:00") return 24 * 60;
  if (const auto time = calendar::LocalTime::parse("2000-01-01T" + text)) return time->minute;
  table.report("cutoff", "TOML-BAD-VALUE",
               Message("TOML-BAD-VALUE", {{"key", "cutoff"}, {"value", text}, {"known", "00:00 … 24:00"}}));
  return 24 * 60;
}

void problem(TableReader& table, std::string_view key, const char* code, const Obligation& obligation) {
  table.report(key, code, Message(code, {{"obligation", obligation.id}}));
}

void read_who(TableReader& table, Obligation& out) {
  WhoReports& who = out.who;
  who.subject_register = table.string_or("subject_register", "");
  who.organisation_kinds = table.strings("organisation_kinds");
  who.organisations = table.strings("organisations");
  who.roadmap_executors = table.boolean_or("roadmap_executors", false);
  const int named = (who.subject_register.empty() ? 0 : 1) + (who.organisation_kinds.empty() ? 0 : 1) +
                    (who.organisations.empty() ? 0 : 1) + (who.roadmap_executors ? 1 : 0);
  if (named != 1) problem(table, "id", "FORM-OBLIGATION-WHO", out);
}

// Days that every report has. An event of such a name would never come, and the duty would wait for it for ever.
void check_event(TableReader& table, const Obligation& out) {
  static const std::vector<std::string> kReserved{"period",      "period_start", "period_end", "received",
                                                  "received_on", "event_day",    "next_day",   "always"};
  if (std::find(kReserved.begin(), kReserved.end(), out.event) == kReserved.end()) return;
  const bool calendar_days = out.due.kind == DueRule::Kind::days_after_event;
  std::string meant;
  if (out.event == "period_start" || out.event == "always") meant = "accept_from";
  if (out.event == "period_end" || out.event == "period")
    meant = calendar_days ? "days_after_period" : "working_days_after_period";
  if (out.event == "event_day" || out.event == "next_day") meant = "count_from";
  table.report("event", "FORM-EVENT-RESERVED",
               Message("FORM-EVENT-RESERVED", {{"obligation", out.id}, {"name", out.event}}), meant);
}

void read_when(TableReader& table, Obligation& out) {
  out.period = read_period(table);
  out.event = table.string_or("event", "");
  check_name(table, "event", out.event);
  const auto due_node = table.optional_node("due");
  if (!due_node) table.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "due"}}));
  if (auto due = table.optional_table("due")) {
    out.due = DueRule::read(*due);
    // Of the acts behind files of an office nobody knows whether they settle the case; only the office can say it.
    const std::string& file = table.node().file();
    const bool shipped = file.starts_with("forms/") || file.starts_with("data/");
    if (!shipped && !due->has("roll_assumed")) out.due.roll_assumed = false;
  }
  const bool counts_from_period = out.due.kind != DueRule::Kind::none && !out.due.needs_event();
  if (out.due.needs_event() && out.event.empty()) {
    problem(table, "due", "FORM-OBLIGATION-EVENT", out);
  } else if (!out.period && (counts_from_period || out.event.empty())) {
    problem(table, counts_from_period ? "due" : "id", "FORM-OBLIGATION-WHEN", out);
  } else if (out.period && !out.event.empty() && !out.due.needs_event() && due_node) {
    problem(table, "event", "FORM-EVENT-UNUSED", out);
  }
  check_event(table, out);
  const std::string accept = table.one_of("accept_from", {"period_end", "period_start", "always"}, "period_end");
  out.accept_from = accept == "always"         ? AcceptFrom::always
                    : accept == "period_start" ? AcceptFrom::period_start
                                               : AcceptFrom::period_end;
  out.cutoff_minute = read_cutoff(table);
  out.done_on = table.string_or("done_on", "");
  out.applies_from = read_date(table, "applies_from").value_or(*calendar::Date::from_ymd(1, 1, 1));
  out.applies_to = read_date(table, "applies_to");
  if (out.applies_to && *out.applies_to < out.applies_from) problem(table, "applies_to", "FORM-OBLIGATION-DATES", out);
}

std::vector<Lang> read_languages(TableReader& table) {
  std::vector<Lang> out;
  for (const std::string& code : table.strings("languages")) {
    if (const auto lang = lang_from_code(code)) {
      out.push_back(*lang);
    } else {
      table.report("languages", "TOML-BAD-VALUE",
                   Message("TOML-BAD-VALUE", {{"key", "languages"}, {"value", code}, {"known", "kk, ru, en"}}));
    }
  }
  return out;
}

Obligation read_obligation(TableReader& table, const std::string& form) {
  Obligation out;
  out.id = table.required_string("id");
  check_name(table, "id", out.id);
  out.form = form.empty() ? table.string_or("form", "") : form;
  out.stage = table.string_or("stage", "");
  check_name(table, "stage", out.stage);
  out.title = required_text(table, "title");
  read_who(table, out);
  read_when(table, out);
  out.recipient.name = read_text(table, "recipient");
  if (out.form.empty()) {
    out.recipient.languages = read_languages(table);
    out.recipient.link = table.boolean_or("link", false);
  }
  out.law = required_text(table, "law");
  table.finish();
  return out;
}

}  // namespace

std::multimap<std::string, Addressee> read_addressees(TableReader& file) {
  std::multimap<std::string, Addressee> out;
  for (auto& table : file.tables("addressee")) {
    const std::string obligation = table.required_string("obligation");
    Addressee one{table.required_string("id"), {}};
    check_name(table, "id", one.id);
    one.title = required_text(table, "title");
    table.finish();
    const auto [first, last] = out.equal_range(obligation);
    const bool again = std::any_of(first, last, [&](const auto& known) { return known.second.id == one.id; });
    if (again) table.report("id", "FORM-ADDRESSEE-TWICE", Message("FORM-ADDRESSEE-TWICE", {{"id", one.id}}));
    out.emplace(obligation, std::move(one));
  }
  return out;
}

std::vector<Obligation> read_obligations(TableReader& file, const std::string& form) {
  std::vector<Obligation> out;
  for (auto& table : file.tables("obligation")) out.push_back(read_obligation(table, form));
  return out;
}

}  // namespace esep::form
