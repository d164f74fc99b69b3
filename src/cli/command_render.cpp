// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/known_keys.h"
#include "app/core/titles.h"
#include "app/paper/find_report.h"
#include "app/paper/queue_paper.h"
#include "app/paper/receipt.h"
#include "app/paper/report_paper.h"
#include "app/paper/return_packet.h"
#include "app/review/recommendation_letter.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/queue_verbs.h"
#include "cli/report_options.h"
#include "cli/value_options.h"
#include "report/read/parse_date.h"

namespace esep::cli {
namespace {

// A paper of a number must not be another one than the words beside the number say.
void require_same(Session& session, const report::ReportKey& key) {
  const Arguments& arguments = session.arguments();
  const std::string& form = arguments.positional(0, "FORM");
  const auto differ = [&](const report::ReportKey& other) {
    app::Engine& engine = session.engine();
    throw Error(Message("RENDER-OTHER", {{"number", arguments.positional()[1]},
                                         {"asked", app::report_words(engine, other)},
                                         {"is", app::report_words(engine, key)}}),
                "CLI-SEE-HELP", Error::Kind::usage);
  };
  const report::ReportKey asked = report_key(session, key.form);
  if (form != "receipt" && form != "recommendations" && form != key.form) differ(report_key(session, form));
  for (const auto member : {&report::ReportKey::organisation, &report::ReportKey::subject, &report::ReportKey::period,
                            &report::ReportKey::stage}) {
    if (!(asked.*member).empty() && asked.*member != key.*member) differ(asked);
  }
}

// `render receipt S-000001`, `render FORM S-000001`, or `render FORM --org … --period …`; nullopt where the data of a
// report that is composed now are wrong.
std::optional<report::Submission> wanted(Session& session) {
  const Arguments& arguments = session.arguments();
  if (arguments.positional().size() > 1) {
    auto named = app::find_named(session.engine(), arguments.positional()[1]);
    require_same(session, named.key);
    return named;
  }
  const report::ReportKey key = report_key(session, arguments.positional(0, "FORM"));
  auto found = app::find_report(session.engine(), key, session.actor());
  for (const auto& finding : found.findings) session.print(finding);
  return std::move(found.submission);
}

const std::vector<std::string>& papers_of_reports() {
  static const std::vector<std::string> kPapers{"receipt", "recommendations", "return", "run", "voucher", "position"};
  return kPapers;
}

// `render status`: another command makes that paper.
void require_paper(Session& session, const std::string& word) {
  std::vector<std::string> known = papers_of_reports();
  if (std::find(known.begin(), known.end(), word) != known.end()) return;
  const auto& catalog = session.engine().catalog();
  if (!catalog.editions(word).empty()) return;
  const auto& all = commands();
  if (std::any_of(all.begin(), all.end(), [&](const Command& one) { return one.name == word; }))
    throw Error(Message("FORM-UNKNOWN", {{"form", word}}), Message("CLI-COMMAND-MEANT", {{"command", word}}));
  const std::vector<std::string> forms = catalog.form_ids();
  known.insert(known.end(), forms.begin(), forms.end());
  throw Error(Message("RENDER-UNKNOWN", {{"word", word}, {"papers", join(papers_of_reports(), "|")}}),
              did_you_mean(word, known));
}

// Two files in a folder.
int write_return(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.require_positional(1, "SUBMISSION");
  app::ReturnPacketRequest request;
  request.format = app::require_format(arguments.required("to"));
  request.lang = session.paper_lang();
  request.folder = arguments.required("output");
  request.overwrite = arguments.has("force");
  if (request.folder == "-") throw Error("RETURN-FOLDER", "CLI-SEE-HELP", Error::Kind::usage);
  const auto submission = app::find_named(session.engine(), arguments.positional()[1]);
  const auto packet = app::write_return_packet(session.engine(), submission, request, session.actor());
  session.warn_of_substitutes(packet.substituted);
  for (const auto& file : {packet.letter, packet.workbook})
    session.tell(Message("RENDER-DONE", {{"file", file.string()}}));
  return kOk;
}

// `run DAY`, `voucher V-…`, `position A-…`; false: another paper is asked for.
bool write_queue_paper(Session& session) {
  const Arguments& arguments = session.arguments();
  const std::string& word = arguments.positional(0, "FORM");
  if (word != "run" && word != "voucher" && word != "position") return false;
  const bool of_run = word == "run";
  const std::string& of = arguments.positional(1, of_run ? "DATE" : word == "voucher" ? "VOUCHER" : "APPLICATION");
  arguments.refuse({"org", "subject", "period", "stage", "occurrence"}, "render FORM");
  if (!of_run) arguments.refuse({"queue"}, "render run");
  if (of_run) arguments.refuse({"at"}, "render voucher");
  if (word != "position") arguments.refuse({"secret"}, "render position");
  const PaperPlace place = paper_place(arguments);
  const auto day = report::parse_typed_day(of);
  if (of_run && !day)
    throw Error(Message("CLI-BAD-DATE", {{"option", word}, {"value", of}}), "CLI-SEE-HELP", Error::Kind::usage);
  const auto at = as_of_option(arguments, "at");
  app::Engine& engine = session.engine();
  const Lang lang = session.paper_lang();
  const document::Document paper = of_run ? app::make_run_paper(engine, arguments.get("queue"), *day, lang)
                                   : word == "voucher"
                                       ? app::make_voucher_paper(engine, of, lang, session.actor(), at)
                                       : app::make_position_paper(engine, of, lang, position_reader(session), at);
  session.write_paper(place, paper, {registry::PaperKind::queue, word});
  return true;
}

int run_render(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(2);
  if (write_queue_paper(session)) return kOk;
  arguments.refuse({"queue"}, "render run");
  arguments.refuse({"secret"}, "render position");
  arguments.refuse({"at"}, "render voucher");
  if (arguments.positional(0, "FORM") == "return") return write_return(session);
  const bool receipt = arguments.positional(0, "FORM") == "receipt";
  const bool letter = arguments.positional(0, "FORM") == "recommendations";
  if (receipt || letter) arguments.require_positional(1, "SUBMISSION");
  require_paper(session, arguments.positional(0, "FORM"));
  const PaperPlace place = paper_place(arguments);
  const auto found = wanted(session);
  if (!found) {
    session.tell("REPORT-WRONG");
    return kFindings;
  }
  const report::Submission& submission = *found;
  const document::Document paper =
      receipt  ? app::make_receipt(session.engine(), submission, session.paper_lang())
      : letter ? app::make_recommendation_letter(session.engine(), submission, session.paper_lang())
               : app::make_paper(session.engine(), submission, session.paper_lang());
  const auto kind = receipt  ? registry::PaperKind::receipt
                    : letter ? registry::PaperKind::recommendations
                             : registry::PaperKind::report;
  session.write_paper(place, paper, {kind, "", submission.id});
  return kOk;
}

}  // namespace

Command render_command() {
  return {"render",
          "FORM|receipt|recommendations|return|run|voucher|position [SUBMISSION|DATE|VOUCHER|APPLICATION] --to FORMAT "
          "-o FILE",
          "CMD-RENDER",
          with_paper_options({{"org", '\0', "ORG", "OPT-ORG"},
                              {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
                              {"period", '\0', "PERIOD", "OPT-PERIOD"},
                              {"stage", '\0', "STAGE", "OPT-STAGE"},
                              {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
                              {"queue", '\0', "QUEUE", "OPT-QUEUE"},
                              {"at", '\0', "TIME", "OPT-QUEUE-AT"},
                              {"secret", '\0', "WORD", "OPT-QUEUE-SECRET"}}),
          run_render,
          {"esep render tied-grant-usage --org km --subject G-001 --period 2026-10 -o report.pdf",
           "esep render receipt S-000001 -o receipt.pdf", "esep render return S-000003 --to pdf -o letters",
           "esep render run 03.08.2026 -o run.pdf"}};
}

}  // namespace esep::cli
