// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "cli/commands.h"
#include "cli/print_findings.h"
#include "cli/queue_verbs.h"
#include "cli/value_options.h"

namespace esep::cli {

calendar::Instant queue_time(Session& session) {
  const auto at = instant_option(session.arguments(), "at");
  return at ? *at : session.instant();
}

void print_remark(Session& session, const std::optional<queue::Remark>& remark) {
  const bool refused = remark && remark->severity == Severity::error;
  report::Findings findings;
  if (remark) findings.push_back(report::Finding::of(remark->message).in("queue").as(remark->severity));
  if (refused) return print_findings(session, findings);
  for (const auto& finding : findings) session.print(finding);
}

namespace {

struct QueueVerb {
  std::string name;
  std::set<std::string> options;  // that it has a use for
  int (*run)(Session&);
};

const std::vector<QueueVerb>& queue_verbs() {
  static const std::vector<QueueVerb> kVerbs{
      {"apply", {"queue", "circle", "child", "child-name", "guardian", "guardian-name", "priority", "at"}, queue_apply},
      {"withdraw", {"at"}, queue_deed},
      {"annul", {"at", "reason"}, queue_deed},
      {"confirm", {"at"}, queue_deed},
      {"vacate", {"at", "places", "vacated", "queue"}, queue_deed},
      {"contract", {"at"}, queue_deed},
      {"recall", {"at", "reason"}, queue_deed},
      {"stop", {"at", "reason", "act", "region"}, queue_deed},
      {"resume", {"at", "reason", "act", "region"}, queue_deed},
      {"fund", {"at", "operator", "year", "amount", "act"}, queue_deed},
      {"run", {"queue", "day"}, queue_run},
      {"position", {"at", "explain", "secret"}, queue_position},
      {"list", {"at", "public"}, queue_list},
      {"vouchers", {"at", "state"}, queue_vouchers},
      {"runs", {}, queue_runs},
      {"replay", {"until"}, queue_replay},
      {"audit", {"queue"}, queue_audit}};
  return kVerbs;
}

std::vector<Option> queue_options() {
  return {{"queue", '\0', "QUEUE", "OPT-QUEUE"},
          {"circle", '\0', "CIRCLE", "OPT-QUEUE-CIRCLE"},
          {"child", '\0', "IIN", "OPT-QUEUE-CHILD"},
          {"child-name", '\0', "NAME", "OPT-QUEUE-CHILD-NAME"},
          {"guardian", '\0', "IIN", "OPT-QUEUE-GUARDIAN"},
          {"guardian-name", '\0', "NAME", "OPT-QUEUE-GUARDIAN-NAME"},
          {"priority", '\0', "CLASS", "OPT-QUEUE-PRIORITY"},
          {"at", '\0', "TIME", "OPT-QUEUE-AT"},
          {"reason", '\0', "TEXT", "OPT-REASON"},
          {"act", '\0', "TEXT", "OPT-QUEUE-ACT"},
          {"region", '\0', "REGION", "OPT-QUEUE-REGION"},
          {"places", '\0', "NUMBER", "OPT-QUEUE-PLACES"},
          {"vacated", '\0', "DATE", "OPT-QUEUE-VACATED"},
          {"operator", '\0', "ORG", "OPT-QUEUE-OPERATOR"},
          {"year", '\0', "YEAR", "OPT-QUEUE-YEAR"},
          {"amount", '\0', "TENGE", "OPT-QUEUE-AMOUNT"},
          {"day", '\0', "DATE", "OPT-QUEUE-DAY"},
          {"explain", '\0', "", "OPT-QUEUE-EXPLAIN"},
          {"secret", '\0', "WORD", "OPT-QUEUE-SECRET"},
          {"public", '\0', "", "OPT-QUEUE-PUBLIC"},
          {"state", '\0', "STATE", "OPT-QUEUE-STATE"},
          {"until", '\0', "TIME", "OPT-QUEUE-UNTIL"}};
}

int run_queue_command(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(2);
  const std::string& name = arguments.positional(0, "VERB");
  const auto& verbs = queue_verbs();
  const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const QueueVerb& one) { return one.name == name; });
  std::vector<std::string> known;
  for (const QueueVerb& one : verbs) known.push_back(one.name);
  if (verb == verbs.end()) refuse_value("queue", name, known);
  for (const Option& option : queue_options()) {
    if (verb->options.contains(option.name)) continue;
    const auto user = std::find_if(verbs.begin(), verbs.end(),
                                   [&](const QueueVerb& one) { return one.options.contains(option.name); });
    arguments.refuse({option.name}, "queue " + user->name);
  }
  if (name != "audit") session.engine().require_workspace();  // it needs no more than the files
  return verb->run(session);
}

}  // namespace

Command queue_command() {
  return {"queue",
          "VERB [CIRCLE|APPLICATION|VOUCHER|FOLDER] [--at TIME]",
          "CMD-QUEUE",
          queue_options(),
          run_queue_command,
          {"esep queue apply --circle C-001 --child 150101500011 --child-name \"…\" --guardian 850101300018 "
           "--guardian-name \"…\" --at 2026-08-03T09:15:22.123456",
           "esep queue vacate C-001 --places 2 --vacated 01.08.2026",
           "esep queue fund --operator KZ-75 --year 2026 --amount 12000000 --act \"…\"",
           "esep queue run --day 03.08.2026", "esep queue position A-0000001 --explain",
           "esep queue vouchers --state valid", "esep queue replay", "esep queue audit FOLDER"}};
}

}  // namespace esep::cli
