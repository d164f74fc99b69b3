// SPDX-License-Identifier: MIT
#include "app/paper/queue_paper.h"

#include <fmt/core.h>

#include "app/core/mask_personal.h"
#include "app/core/message_key.h"
#include "app/core/names.h"
#include "app/core/rights.h"
#include "app/paper/output.h"
#include "app/queue/circle_event.h"
#include "document/build/filled_form.h"

namespace esep::app {
namespace {

using form::ColumnType;
using queue::Switch;

class QueuePaper {
 public:
  QueuePaper(Engine& engine, const QueueWorld& world, Lang lang)
      : engine_(engine), world_(world), say_(say_in(engine, lang)) {
    out_.lang = lang;
    out_.sheet = say_("QUEUE-OF");
    out_.dated = world.last ? world.last->date() : calendar::Date();
  }

  void fact(const char* label, const std::string& value) {
    if (!value.empty()) out_.facts.emplace_back(say_(label), value);
  }
  void word_fact(const char* label, std::string_view family, std::string_view name) {
    fact(label, say_(Message(message_key(family, name), {})));
  }
  void circle(const std::string& code) {
    const auto* row = engine_.row("circles", code);
    const auto& definition = engine_.catalog().register_by_id("circles");
    fact("QUEUE-CIRCLE-OF",
         row == nullptr ? code : report::row_title(definition, *row).in(out_.lang) + " (" + code + ")");
    const queue::CircleFacts facts = world_.book().circle(code).value().facts;
    fact("QUEUE-OPERATOR-OF", organisation_title(engine_, facts.operator_code).in(out_.lang));
  }
  void policy(const queue::Policy& policy, std::initializer_list<Switch> readings) {
    out_.facts.emplace_back(say_("QUEUE-OF"), policy.title.in(out_.lang));
    out_.facts.emplace_back(say_("QUEUE-LAW-OF"), policy.law.act.in(out_.lang));
    if (readings.size() > 0) out_.paragraphs.push_back(say_("QUEUE-READINGS"));
    for (const Switch which : readings) out_.paragraphs.push_back("– " + policy.reading(which).why.in(out_.lang));
  }
  void column(const char* id, const char* title, int width, ColumnType type = ColumnType::text) {
    out_.columns.push_back({id, say_(title), width, type});
  }
  void row(std::vector<form::Value> values) {
    document::Row row;
    for (form::Value& value : values) {
      document::Cell cell;
      cell.value = std::move(value);
      row.cells.push_back(std::move(cell));
    }
    out_.rows.push_back(std::move(row));
  }
  document::Document finish(const Message& title, const char* table) {
    out_.title = say_(title);
    out_.table_id = table;
    if (world_.last) out_.footer = say_(Message("QUEUE-AS-OF", {{"at", world_.last->local_iso()}}));
    document::Document paper = document::list_document(out_);
    seal(engine_, paper);
    return paper;
  }
  [[nodiscard]] std::string say(const Message& message) const { return say_(message); }

