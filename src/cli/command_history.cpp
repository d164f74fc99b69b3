// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "cli/commands.h"
#include "cli/incoming.h"
#include "registry/numbers.h"
#include "registry/record_details.h"
#include "text/upkeep_json.h"

namespace esep::cli {
namespace {

using registry::HistoryEntry;

// What entries are asked for; an entry about a submission counts as its organisation's and its form's.
class Filter {
 public:
  explicit Filter(Session& session) {
    const Arguments& arguments = session.arguments();
    facts_ = {{"organisation", arguments.get("org")}, {"form", arguments.get("form")}};
    user_ = arguments.get("user");
    action_ = arguments.get("action");
    since_ = date_option(arguments, "since");
    until_ = date_option(arguments, "until");
    if (facts_["organisation"].empty() && facts_["form"].empty()) return;
    for (const auto& submission : session.engine().registry().submissions({}))
      keys_.emplace(submission.id, submission.key);
  }

  [[nodiscard]] bool lets_through(const HistoryEntry& entry) const {
    const std::string day = entry.at.substr(0, 10);
    if ((since_ && day < since_->iso()) || (until_ && day > until_->iso())) return false;
    if ((!user_.empty() && entry.user != user_) || (!action_.empty() && entry.action != action_)) return false;
    return about("organisation", entry) && about("form", entry);
  }

 private:
  [[nodiscard]] bool about(const std::string& fact, const HistoryEntry& entry) const {
    const std::string& wanted = facts_.at(fact);
    if (wanted.empty()) return true;
    if (entry.submission) {
      const auto at = keys_.find(*entry.submission);
      if (at != keys_.end()) return (fact == "form" ? at->second.form : at->second.organisation) == wanted;
    }
    const auto details = registry::read_details(entry.details);
    return std::find(details.begin(), details.end(), std::pair(fact, wanted)) != details.end();
  }

  std::map<std::string, std::string> facts_;
  std::string user_;
  std::string action_;
  std::optional<calendar::Date> since_;
  std::optional<calendar::Date> until_;
  std::map<int64_t, report::ReportKey> keys_;
};

std::string number_of(const HistoryEntry& entry) {
  return entry.submission ? registry::number_of(registry::Numbered::submission, *entry.submission) : "";
}

int run_history(Session& session) {
  session.arguments().at_most(0);
  auto history = session.engine().registry().history();
  const Filter filter(session);
  std::vector<text::EntryView> views;
  for (const auto& entry : history.entries()) {
    if (!filter.lets_through(entry)) continue;
    if (session.json()) {
      views.push_back({entry.seq, entry.at, entry.user, entry.action, number_of(entry),
                       registry::read_details(entry.details), entry.hash});
    } else {
      session.out() << entry.seq << '\t' << entry.at << '\t' << entry.user << '\t' << entry.action << '\t'
                    << entry.hash.substr(0, 12) << '\t' << number_of(entry) << '\n';
    }
  }
  if (session.json()) session.out() << text::history_json(views);
  const auto damage = history.verify();
  for (const auto& one : damage) {
    session.err() << session.say(Message("HISTORY-DAMAGE", {{"seq", std::to_string(one.seq)}, {"what", one.what}}))
                  << '\n';
  }
  return damage.empty() ? kOk : kFindings;
}

}  // namespace

Command history_command() {
  return {"history",
          "[--org ORG] [--form FORM] [--since DATE] [--until DATE] [--user USER] [--action ACTION]",
          "CMD-HISTORY",
          {{"org", '\0', "ORG", "OPT-ORG"},
           {"form", '\0', "FORM", "OPT-FORM"},
           {"since", '\0', "DATE", "OPT-SINCE"},
           {"until", '\0', "DATE", "OPT-HISTORY-UNTIL"},
           {"user", '\0', "USER", "OPT-HISTORY-USER"},
           {"action", '\0', "ACTION", "OPT-ACTION"}},
          run_history};
}

}  // namespace esep::cli
