// SPDX-License-Identifier: MIT
#include "app/core/none_records.h"
#include "app/core/paper_code.h"
#include "app/paper/blank.h"
#include "app/paper/output.h"
#include "base/file_error.h"
#include "base/leftovers.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/progress.h"
#include "cli/report_options.h"
#include "cli/value_options.h"
#include "xlsx/write.h"

namespace esep::cli {
namespace {

void tell_not_expected(Session& session, const report::ReportKey& key) {
  if (const auto none = app::not_expected_message(session.engine(), key)) session.tell(*none);
}

void tell_remarks(Session& session, app::Queries& queries, const app::BlankOptions& options) {
  for (const Message& one : app::blank_remarks(queries, options)) session.tell(one);
}

// One workbook for each body that owes the report for the period.
int write_all(Session& session, app::BlankOptions options, const std::filesystem::path& folder) {
  auto& engine = session.engine();
  const auto duties =
      app::blank_duties(engine, options.key.form, options.key.stage, required_period(session.arguments(), "period"));
  const auto file_of = [&](const report::Duty& duty) { return folder / (app::report_file_stem(duty.key) + ".xlsx"); };
  for (const auto& duty : duties) require_place(session.arguments(), file_of(duty));
  make_folders(folder);
  collect_leftovers(folder);
  app::Queries queries(engine);
  Progress progress(session, duties.size());
  for (const auto& duty : duties) {
    options.key = duty.key;
    xlsx::write(app::make_blank(queries, options), file_of(duty));
    tell_remarks(session, queries, options);
    progress.step();
  }
  for (const auto& duty : duties) {
    if (const auto none = app::not_expected_message(engine, duty)) session.tell(*none);
  }
  session.tell(Message("BLANK-ALL-DONE", {{"count", std::to_string(duties.size())}, {"folder", folder.string()}}));
  return kOk;
}

int run_blank(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  app::BlankOptions options;
  options.key = report_key(session, arguments.positional(0, "FORM"));
  options.lang = session.paper_lang();
  if (arguments.has("from-previous")) options.prefill = app::Prefill::source_and_before;
  session.engine().catalog().require(options.key.form);  // the cause first
  if (arguments.has("all")) return write_all(session, options, arguments.required("output"));
  const std::string target = output_place(arguments);
  const std::string format = target == "-" && !arguments.has("to") ? "xlsx" : output_format(arguments);
  app::Queries queries(session.engine());
  if (format != "xlsx") {
    const auto paper =
        app::write_document(session.engine(), app::make_blank_paper(queries, options), app::require_format(format));
    session.write_output(target, paper.bytes);
    session.warn_of_substitutes(paper.substituted);
  } else if (target == "-") {
    session.write_output(target, xlsx::write_bytes(app::make_blank(queries, options)));
  } else {
    xlsx::write(app::make_blank(queries, options), target);
    collect_leftovers(std::filesystem::path(target).parent_path());
  }
  if (target != "-") session.tell(Message("RENDER-DONE", {{"file", target}}));
  tell_remarks(session, queries, options);
  tell_not_expected(session, options.key);
  return kOk;
}

}  // namespace

Command blank_command() {
  return {
      "blank",
      "FORM --org ORG [--subject SUBJECT] --period PERIOD [--to FORMAT] -o FILE | FORM --period PERIOD --all -o FOLDER",
      "CMD-BLANK",
      {{"org", '\0', "ORG", "OPT-ORG"},
       {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
       {"period", '\0', "PERIOD", "OPT-PERIOD"},
       {"stage", '\0', "STAGE", "OPT-STAGE"},
       {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
       {"to", '\0', "FORMAT", "OPT-FORMAT"},
       {"all", '\0', "", "OPT-ALL"},
       {"from-previous", '\0', "", "OPT-FROM-PREVIOUS"},
       output_option(),
       force_option()},
      run_blank,
      {"esep blank tied-grant-usage --org km --subject G-001 --period 2026-10 -o blank.xlsx",
       "esep blank tied-grant-usage --org km --subject G-001 --period 2026-10 --from-previous -o blank.xlsx",
       "esep blank tied-grant-usage --period 2026-10 --all -o blanks"}};
}

}  // namespace esep::cli