 private:
  Engine& engine_;
  const QueueWorld& world_;
  document::Say say_;
  document::ListRequest out_;
};

void add_vouchers(QueuePaper& paper, const std::vector<text::VoucherView>& vouchers) {
  paper.column("voucher", "QUEUE-VOUCHER-OF", 14);
  paper.column("application", "QUEUE-APPLICATION-OF", 14);
  paper.column("circle", "QUEUE-CIRCLE-OF", 14);
  paper.column("place", "QUEUE-PLACE-OF", 10, ColumnType::integer);
  paper.column("amount", "QUEUE-AMOUNT-OF", 16, ColumnType::money);
  paper.column("valid_until", "QUEUE-VALID-UNTIL", 14, ColumnType::date);
  for (const auto& [voucher, application] : vouchers) {
    const form::Value last = voucher.valid_until ? form::Value(*voucher.valid_until) : form::Value();
    paper.row({voucher.id, application, voucher.circle, int64_t{voucher.place}, voucher.amount, last});
  }
}

}  // namespace

document::Document make_run_paper(Engine& engine, const std::string& named, calendar::Date day, Lang lang) {
  const auto world = read_queue(engine, std::nullopt);
  const std::string queue = queue_meant(engine, world->policies, named, "");
  const auto run = find_run(world->runs(), queue, day);
  if (!run) throw Error(Message("QUEUE-RUN-UNRECORDED", {{"queue", queue}, {"day", day.dotted()}}));
  // As the run left them: what became of the vouchers since is not its record.
  const text::RunView view = run_view(*world, *run);
  const auto then = read_queue(engine, view.cutoff);
  QueuePaper paper(engine, *then, lang);
  paper.policy(then->policies.in_force(queue, day), {Switch::money_short, Switch::amount_from, Switch::stop_by_region});
  paper.fact("QUEUE-DAY-OF", day.dotted());
  paper.fact("QUEUE-CUTOFF-OF", view.cutoff.local_iso());
  paper.fact("QUEUE-GIVEN", std::to_string(run->given));
  if (!run->reason.empty()) paper.fact("LIST-REMARK", paper.say(nothing_words(view)));
  paper.fact("QUEUE-INPUT-OF", run->input);
  paper.fact("QUEUE-OUTPUT-OF", run->output);
  if (!view.vouchers.empty()) add_vouchers(paper, view.vouchers);
  return paper.finish(Message("QUEUE-RUN-PAPER", {{"day", day.dotted()}}), "vouchers");
}

document::Document make_position_paper(Engine& engine, const std::string& id, Lang lang, const PositionReader& reader,
                                       std::optional<calendar::Instant> at) {
  const auto world = read_queue(engine, at);
  const text::PositionView view = position_for(engine, *world, id, reader);
  QueuePaper paper(engine, *world, lang);
  const queue::Policy& policy = world->policy_of_circle(view.circle);
  paper.policy(policy, {Switch::returned_stands, Switch::waiting_measured_on});
  paper.fact("QUEUE-APPLICATION-OF", id);
  paper.circle(view.circle);
  paper.word_fact("PROPOSALS-STATE", "QUEUE-STATE-", enum_name(queue::kApplicationStateNames, view.state));
  if (view.standing) {
    const queue::Standing& standing = *view.standing;
    paper.fact("QUEUE-POSITION", std::to_string(standing.position));
    paper.column("count", "QUEUE-COUNT-OF", 10, ColumnType::integer);
    paper.column("cause", "QUEUE-CAUSE-OF", 50);
    paper.row({int64_t{standing.ahead_when_applied}, paper.say("QUEUE-AHEAD-THEN")});
    for (const auto& [cause, name] : queue::kCauseNames) {
      if (standing.change(cause) != 0)
        paper.row({int64_t{standing.change(cause)}, paper.say(cause_words(policy, cause))});
    }
    paper.row({int64_t{standing.position - 1}, paper.say("QUEUE-AHEAD-NOW")});
  }
  return paper.finish(Message("QUEUE-POSITION-PAPER", {{"application", id}}), "causes");
}

document::Document make_voucher_paper(Engine& engine, const std::string& id, Lang lang, const registry::Actor& actor,
                                      std::optional<calendar::Instant> at) {
  const auto world = read_queue(engine, at);
  queue::Voucher voucher = world->book().voucher(require_voucher(world->book(), id));
  const queue::Application application = world->book().application(voucher.application);
  const queue::CircleFacts facts = world->book().circle(voucher.circle).value().facts;
  require_right(engine, report::RegisterAction::queue, actor, facts.operator_code);
  const auto person = world->person(application.id);
  const auto now = at ? *at : calendar::Instant::at(actor.at.date, actor.at.minute);
  const bool lapsed = let_lapse(voucher, now);
  QueuePaper paper(engine, *world, lang);
  paper.policy(world->policies.in_force(facts.queue, voucher.issued),
               {Switch::amount_from, Switch::last_day_ends, Switch::voucher_outlives_season});
  paper.fact("QUEUE-VOUCHER-OF", id);
  paper.word_fact("PROPOSALS-STATE", "QUEUE-VOUCHER-", enum_name(queue::kVoucherStateNames, voucher.state));
  paper.fact("QUEUE-APPLICATION-OF", application.id);
  if (person) paper.fact("QUEUE-CHILD-OF", person->child_name);
  if (person) paper.fact("QUEUE-IIN-OF", mask_number(person->child_iin));
  paper.circle(voucher.circle);
  paper.fact("QUEUE-PLACE-OF", std::to_string(voucher.place));
  paper.fact("QUEUE-AMOUNT-OF", form::display_text(ColumnType::money, voucher.amount, lang));
  paper.fact("QUEUE-ISSUED", voucher.issued.dotted());
  if (voucher.valid_until) paper.fact("QUEUE-VALID-UNTIL", voucher.valid_until->dotted());
  if (voucher.ended) paper.fact("QUEUE-ENDED-OF", voucher.ended->local_iso());
  const Message over("QUEUE-TERM-OVER", {{"at", now.local_iso()}});
  if (lapsed) paper.fact("LIST-REMARK", paper.say(over));
  return paper.finish(Message("QUEUE-VOUCHER-PAPER", {{"voucher", id}}), "voucher");
}

}  // namespace esep::app
