// SPDX-License-Identifier: MIT
#include <iostream>

#include <unistd.h>

#include "app/paper/output.h"
#include "app/review/answers_file.h"
#include "app/review/checklists.h"
#include "app/review/desk.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/print_findings.h"
#include "text/review_json.h"

namespace esep::cli {
namespace {

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
      if (line.empty() || (conformity && report::may_answer(item, *conformity))) break;
    }
    if (!conformity) continue;
    report::Answer answer{item.id, *conformity, "", {}, ""};
    while (*conformity != report::Conformity::conforms && answer.comment.empty()) {
      session.err() << session.say("ASSESS-COMMENT") << " > " << std::flush;
      if (!std::getline(std::cin, line)) return out;
      answer.comment = trim(line);
    }
    out.push_back(std::move(answer));
  }
  return out;
}

// Blank, or with a submission's answers so far.
int write_template(Session& session, const report::Checklist& checklist) {
  const Arguments& arguments = session.arguments();
  const std::string ending = fold_case(std::filesystem::path(arguments.get("output")).extension().string());
  const std::string name = arguments.has("to") ? output_format(arguments) : ending.empty() ? "toml" : ending.substr(1);
  const auto format = report::output_format_from(name);
  if (format != report::OutputFormat::xlsx && format != report::OutputFormat::toml) {
    throw Error(Message("ASSESS-FORMAT", {{"format", name}}), "CLI-SEE-HELP", Error::Kind::usage);
  }
  const app::IsOwnKind is_own_kind = format == report::OutputFormat::toml ? app::is_answers_file : app::IsOwnKind();
  const std::string target = arguments.has("output") ? output_place(arguments, is_own_kind) : "-";
  std::vector<report::Answer> known;
  if (!arguments.positional().empty()) {
    known = app::ReviewDesk(session.engine()).answers(arguments.positional()[0], checklist.id);
  }
  const std::string bytes =
      format == report::OutputFormat::toml
          ? app::answers_template(checklist, session.lang())
          : app::write_document(session.engine(),
                                app::make_questionnaire(session.engine(), checklist, known, session.paper_lang()),
                                report::OutputFormat::xlsx)
                .bytes;
  session.write_output(target, bytes);
  if (target != "-") session.tell(Message("RENDER-DONE", {{"file", target}}));
  return kOk;
}

// `file`: where the answers were read.
int print_answers(Session& session, report::Findings findings, const std::string& file) {
  for (auto& finding : findings) {
    if (finding.file.empty()) finding.file = file;
  }
  print_findings(session, findings);
  return report::has_errors(findings) ? kFindings : kOk;
}

int run_assess(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const auto checklist = app::load_checklist(session.engine(), arguments.required("checklist"));
  if (arguments.has("template") || arguments.has("to")) return write_template(session, checklist);
  const std::string number = arguments.positional(0, "SUBMISSION");
  app::ReviewDesk desk(session.engine());
  const std::string name = arguments.get("answers");
  if (name.empty() && ::isatty(STDIN_FILENO) == 0) throw Error("ASSESS-NO-ANSWERS", "CLI-SEE-HELP", Error::Kind::usage);
  app::Questionnaire said;
  if (name.empty()) {
    said.file = checklist.id;
    said.answers = ask(session, checklist);
  } else {
    said = app::read_answers_file(session.engine(), checklist, name);
  }
  if (const int code = print_answers(session, desk.assess(number, checklist, said, session.actor()), said.file);
      code != kOk)
    return code;
  session.tell(Message("ASSESS-DONE", {{"number", session.registry().find(number).number},
                                       {"count", std::to_string(said.answers.size())},
                                       {"checklist", checklist.title}}));
  return kOk;
}

}  // namespace

Command assess_command() {
  return {"assess",
          "SUBMISSION --checklist CHECKLIST [--answers FILE.xlsx|FILE.toml] | [SUBMISSION] --checklist CHECKLIST --to "
          "xlsx|toml [-o FILE]",
          "CMD-ASSESS",
          {{"checklist", '\0', "CHECKLIST", "OPT-CHECKLIST"},
           {"answers", '\0', "FILE", "OPT-ANSWERS"},
           {"to", '\0', "xlsx|toml", "OPT-ASSESS-TO"},
           {"template", '\0', "", "OPT-ASSESS-TEMPLATE"},
           output_option(),
           force_option()},
          run_assess,
          {"esep assess S-000001 --checklist unified-requirements --to xlsx -o questions.xlsx",
           "esep assess S-000001 --checklist unified-requirements --answers questions.xlsx"}};
}

}  // namespace esep::cli
