// SPDX-License-Identifier: MIT
#include "sim/deeds.h"

namespace esep::sim {

const std::vector<Deed>& all_deeds() {
  static const std::vector<Deed> kDeeds{
      {{"submit_files"}, 30, submit_spending, true},
      {{"submit_files"}, 8, submit_grant, true},
      {{"compose_report"}, 4, compose_total, true},
      {{"withdraw"}, 4, withdraw, true},
      {{"open"}, 14, open_review, true},
      {{"assign"}, 3, assign_review, true},
      {{"note"}, 6, note, true},
      {{"assess"}, 6, assess, true},
      {{"recommend"}, 6, recommend, true},
      {{"answer", "close"}, 8, answer_or_close, true},
      {{"send_back"}, 4, send_back, true},
      {{"approve"}, 10, approve, true},
      {{"record_event", "withdraw_event"}, 3, record_event, true},
      {{"record_deed"}, 3, record_deed, true},
      {{"lock_period", "unlock_period"}, 3, lock_or_unlock, true},
      {{"waive"}, 3, waive, true},
      {{"import_register"}, 3, import_passport},
      {{"import_register"}, 6, import_proposal},
      {{"give_verdict"}, 8, give_verdict, true},
      {{"withdraw_proposal", "keep_proposal"}, 3, take_back_proposal, true},
      {{"issue_paper"}, 4, issue_paper},
      {{"record_dispatch"}, 3, dispatch},
      {{"write_return_packet"}, 1, return_packet},
      {{"remind"}, 1, remind},
      {{"attach"}, 2, attach},
      {{"back_up"}, 1, back_up},
      {{"restore"}, 1, restore},
      {{"export_all"}, 1, export_all},
  };
  return kDeeds;
}

std::string somebody(Office& office, const std::string& action, const std::string& body) {
  std::vector<std::string> may;
  std::vector<std::string> all{"Stranger"};
  for (const Person& person : office.model.people) {
    all.push_back(person.name);
    if (office.model.may(person.name, action, body).empty()) may.push_back(person.name);
  }
  return may.empty() || office.dice().chance(15) ? office.dice().pick(all) : office.dice().pick(may);
}

std::string month_before(Office& office, int months) {
  const std::string today = iso_of(office.today());
  const int all = std::stoi(today.substr(0, 4)) * 12 + std::stoi(today.substr(5, 2)) - 1 - months;
  const int month = all % 12 + 1;
  return std::to_string(all / 12) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

Day first_day(const std::string& month) { return day_of(month + "-01"); }

Day first_day_after(const std::string& month) {
  const Day later = first_day(month) + 31;
  return day_of(iso_of(later).substr(0, 8) + "01");
}

Day due_day(const Office& office, const std::string& month) {
  return office.calendar.working_on_or_after(first_day_after(month) + 19);
}

std::string submission_number(int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
  return "S-" + digits;
}

}  // namespace esep::sim
