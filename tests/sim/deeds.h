// SPDX-License-Identifier: MIT
#pragma once

#include "sim/office.h"

/// What the people of the office do: every function of app/ that writes. Each deed chooses its parameters by chance,
/// asks the program and tells the model.
namespace esep::sim {

struct Deed {
  /// The functions of app/ that it asks, as `name` of an Attempt.
  std::vector<std::string> names;
  int weight = 1;
  void (*act)(Office&) = nullptr;
  /// May happen while another deed waits for its turn.
  bool between = false;
};

[[nodiscard]] const std::vector<Deed>& all_deeds();

// What deeds share (deeds.cpp).
/// Mostly one who may take the step, sometimes anybody.
[[nodiscard]] std::string somebody(Office& office, const std::string& action, const std::string& body);
/// `2026-10`, so many months before the office's day.
[[nodiscard]] std::string month_before(Office& office, int months);
[[nodiscard]] Day first_day(const std::string& month);
[[nodiscard]] Day first_day_after(const std::string& month);
/// By the twentieth of the next month; a day off moves it.
[[nodiscard]] Day due_day(const Office& office, const std::string& month);
/// The number of a receipt for which the question holds; 0: there is none.
template <typename Question>
[[nodiscard]] int some_receipt(Office& office, const Question& question) {
  std::vector<int> found;
  for (const auto& [number, receipt] : office.model.receipts) {
    if (question(receipt)) found.push_back(number);
  }
  return found.empty() ? 0 : office.dice().pick(found);
}
[[nodiscard]] std::string submission_number(int number);
[[nodiscard]] inline Refusal refuse_if(bool wrong, const char* why) { return wrong ? Refusal(why) : Refusal(); }

// deeds_reports.cpp
void submit_spending(Office& office);
void submit_grant(Office& office);
void compose_total(Office& office);
void withdraw(Office& office);
// deeds_review.cpp
void open_review(Office& office);
void assign_review(Office& office);
void note(Office& office);
void assess(Office& office);
void recommend(Office& office);
void answer_or_close(Office& office);
void send_back(Office& office);
void approve(Office& office);
// deeds_facts.cpp
void record_event(Office& office);
void record_deed(Office& office);
void lock_or_unlock(Office& office);
void waive(Office& office);
// deeds_proposals.cpp
void import_passport(Office& office);
void import_proposal(Office& office);
void give_verdict(Office& office);
void take_back_proposal(Office& office);
// deeds_papers.cpp
void issue_paper(Office& office);
void dispatch(Office& office);
void return_packet(Office& office);
void remind(Office& office);
void attach(Office& office);
// deeds_upkeep.cpp
void back_up(Office& office);
void restore(Office& office);
void export_all(Office& office);

}  // namespace esep::sim
