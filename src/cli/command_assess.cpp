// SPDX-License-Identifier: MIT
#include <iostream>

#include <unistd.h>

#include "app/review.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "datafile/data_invalid.h"
#include "text/review_json.h"

namespace esep::cli {
namespace {

constexpr uint64_t kLongestFile = uint64_t{4} << 20;

std::vector<report::Answer> from_file(const std::string& path) {
  Diagnostics diagnostics;
  auto out = report::read_answers(path, read_file(path, kLongestFile), diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

// An empty line leaves an item open; what was answered so far is kept.
std::vector<report::Answer> ask(Session& session, const report::Checklist& checklist) {
  std::vector<report::Answer> out;
  std::string line;
  session.err() << session.say("ASSESS-ASK") << '\n';
  for (const auto& item : checklist.items) {
    session.err() << '\n' << item.id << ". " << item.question.in(session.lang()) << '\n';
    const std::string& reference = item.reference.in(session.lang());
    if (!reference.empty()) session.err() << "   " << reference << '\n';
    std::optional<report::Conformity> conformity;
    for (;;) {
      session.err() << join(report::conformity_names(), " | ") << " > " << std::flush;
      if (!std::getline(std::cin, line)) return out;
      line = trim(line);
      conformity = report::conformity_from(nearest(line, report::conformity_names()));
      if (conformity || line.empty()) break;
    }
    if (!conformity) continue;
    report::Answer answer{item.id, *conformity, "", {}, ""};
    while (*conformity != report::Conformity::conforms && answer.comment.empty()) {
      session.err() << session.say("ASSESS-COMMENT") << " > " << std::flush;
      if (!std::getline(std::cin, line)) return out;
      answer.comment = trim(line);
    }
    if (!answer.comment.empty()) answer.comment = app::review_text(answer.comment);
    out.push_back(std::move(answer));
  }
  return out;
}

// A file to fill in: every item with its question, answers commented out.
std::string answers_template(Session& session, const report::Checklist& checklist) {
  std::string out = "# " + checklist.title.in(session.lang()) +
                    "\n# answer: " + join(report::conformity_names(), ", ") +
                    "\n\n# [[document]]\n# id = \"d1\"\n# type = \"normative_technical\"  # "
                    "project_technical\n# name = \"\"\n# date = 2026-01-31\n";
  for (const auto& item : checklist.items) {
    out += "\n# " + squeeze_spaces(item.question.in(session.lang())) + "\n";
    const std::string& reference = item.reference.in(session.lang());
    if (!reference.empty()) out += "# (" + squeeze_spaces(reference) + ")\n";
    out += "# [[answer]]\n# item = \"" + item.id +
           "\"\n# answer = \"conforms\"\n# comment = \"\"\n# documents = [\"d1\"]\n";
  }
  return out;
}

int run_assess(Session& session) {
  const Arguments& arguments = session.arguments();
  if (arguments.has("template")) {
    arguments.at_most(0);
    const auto wanted = app::load_checklist(session.engine(), arguments.required("checklist"));
    session.write_output(arguments.has("output") ? arguments.get("output") : "-",
                         answers_template(session, wanted));
    return kOk;
  }
  arguments.at_most(1);
  const std::string number = arguments.positional(0, "SUBMISSION");
  const auto checklist = app::load_checklist(session.engine(), arguments.required("checklist"));
  app::ReviewDesk desk(session.engine());
  std::string name = arguments.get("answers");
  if (name.empty() && ::isatty(STDIN_FILENO) == 0)
    throw Error("ASSESS-NO-ANSWERS", "CLI-SEE-HELP", Error::Kind::usage);
  const auto answers = name.empty() ? ask(session, checklist) : from_file(name);
  const auto findings =
      desk.assess(number, checklist, answers, name.empty() ? checklist.id : name, session.actor());
  if (session.json()) {
    session.out() << text::findings_json(
        findings, [&](const Message& m) { return session.say(m); }, session.lang());
  } else {
    for (const auto& finding : findings) session.print(finding);
  }
  if (report::has_errors(findings)) return kFindings;
  session.tell(Message("ASSESS-DONE", {{"number", session.engine().registry().find(number).number},
                                       {"count", std::to_string(answers.size())},
                                       {"checklist", checklist.title}}));
  return kOk;
}

}  // namespace

Command assess_command() {
  return {"assess",
          "SUBMISSION --checklist CHECKLIST [--answers FILE.toml] | --template --checklist CHECKLIST [-o "
          "FILE.toml]",
          "CMD-ASSESS",
          {{"checklist", '\0', "CHECKLIST", "OPT-CHECKLIST"},
           {"answers", '\0', "FILE", "OPT-ANSWERS"},
           {"template", '\0', "", "OPT-ASSESS-TEMPLATE"},
           {"output", 'o', "FILE", "OPT-OUTPUT"}},
          run_assess};
}

}  // namespace esep::cli
