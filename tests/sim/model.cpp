// SPDX-License-Identifier: MIT
#include "sim/model.h"

#include <algorithm>
#include <string_view>

namespace esep::sim {
namespace {

/// The two tables of docs/review.md: who may take which step. a agency, g registrar, r reviewer, p approver, o operator
/// of the portal, b administrator of a budget programme, q operator of circles, c coordinator, u administrator of
/// accounts.
const std::map<std::string, std::string> kWho{
    {"submit", "agbqc"}, {"withdraw", "agbqc"}, {"open", "grp"},         {"assign", "gp"},      {"note", "rp"},
    {"assess", "r"},     {"recommend", "r"},    {"answer", "agbqc"},     {"close", "rp"},       {"return", "rp"},
    {"approve", "p"},    {"import", "g"},       {"event", "agbq"},       {"decide", "go"},      {"verdict", "agpb"},
    {"waive", "p"},      {"lock", "gp"},        {"unlock", "p"},         {"attach", "agrpcbq"}, {"dispatch", "gpc"},
    {"done", "agbqc"},   {"restore", "pu"},     {"export_personal", "p"}};

const std::map<std::string, char> kLetter{
    {"agency", 'a'},         {"registrar", 'g'},       {"reviewer", 'r'},
    {"approver", 'p'},       {"portal_operator", 'o'}, {"programme_administrator", 'b'},
    {"queue_operator", 'q'}, {"coordinator", 'c'},     {"account_admin", 'u'}};

/// In which states the first table of docs/review.md allows a step of a review.
const std::map<std::string, std::set<State>> kFrom{
    {"open", {State::received}},
    {"assign", {State::under_review}},
    {"note", {State::under_review}},
    {"assess", {State::under_review}},
    {"recommend", {State::under_review, State::returned, State::approved}},
    {"return", {State::under_review}},
    {"approve", {State::under_review}}};

bool accepted(const Receipt& receipt) { return receipt.revision > 0; }

bool counts(const Receipt& receipt) {
  return accepted(receipt) && receipt.state != State::withdrawn && receipt.state != State::superseded;
}

}  // namespace

std::string name_of(State state) {
  switch (state) {
    case State::rejected:
      return "rejected";
    case State::received:
      return "received";
    case State::under_review:
      return "under_review";
    case State::returned:
      return "returned";
    case State::approved:
      return "approved";
    case State::superseded:
      return "superseded";
    case State::withdrawn:
      return "withdrawn";
  }
  return {};
}

const Person* Model::person(const std::string& name) const {
  const auto found = std::find_if(people.begin(), people.end(), [&](const Person& p) { return p.name == name; });
  return found == people.end() ? nullptr : &*found;
}

Refusal Model::may(const std::string& user, const std::string& action, const std::string& body) const {
  const Person* who = person(user);
  if (who == nullptr) {
    return "a name that is not listed may only read";
  }
  const auto letter = kLetter.find(who->role);
  if (letter == kLetter.end() || kWho.at(action).find(letter->second) == std::string::npos) {
    return "the role does not take this step";
  }
  if (!who->bodies.empty() && !who->bodies.contains(body)) {
    return "another body";
  }
  return {};
}

std::optional<int> Model::in_force(const Key& key) const {
  for (const auto& [number, receipt] : receipts) {
    if (receipt.key == key && counts(receipt)) {
      return number;
    }
  }
  return std::nullopt;
}

std::optional<int> Model::deciding(const Key& key) const {
  std::optional<int> first;
  for (const auto& [number, receipt] : receipts) {
    if (receipt.key != key || !accepted(receipt) || receipt.state == State::withdrawn) {
      continue;
    }
    if (!first || receipt.received < receipts.at(*first).received) {
      first = number;
    }
  }
  return first;
}

int Model::next_revision(const Key& key) const {
  return 1 + static_cast<int>(std::count_if(receipts.begin(), receipts.end(),
                                            [&](const auto& r) { return r.second.key == key && accepted(r.second); }));
}

std::optional<int> Model::repeated(const Key& key, const std::string& bytes) const {
  const std::optional<int> now = in_force(key);
  return now.has_value() && receipts.at(*now).bytes == bytes ? now : std::nullopt;
}

bool Model::locked(const Key& key) const {
  const auto found = locks.find({key.form, key.period});
  return found != locks.end() && found->second > 0;
}

Refusal Model::may_submit(const std::string& user, const Key& key) const {
  if (Refusal no = may(user, "submit", key.organisation); !no.empty()) {
    return no;
  }
  const auto found = sides.find(key);
  if (found != sides.end() && found->second.examining.contains(user)) {
    return "who examined does not submit";
  }
  return {};
}

Refusal Model::may_withdraw(const std::string& user, int number) const {
  const Receipt& receipt = receipts.at(number);
  if (Refusal no = may(user, "withdraw", receipt.key.organisation); !no.empty()) {
    return no;
  }
  if (receipt.state == State::rejected || receipt.state == State::withdrawn) {
    return "nothing to withdraw";
  }
  const auto found = sides.find(receipt.key);
  if (found != sides.end() && found->second.examining.contains(user)) {
    return "who examined does not withdraw";
  }
  return {};
}

Refusal Model::may_review(const std::string& action, const std::string& user, int number,
                          const std::string& reviewer) const {
  const Receipt& receipt = receipts.at(number);
  if (Refusal no = may(user, action, receipt.key.organisation); !no.empty()) {
    return no;
  }
  if (!kFrom.at(action).contains(receipt.state)) {
    return "not in this state";
  }
  const auto found = sides.find(receipt.key);
  const Sides side = found == sides.end() ? Sides{} : found->second;
  const bool names = action == "open" || action == "assign";
  if (names && !may(reviewer, "note", receipt.key.organisation).empty()) {
    return "the one who is named may not review";
  }
  if (side.reporting.contains(names ? reviewer : user)) {
    return "who submitted does not review";
  }
  if (action == "recommend" && side.approved.contains(user)) {
    return "who approved does not recommend";
  }
  if (action == "approve" && receipt.needs_assessment && !receipt.is_assessed) {
    return "not every item is assessed";
  }
  if (action == "approve" && side.recommended.contains(user)) {
    return "who recommended does not approve";
  }
  return {};
}

Refusal Model::may_follow_up(const std::string& action, const std::string& user, int recommendation) const {
  const Recommendation& it = recommendations.at(recommendation);
  const Receipt& receipt = receipts.at(it.receipt);
  if (Refusal no = may(user, action, receipt.key.organisation); !no.empty()) {
    return no;
  }
  if (it.state == "closed") {
    return "it is closed";
  }
  const Sides& side = sides.at(receipt.key);
  if (action == "answer" && side.examining.contains(user)) {
    return "who examined does not answer";
  }
  if (action == "close" && side.reporting.contains(user)) {
    return "who reported does not close";
  }
  return {};
}

void Model::submitted(int number, const Receipt& receipt) {
  if (accepted(receipt)) {
    if (const std::optional<int> old = in_force(receipt.key)) {
      receipts.at(*old).before = receipts.at(*old).state;
      receipts.at(*old).state = State::superseded;
    }
  }
  receipts.emplace(number, receipt);
  last_receipt = std::max(last_receipt, number);
  sides[receipt.key].reporting.insert(receipt.user);
  ++entries;
}

void Model::withdrawn(const std::string& user, int number) {
  Receipt& receipt = receipts.at(number);
  const bool was_in_force = counts(receipt);
  receipt.state = State::withdrawn;
  sides[receipt.key].reporting.insert(user);
  ++entries;
  if (!was_in_force) {
    return;
  }
  for (auto it = receipts.rbegin(); it != receipts.rend(); ++it) {
    if (it->second.key == receipt.key && it->second.state == State::superseded) {
      it->second.state = it->second.before;
      return;
    }
  }
}

std::vector<LostReceipt> Model::lost(const Model& copy) const {
  std::vector<LostReceipt> out;
  for (const auto& [number, receipt] : receipts) {
    if (copy.receipts.count(number) == 0) out.push_back({number, receipt.bytes});
  }
  for (const auto& [note, named] : lost_notes) {
    const auto held = copy.receipts.find(named.number);
    const bool is_there = held != copy.receipts.end() && held->second.bytes == named.bytes;
    if (copy.lost_notes.count(note) == 0 && !is_there) out.push_back(named);
  }
  return out;
}

void Model::restored(const Model& copy, bool heard, int& notes) {
  const Model replaced = *this;
  *this = copy;
  ++entries;
  if (!heard) {
    return;
  }
  last_receipt = std::max(last_receipt, replaced.last_receipt);
  last_recommendation = std::max(last_recommendation, replaced.last_recommendation);
  for (const LostReceipt& one : replaced.lost(copy)) {
    lost_notes.emplace(++notes, one);
    ++entries;
  }
}

void Model::reviewed(const std::string& action, const std::string& user, int number, const std::string& reviewer) {
  Receipt& receipt = receipts.at(number);
  Sides& side = sides[receipt.key];
  side.examining.insert(action == "open" || action == "assign" ? reviewer : user);
  if (action == "open") {
    receipt.state = State::under_review;
  }
  if (action == "return") {
    receipt.state = State::returned;
  }
  if (action == "approve") {
    receipt.state = State::approved;
    side.approved.insert(user);
  }
  if (action == "recommend") {
    side.recommended.insert(user);
    recommendations[++last_recommendation] = {number};
  }
  ++entries;
}

void Model::followed_up(const std::string& action, const std::string& user, int recommendation) {
  Recommendation& it = recommendations.at(recommendation);
  it.state = action == "answer" ? "answered" : "closed";
  Sides& side = sides[receipts.at(it.receipt).key];
  (action == "answer" ? side.reporting : side.examining).insert(user);
  ++entries;
}

std::string Model::timeliness(const Key& key, Day due, Day today, const WorkingTable& calendar) const {
  if (const std::optional<int> first = deciding(key)) {
    return calendar.days_late(due, receipts.at(*first).received) == 0 ? "on_time" : "late";
  }
  const auto last = std::find_if(waivers.rbegin(), waivers.rend(), [&](const Waiver& w) { return w.key == key; });
  if (last != waivers.rend() && today <= last->until) {
    return "excused";
  }
  return today <= due ? "due" : "missing";
}

std::int64_t Model::money(const std::string& form, const std::string& period) const {
  std::int64_t sum = 0;
  for (const auto& [number, receipt] : receipts) {
    if (receipt.key.form == form && receipt.key.period == period && counts(receipt)) {
      sum += receipt.money;
    }
  }
  return sum;
}

std::string Model::fact(const std::string& place) const {
  const auto found = facts.find(place);
  return found == facts.end() ? "" : found->second;
}

std::string Model::contradiction() const {
  std::set<Key> seen;
  for (const auto& [number, receipt] : receipts) {
    if (counts(receipt) && !seen.insert(receipt.key).second) {
      return "two in force: " + std::to_string(number);
    }
  }
  for (const auto& [key, side] : sides) {
    for (const std::string& user : side.reporting) {
      if (side.examining.contains(user)) {
        return user + " is on both sides of " + key.period;
      }
    }
    for (const std::string& user : side.recommended) {
      if (side.approved.contains(user)) {
        return user + " recommended and approved " + key.period;
      }
    }
  }
  return {};
}

}  // namespace esep::sim
