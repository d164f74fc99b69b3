// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/working_table.h"

/// What must be true of a register, as the documents say it: rules of conduct 3, 4, 5 and 7 (docs/architecture.md),
/// docs/registry.md, docs/review.md, docs/calendar.md, docs/open_budgets.md. Written from these pages, in plain C++ and
/// without a type of the program.
namespace esep::sim {

enum class State { rejected, received, under_review, returned, approved, superseded, withdrawn };
[[nodiscard]] std::string name_of(State state);

/// Of which report a submission is one.
struct Key {
  std::string form;
  std::string organisation;
  std::string subject;
  std::string period;  ///< `YYYY-MM` or `YYYY`

  auto operator<=>(const Key&) const = default;
};

/// One receipt.
struct Receipt {
  Key key;
  int revision = 0;  ///< 0: rejected
  State state = State::rejected;
  State before = State::received;  ///< the state in which a later revision found it
  Day received = 0;
  std::string user;
  std::string bytes;                 ///< which file it was
  std::int64_t money = 0;            ///< sum of its rows, in ten-thousandths
  std::string head;                  ///< the chain's head that the receipt shows
  std::set<std::string> assessed{};  ///< items of the checklist that have an answer
  bool needs_assessment = false;     ///< before it is approved
  bool is_assessed = false;          ///< every item has an answer
  int missing = 0;                   ///< of a composed report: reports that it lacks
};

struct Recommendation {
  int receipt = 0;
  std::string state = "open";  ///< open, answered, closed
};

/// Who stood on which side of one report: rule of conduct 5 counts over all its revisions.
struct Sides {
  std::set<std::string> reporting;
  std::set<std::string> examining;
  std::set<std::string> recommended;
  std::set<std::string> approved;
};

struct Waiver {
  Key key;
  Day until = 0;
};

/// A user of `[users]`: one role, and the bodies for which he acts (empty: all).
struct Person {
  std::string name;
  std::string role;
  std::set<std::string> bodies{};
};

/// Whether the documents allow a deed: empty, or the reason why it must be refused.
using Refusal = std::string;

/// A receipt that an entry names.
struct LostReceipt {
  int number = 0;
  std::string bytes;
};

class Model {
 public:
  std::vector<Person> people;
  std::map<int, Receipt> receipts;  ///< by number: S-000001 is 1
  std::map<int, Recommendation> recommendations;
  std::map<Key, Sides> sides;
  std::map<std::pair<std::string, std::string>, int> locks;  ///< form, period: how often closed and not opened
  std::vector<Waiver> waivers;
  std::map<std::string, std::string> facts;  ///< events, duties done, verdicts: what stands at a place
  std::map<std::string, std::string> hands;  ///< proposal and half: who recorded it
  int entries = 0;                           ///< entries of the history that answered deeds made
  std::map<int, int> attachments;            ///< signature files by receipt
  int last_receipt = 0;                      ///< the highest number given, here or in a register that this one replaced
  int last_recommendation = 0;               ///< the same
  /// Entries about receipts that went with a replaced register, each named anew; a register that holds the receipt
  /// names none.
  std::map<int, LostReceipt> lost_notes;

  /// Whether the role may take the step or right, by the two tables of docs/review.md, for this body (empty: a step
  /// that concerns every body).
  [[nodiscard]] Refusal may(const std::string& user, const std::string& action, const std::string& body) const;

  /// The receipt in force of a report; nothing if none was accepted or all were withdrawn.
  [[nodiscard]] std::optional<int> in_force(const Key& key) const;
  /// The accepted receipt that came first and was not withdrawn: it decides on lateness.
  [[nodiscard]] std::optional<int> deciding(const Key& key) const;
  [[nodiscard]] int next_revision(const Key& key) const;
  /// The receipt that the same bytes get again (rule 4), if there is one.
  [[nodiscard]] std::optional<int> repeated(const Key& key, const std::string& bytes) const;
  [[nodiscard]] bool locked(const Key& key) const;

  [[nodiscard]] Refusal may_submit(const std::string& user, const Key& key) const;
  [[nodiscard]] Refusal may_withdraw(const std::string& user, int number) const;
  /// `open`, `note`, `assess`, `recommend`, `return`, `approve`, `assign`; `reviewer`: who is named by `open` and
  /// `assign`.
  [[nodiscard]] Refusal may_review(const std::string& action, const std::string& user, int number,
                                   const std::string& reviewer) const;
  [[nodiscard]] Refusal may_follow_up(const std::string& action, const std::string& user, int recommendation) const;

  void submitted(int number, const Receipt& receipt);
  void withdrawn(const std::string& user, int number);
  /// The register is replaced by a copy of `copy`: an entry says so, and an entry names each receipt that is lost with
  /// it; no number is given again. `heard`: what was lost could be read. `notes`: the last number of such an entry.
  void restored(const Model& copy, bool heard, int& notes);
  /// How many entries that names.
  [[nodiscard]] int lost_beside(const Model& copy) const { return static_cast<int>(lost(copy).size()); }
  void reviewed(const std::string& action, const std::string& user, int number, const std::string& reviewer);
  void followed_up(const std::string& action, const std::string& user, int recommendation);

  /// What `status` says of a report on a day: on_time, late, missing, due, excused.
  [[nodiscard]] std::string timeliness(const Key& key, Day due, Day today, const WorkingTable& calendar) const;
  /// Sum of the money in the receipts in force of a form and period.
  [[nodiscard]] std::int64_t money(const std::string& form, const std::string& period) const;
  /// What stands at the place of `facts`; "" where nothing does.
  [[nodiscard]] std::string fact(const std::string& place) const;
  /// What contradicts itself in the model: two in force, one person on both sides. Empty: nothing.
  [[nodiscard]] std::string contradiction() const;

 private:
  [[nodiscard]] std::vector<LostReceipt> lost(const Model& copy) const;
  [[nodiscard]] const Person* person(const std::string& name) const;
};

}  // namespace esep::sim
