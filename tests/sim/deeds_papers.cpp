// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/paper_code.h"
#include "app/paper/output.h"
#include "app/paper/receipt.h"
#include "app/paper/remind.h"
#include "app/paper/report_paper.h"
#include "app/paper/return_packet.h"
#include "app/registers/record_dispatch.h"
#include "app/upkeep/attach.h"
#include "app/upkeep/verify.h"
#include "base/error.h"
#include "sim/deeds.h"

namespace esep::sim {
namespace {

Refusal none() { return {}; }

}  // namespace

void issue_paper(Office& office) {
  const bool receipt = office.dice().chance(40);
  const bool total = !receipt && office.dice().chance(50);
  const int number = some_receipt(
      office, [&](const Receipt& r) { return receipt || (r.revision > 0 && (!total || r.key.form == kTotal)); });
  if (number == 0) return;
  static const std::vector<report::OutputFormat> kFormats{report::OutputFormat::html, report::OutputFormat::json,
                                                          report::OutputFormat::csv, report::OutputFormat::docx};
  const auto format = office.dice().chance(3) ? report::OutputFormat::pdf : office.dice().pick(kFormats);
  const std::string user = somebody(office, "attach", "");
  const auto kind = receipt ? registry::PaperKind::receipt : registry::PaperKind::report;
  const auto bytes = std::make_shared<std::string>();
  const auto code = std::make_shared<std::string>();
  const auto ask = [&office, number, format, user, kind, bytes, code](app::Engine& engine) {
    const auto submission = engine.registry().find(submission_number(number));
    const auto paper = kind == registry::PaperKind::receipt ? app::make_receipt(engine, submission, Lang::kk)
                                                            : app::make_paper(engine, submission, Lang::kk);
    *code = paper.code;
    (void)app::issue_paper(engine, paper, {kind, "", submission.id}, format, office.actor(user),
                           [bytes](std::string_view piece) { *bytes += piece; });
  };
  const auto learn = [&office, number, kind, code](int) {
    // A paper that says that its report is not in force is no paper to send.
    const State state = office.model.receipts.at(number).state;
    const bool stands = state == State::received || state == State::under_review || state == State::approved;
    if (kind == registry::PaperKind::report && stands) office.model.facts["printed " + std::to_string(number)] = *code;
  };
  const int64_t before = office.answered["issue_paper"];
  office.attempt({"issue_paper", none, 0, 1, ask, learn});
  // Every paper that was given out proves itself.
  if (office.answered["issue_paper"] == before || !office.dice().chance(30)) return;
  const auto file = office.write("." + std::string(report::output_format_name(format)), *bytes);
  const auto verified = app::verify_file(office.calm_engine(), file.string());
  if (verified.verdict != app::VerifiedFile::Verdict::unaltered)
    throw Wrong("issue_paper: the paper of " + submission_number(number) + " is not known");
  std::filesystem::remove(file);
}

void dispatch(Office& office) {
  Model& model = office.model;
  const int number = some_receipt(office, [](const Receipt& r) { return r.key.form == kTotal && r.revision > 0; });
  if (number == 0) return;
  const Receipt paper = model.receipts.at(number);
  const std::string place = "dispatch " + paper.key.period;
  const std::string printed = "printed " + std::to_string(number);
  const std::string user = somebody(office, "dispatch", kCollector);
  app::DispatchRequest request;
  request.deed.key = {kTotal, "", kCollector, "", paper.key.period, 1};
  request.deed.withdrawn = office.dice().chance(20);
  request.deed.date = calendar::Date::from_days(office.today());
  request.deed.sent = report::SentPaper{model.fact(printed), "№ 5", "Мысалова А. Ү."};
  request.incomplete = office.dice().chance(80) == (paper.missing > 0);
  const bool back = request.deed.withdrawn;
  const auto refusal = [&office, &model, user, back, place, printed, paper, request]() -> Refusal {
    if (Refusal no = model.may(user, "dispatch", kCollector); !no.empty()) return no;
    const std::string before = model.fact(place);
    if (back) return refuse_if(before.empty(), "nothing is recorded");
    if (model.fact(printed).empty()) return "no such paper was made";
    if (office.today() < paper.received) return "before the paper was made";
    if (paper.received <= due_day(office, paper.key.period)) return "the paper was composed before the term was over";
    if (request.incomplete != (paper.missing > 0)) return "whether it is complete must be said as it is";
    return refuse_if(paper.missing > 0 && before == "complete", "a complete paper was sent");
  };
  const auto ask = [&office, request, user](app::Engine& engine) {
    (void)app::record_dispatch(engine, request, office.actor(user));
  };
  const std::string whole = "whole " + place;
  const std::string said = request.deed.date.iso() + " " + std::to_string(number) + " " + request.deed.sent->code;
  const auto learn = [&model, place, back, paper, whole, said](int) {
    model.facts.erase(place);
    model.facts.erase(whole);
    if (back) return;
    model.facts[place] = paper.missing > 0 ? "incomplete" : "complete";
    model.facts[whole] = said;
  };
  const auto repeats = [&model, back, whole, said] { return !back && model.fact(whole) == said; };
  office.attempt({"record_dispatch", refusal, 1, 1, ask, learn, {}, repeats});
}

void return_packet(Office& office) {
  const int number = some_receipt(office, [](const Receipt& r) { return r.state == State::returned; });
  if (number == 0) return;
  const std::string user = somebody(office, "return", "");
  app::ReturnPacketRequest request;
  request.format = report::OutputFormat::html;
  request.folder = office.new_file("");
  const auto ask = [&office, number, request, user](app::Engine& engine) {
    (void)app::write_return_packet(engine, engine.registry().find(submission_number(number)), request,
                                   office.actor(user));
  };
  office.attempt({"write_return_packet", none, 0, 2, ask, [](int) {}});
  std::filesystem::remove_all(request.folder);
}

void remind(Office& office) {
  const std::string month = month_before(office, 1);
  if (month < "2024-01") return;
  const std::string user = somebody(office, "attach", "");
  app::RemindRequest request;
  request.filter.form = kSpending;
  request.filter.organisation = office.dice().pick(bodies());
  request.filter.period = calendar::Period::parse(month);
  request.format = report::OutputFormat::docx;
  request.folder = office.new_file("");
  request.sender = {"Министрлік", "a@example.kz"};
  const auto ask = [&office, request, user](app::Engine& engine) {
    (void)app::remind(engine, request, office.actor(user));
  };
  // Nobody is asked for a report that would not be accepted.
  const auto refusal = [&office, key = Key{kSpending, request.filter.organisation, "", month}]() -> Refusal {
    const Model& model = office.model;
    const std::string now = model.timeliness(key, due_day(office, key.period), office.today(), office.calendar);
    return refuse_if(model.locked(key) && (now == "missing" || now == "due"), "the period is locked");
  };
  office.attempt({"remind", refusal, 0, 2, ask, [](int) {}});
  std::filesystem::remove_all(request.folder);
}

void attach(Office& office) {
  const int number = some_receipt(office, [](const Receipt&) { return true; });
  if (number == 0) return;
  Model& model = office.model;
  const std::string body = model.receipts.at(number).key.organisation;
  const std::string user = somebody(office, "attach", body);
  const auto file = office.write(".p7s", "signature " + std::to_string(office.dice().below(1000000000)));
  const auto ask = [&office, number, file, user](app::Engine& engine) {
    app::attach(engine, submission_number(number), file.string(), office.actor(user));
  };
  office.attempt({"attach", [&model, user, body] { return model.may(user, "attach", body); }, 1, 1, ask,
                  [&model, number](int) { ++model.attachments[number]; }});
  std::filesystem::remove(file);
}

}  // namespace esep::sim
