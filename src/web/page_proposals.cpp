// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/paper/output.h"
#include "app/paper/proposal_paper.h"
#include "app/registers/decide.h"
#include "app/registers/proposal_list.h"
#include "base/percent_encoded.h"
#include "web/issued_paper.h"
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

std::vector<report::ProposalRow> rows_of(const Visitor& visitor) {
  const std::string show = visitor.request().query.get("show");
  auto rows = app::list_proposals(visitor.engine(), {"", "", show.empty(), show == "overdue"}, visitor.today());
  std::erase_if(rows, [&](const report::ProposalRow& row) { return !visitor.acts_for(row.organisation); });
  return rows;
}

Markup day(const std::optional<calendar::Date>& day) { return day ? day->dotted() : "—"; }

// The term of a verdict, or the day on which it was given; lateness is a word.
Markup verdict(const Visitor& visitor, const report::ProposalVerdict& verdict) {
  Markup out = day(verdict.given ? verdict.given : verdict.due);
  if (verdict.working_days_late > 0)
    out += " " +
           tag(visitor.say(Message("REVIEW-OVER", {{"days", std::to_string(verdict.working_days_late)}})), Tone::bad);
  return out;
}

// The one step that is the visitor's: the operator's decision, or the administrator's answer.
Markup step(const Visitor& visitor, const report::ProposalRow& row, const std::vector<Mistake>& mistakes) {
  const bool decides =
      row.state == report::ProposalState::awaits_decision && visitor.may(report::RegisterAction::decide);
  const bool answers = row.state == report::ProposalState::awaits_answer && visitor.may(report::RegisterAction::answer);
  if (!decides && !answers) return {};
  const std::string id = row.proposal;
  const Choices choices = {{"accept", visitor.say(decides ? "WEB-PUBLISH" : "WEB-ACCEPT")},
                           {"refuse", visitor.say("WEB-REFUSE")}};
  Markup fields = hidden_field("step", decides ? "decide" : "answer");
  const auto typed = [&](FieldText text) { return as_typed(visitor, std::move(text), mistakes); };
  fields += select_field(typed({"verdict-" + id, visitor.say("WEB-VERDICT")}), choices);
  fields += text_area(typed({"reason-" + id, visitor.say("WEB-REASON")}), 3);
  if (decides)
    fields +=
        input_field(typed({"ground-" + id, visitor.say("WEB-GROUND"), visitor.say("WEB-GROUND-HINT")}), "text", "off");
  const std::string label = visitor.say(decides ? "WEB-DECIDE" : "WEB-ANSWER-PROPOSAL");
  return details(label, post_form(visitor, "/proposals/" + percent_encoded(id), fields + button(label)),
                 visitor.request().form.find("verdict-" + id).has_value());
}

Markup table_of(const Visitor& visitor, const std::vector<report::ProposalRow>& rows,
                const std::vector<Mistake>& mistakes) {
  TableBuilder table(visitor.say("WEB-PROPOSALS"), {visitor.say("PROPOSALS-KEY"), visitor.say("PROPOSALS-DOCUMENT"),
                                                    visitor.say("STATUS-ORGANISATION"), visitor.say("PROPOSALS-POSTED"),
                                                    visitor.say("PROPOSALS-STATE"), visitor.say("PROPOSALS-DECIDE-BY"),
                                                    visitor.say("PROPOSALS-ANSWER-BY"), visitor.say("WEB-ACTIONS")});
  for (const report::ProposalRow& row : rows)
    table.row({row.proposal, visitor.say(app::document_title(visitor.engine(), row)),
               visitor.say(app::organisation_title(visitor.engine(), row.organisation)), day(row.posted_on),
               visitor.say(app::proposal_state_message(visitor.engine(), row)), verdict(visitor, row.decision),
               verdict(visitor, row.answer), step(visitor, row, mistakes)});
  return table.markup();
}

app::Verdict verdict_of(const Visitor& visitor, const std::string& key) {
  const http::Fields& form = visitor.request().form;
  app::Verdict out;
  out.kind = form.get("step") == "decide" ? app::VerdictKind::decision : app::VerdictKind::answer;
  out.key = key;
  out.accepted = form.get("verdict-" + key) == "accept";
  out.reason = form.get("reason-" + key);
  out.ground = form.get("ground-" + key);
  out.date = visitor.today();
  return out;
}

bool is_seen(const Visitor& visitor, const std::string& key) {
  const auto rows = app::list_proposals(visitor.engine(), {}, visitor.today());
  return std::any_of(rows.begin(), rows.end(), [&](const report::ProposalRow& row) {
    return row.proposal == key && visitor.acts_for(row.organisation);
  });
}

std::string field_of(const std::string& proposal, const std::string& key) {
  if (key.starts_with("VERDICT-GROUND")) return "ground-" + proposal;
  if (key == "VERDICT-REASON" || key == "ANSWER-REASON" || key == "CELL-CHARACTER") return "reason-" + proposal;
  return "";
}

http::Response proposals_shown(const Visitor& visitor, const std::vector<Mistake>& mistakes, int status) {
  const auto rows = rows_of(visitor);
  const Choices choices = {{"", visitor.say("WEB-PROPOSALS-WAITING")},
                           {"overdue", visitor.say("WEB-DESK-OVERDUE")},
                           {"all", visitor.say("WEB-PROPOSALS-ALL")}};
  Page page{visitor.say("WEB-PROPOSALS"), {}, status, mistakes, done_text(visitor)};
  page.body =
      element("form", {{"method", "get"}, {"action", visitor.address("/proposals")}, {"class", "choosing"}},
              select_field({"show", visitor.say("WEB-SHOW-WHAT"), "", visitor.request().query.get("show")}, choices) +
                  button(visitor.say("WEB-SHOW"), true));
  page.body += rows.empty() ? paragraph(visitor.say("PROPOSALS-NOTHING")) : table_of(visitor, rows, mistakes);
  return page_response(visitor, page);
}

}  // namespace

http::Response proposals_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  return proposals_shown(visitor, {}, 200);
}

http::Response give_verdict(const Visitor& visitor, const PathValues& values) {
  const std::string& key = values.at("proposal");
  if (!is_seen(visitor, key)) return refusal(visitor, 404);
  try {
    std::vector<Markup> warnings;
    const app::Verdict verdict = verdict_of(visitor, key);
    for (const Message& one : app::give_verdict(visitor.engine(), verdict, visitor.actor()))
      warnings.push_back(visitor.say(one));
    if (warnings.empty()) return go_to_done(visitor, "/proposals", "WEB-DONE-VERDICT");
    Page page{visitor.say("WEB-PROPOSALS"), list(warnings), 200, {}, visitor.say("WEB-DONE-VERDICT")};
    page.body += paragraph(link(visitor.address("/proposals"), visitor.say("WEB-PROPOSALS")));
    return page_response(visitor, page);
  } catch (const Error& error) {
    const std::string field = field_of(key, error.message().key);
    return proposals_shown(visitor, {mistake_of(visitor, error, field)}, status_of(error));
  }
}

}  // namespace esep::web
