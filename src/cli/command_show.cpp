// SPDX-License-Identifier: MIT
#include "app/core/action_title.h"
#include "app/paper/compare.h"
#include "app/paper/output.h"
#include "app/paper/receipt.h"
#include "app/query/history_entries.h"
#include "app/query/submission_view.h"
#include "app/upkeep/attach.h"
#include "base/error.h"
#include "base/shown_text.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/text_table.h"
#include "text/report_json.h"
#include "text/review_json.h"

namespace esep::cli {
namespace {

void print_table(Session& session, const document::Document& comparison) {
  for (const auto& block : comparison.sections.front().blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block))
      session.out() << shown_in_line(paragraph->text) << '\n';
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    std::vector<std::string> headings;
    for (const auto& column : table->columns) headings.push_back(column.title);
    TextTable shown(std::move(headings));
    const auto rows = table->rows();
    document::Row row;
    while (rows->next(row)) {
      std::vector<std::string> cells;
      for (size_t i = 0; i < row.cells.size(); ++i)
        cells.push_back(form::display_text(table->columns.at(i).type, row.cells[i].value, session.lang()));
      shown.add(std::move(cells));
    }
    shown.print(session.out());
  }
}

// `show S-000002 --diff S-000001`: the changes from the second to the first.
int show_difference(Session& session) {
  const Arguments& arguments = session.arguments();
  const auto compared =
      app::compare_submissions(session.engine(), arguments.required("diff"), arguments.positional(0, "SUBMISSION"));
  if (session.json()) {
    session.out() << text::comparison_json(compared.after.number, compared.before.number, compared.changes);
  } else if (asks_for_file(arguments)) {
    const PaperPlace place = paper_place(arguments);
    session.write_paper(place, app::make_comparison(session.engine(), compared, session.paper_lang()),
                        {registry::PaperKind::differences, "", compared.after.id});
  } else {
    print_table(session, app::make_comparison(session.engine(), compared, session.lang()));
  }
  return kOk;
}

// `show FORM`: another command shows a form.
void refuse_form(Session& session) {
  const std::string& word = session.arguments().positional(0, "SUBMISSION");
  if (session.engine().catalog().editions(word).empty()) return;
  throw Error(Message("SUBMISSION-UNKNOWN", {{"number", word}}),
              Message("CLI-COMMAND-MEANT", {{"command", "forms show " + word}}));
}

int run_show(Session& session) {
  session.arguments().at_most(1);
  refuse_form(session);
  if (session.arguments().has("diff")) {
    session.arguments().refuse({"history"}, "show --history");
    return show_difference(session);
  }
  session.arguments().refuse({"to", "output", "force"}, "show --diff");
  const auto& registry = session.registry();
  app::Standings standings(session.engine());
  const auto view =
      app::submission_view(session.engine(), standings, registry.find(session.arguments().positional(0, "SUBMISSION")));
  const auto& submission = view.submission;
  if (session.json()) {
    session.out() << text::submissions_json(
        {view}, {}, [&](const Message& m) { return session.say(m); }, session.lang());
    return kOk;
  }
  const auto receipt = app::make_receipt(session.engine(), standings, submission, session.lang());
  for (const auto& block : receipt.sections.front().blocks) {
    const auto* fields = std::get_if<document::Fields>(&block);
    if (fields == nullptr) continue;
    for (const auto& field : fields->fields)
      session.out() << field.label << ": " << shown_in_line(form::canonical_text(field.value)) << '\n';
  }
  for (const auto& one : registry.attachments_of(submission.id))
    session.out() << session.say(app::attachment_message(one)) << '\n';
  for (const auto& finding : view.findings) session.print(finding);
  if (!session.arguments().has("history")) return kOk;
  session.out() << '\n' << session.say("SHOW-HISTORY") << '\n';
  app::HistoryFilter filter;
  filter.submission = submission.id;
  TextTable table(
      {session.say("LIST-TIME"), session.say("LIST-USER"), session.say("LIST-ACTION"), session.say("LIST-HASH")});
  for (const auto& entry : app::history_entries(session.engine(), filter))
    table.add({entry.at, entry.user, app::action_words(session.engine(), entry.action, session.lang()), entry.hash});
  table.print(session.out());
  return kOk;
}

}  // namespace

Command show_command() {
  return {"show",
          "SUBMISSION [--history] [--diff OTHER [--to FORMAT -o FILE]]",
          "CMD-SHOW",
          with_paper_options({{"history", '\0', "", "OPT-SHOW-HISTORY"}, {"diff", '\0', "OTHER", "OPT-SHOW-DIFF"}}),
          run_show,
          {"esep show S-000002 --history", "esep show S-000002 --diff S-000001"}};
}

}  // namespace esep::cli
