// SPDX-License-Identifier: MIT
#include "app/paper/proposal_paper.h"

#include "app/core/later_entries.h"
#include "app/core/names.h"
#include "app/core/verdict_words.h"
#include "app/paper/output.h"
#include "app/registers/proposal_list.h"
#include "document/build/filled_form.h"

namespace esep::app {
namespace {

using document::Emphasis;
using form::ColumnType;
using report::ProposalRow;

void put_day(document::Cell& cell, const std::optional<calendar::Date>& day, bool late) {
  if (day) cell.value = *day;
  if (late) cell.emphasis = Emphasis::warning;
}

document::Row paper_row(Engine& engine, const ProposalRow& one, Lang lang) {
  document::Row row;
  row.cells.resize(9);
  row.cells[0].value = one.proposal;
  const std::string title = document_title(engine, one).in(lang);
  row.cells[1].value = title == one.document ? title : title + " (" + one.document + ")";
  row.cells[2].value = organisation_title(engine, one.organisation).in(lang);
  put_day(row.cells[3], one.posted_on, false);
  row.cells[4].value = engine.messages().render(proposal_state_message(engine, one), lang);
  row.cells[4].emphasis = one.is_overdue() ? Emphasis::bad : Emphasis::normal;
  put_day(row.cells[5], one.decision.due, false);
  put_day(row.cells[6], one.decision.given, one.decision.working_days_late > 0);
  put_day(row.cells[7], one.answer.due, false);
  put_day(row.cells[8], one.answer.given, one.answer.working_days_late > 0);
  return row;
}

}  // namespace

document::Document make_proposal_list(Engine& engine, const std::vector<ProposalRow>& rows, calendar::Date today,
                                      Lang lang) {
  const auto say = say_in(engine, lang);
  document::ListRequest request;
  request.title = say("PROPOSALS-TITLE");
  request.lang = lang;
  request.sheet = say("BLANK-SHEET-ENTRY");
  request.facts.emplace_back(say("STATUS-AS-OF"), today.dotted());
  request.table_id = "proposals";
  request.columns = {{"proposal", say("PROPOSALS-KEY"), 12, ColumnType::text},
                     {"document", say("PROPOSALS-DOCUMENT"), 34, ColumnType::text},
                     {"organisation", say("STATUS-ORGANISATION"), 40, ColumnType::text},
                     {"posted_on", say("PROPOSALS-POSTED"), 12, ColumnType::date},
                     {"state", say("PROPOSALS-STATE"), 24, ColumnType::text},
                     {"decision_due", say("PROPOSALS-DECIDE-BY"), 12, ColumnType::date},
                     {"decided_on", say("PROPOSALS-DECIDED"), 12, ColumnType::date},
                     {"answer_due", say("PROPOSALS-ANSWER-BY"), 12, ColumnType::date},
                     {"answered_on", say("PROPOSALS-ANSWERED"), 12, ColumnType::date}};
  for (const ProposalRow& row : rows) request.rows.push_back(paper_row(engine, row, lang));
  if (const auto later = later_entries_message(engine, today)) request.footer = say(*later);
  request.dated = today;
  document::Document out = document::list_document(request);
  seal(engine, out);
  return out;
}

}  // namespace esep::app
