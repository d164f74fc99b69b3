// SPDX-License-Identifier: MIT
#include "app/queue/queue_views.h"

#include <algorithm>

#include "app/core/message_key.h"
#include "app/core/rights.h"
#include "base/hash.h"
#include "registry/review_book.h"

namespace esep::app {
namespace {

// Without its vouchers.
text::RunView bare_view(const QueueWorld& world, const queue::Run& run) {
  const queue::Policy& policy = world.policies.in_force(run.queue, run.day);
  return {run,
          policy.edition,
          calendar::Instant::at(run.day, policy.run_minute),
          {},
          queue::paragraph_of_nothing(policy, run.reason)};
}

std::string queue_of(const queue::Book& book, const queue::Voucher& voucher) {
  return book.circle(voucher.circle).value().facts.queue;
}

// Nothing is written, so the day does not matter.
void require_reading(Engine& engine, const registry::Actor& actor) {
  const auto refusal =
      report::right_refusal(load_workflow(engine), engine.users(), report::RegisterAction::queue_provider, actor.user);
  if (!refusal) return;
  if (refusal->key != "STEP-ROLE") throw registry::StepRefused(*refusal, "QUEUE-READ-HINT");
  throw registry::StepRefused(Message("QUEUE-READ-RIGHT", refusal->args), "QUEUE-READ-HINT");
}

std::string operator_of(const queue::Book& book, const std::string& circle) {
  return book.circle(circle).value().facts.operator_code;
}

void require_secret(Engine& engine, const std::string& application, const std::string& secret) {
  engine.open_register();
  std::optional<queue_store::Person> person;
  if (std::filesystem::exists(queue_file(engine)))
    person = queue_store::Store(queue_file(engine), false).person(application);
  if (!person || person->secret != sha256_hex(secret))
    throw Error(Message("QUEUE-SECRET-WRONG", {{"application", application}}));
}

std::vector<text::PositionView> waiting_in(Engine& engine, const QueueWorld& world, const std::string& circle) {
  const queue::Book& book = world.book();
  std::vector<text::PositionView> out;
  if (!book.circle(circle)) {
    if (engine.row("circles", circle) == nullptr) throw Error(Message("QUEUE-CIRCLE", {{"circle", circle}}));
    return out;
  }
  for (auto one = book.next(circle, nullptr); one; one = book.next(circle, &one->first))
    out.push_back(position_view(world, one->second));
  return out;
}

std::vector<text::VoucherView> all_vouchers(const queue::Book& book) {
  std::vector<text::VoucherView> out;
  const size_t count = book.vouchers();
  for (size_t i = 0; i < count; ++i) {
    const queue::Voucher one = book.voucher(i);
    out.push_back({one, book.application(one.application).id});
  }
  return out;
}

}  // namespace

text::PositionView position_for(Engine& engine, const QueueWorld& world, const std::string& application,
                                const PositionReader& reader) {
  if (reader.secret) {
    require_secret(engine, application, *reader.secret);
  } else {
    require_reading(engine, reader.actor);
  }
  text::PositionView out = position_view(world, require_application(world.book(), application));
  if (!reader.secret) require_body(engine, reader.actor, operator_of(world.book(), out.circle));
  return out;
}

text::PositionView position_view(const QueueWorld& world, size_t index) {
  const queue::Application application = world.book().application(index);
  text::PositionView out{application.id, application.circle, application.state,
                         queue::standing_of(world.book(), index)};
  if (out.standing) out.standing = queue::without_names(*out.standing, world.policy_of_circle(application.circle));
  return out;
}

std::vector<text::PositionView> circle_list(Engine& engine, const QueueWorld& world, const std::string& circle,
                                            const registry::Actor& actor) {
  require_reading(engine, actor);
  if (world.book().circle(circle)) require_body(engine, actor, operator_of(world.book(), circle));
  return waiting_in(engine, world, circle);
}

std::vector<text::PositionView> public_list(Engine& engine, const QueueWorld& world, const std::string& circle) {
  auto out = waiting_in(engine, world, circle);
  for (text::PositionView& one : out) {
    const auto person = world.person(one.application);
    one.application = person ? person->number : std::string();
  }
  return out;
}

bool let_lapse(queue::Voucher& voucher, calendar::Instant at) {
  if (voucher.state != queue::VoucherState::valid || !voucher.expires || at < *voucher.expires) return false;
  voucher.state = queue::VoucherState::expired;
  voucher.ended = voucher.expires;
  return true;
}

VoucherList voucher_list(Engine& engine, const queue::Book& book, const VoucherQuestion& question,
                         const registry::Actor& actor) {
  require_reading(engine, actor);
  VoucherList out;
  for (text::VoucherView& one : all_vouchers(book)) {
    if (report::body_refusal(engine.users(), actor.user, operator_of(book, one.voucher.circle))) continue;
    const bool lapsed = let_lapse(one.voucher, question.at);
    if (question.only && one.voucher.state != *question.only) continue;
    if (lapsed) ++out.lapsed;
    out.vouchers.push_back(std::move(one));
  }
  return out;
}

text::RunView run_view(const QueueWorld& world, const queue::Run& run) {
  const queue::Book& book = world.book();
  text::RunView out = bare_view(world, run);
  for (size_t i = book.vouchers(); i > 0; --i) {  // they stand by the day of their issue
    const queue::Voucher one = book.voucher(i - 1);
    if (one.issued < run.day) break;
    if (one.issued == run.day && queue_of(book, one) == run.queue)
      out.vouchers.push_back({one, book.application(one.application).id});
  }
  std::reverse(out.vouchers.begin(), out.vouchers.end());
  return out;
}

Message cause_words(const queue::Policy& policy, queue::Cause cause) {
  return Message(message_key("QUEUE-CAUSE-", enum_name(queue::kCauseNames, cause)),
                 {{"paragraph", queue::paragraph_of(policy, cause)}});
}

Message nothing_words(const text::RunView& run) {
  return Message(message_key("QUEUE-NOTHING-", run.run.reason), {{"paragraph", run.paragraph}});
}

std::vector<text::RunView> run_list(const QueueWorld& world) {
  std::vector<text::RunView> out;
  std::map<std::pair<std::string, calendar::Date>, std::vector<text::VoucherView>> given;  // by queue and day
  for (text::VoucherView& one : all_vouchers(world.book()))
    given[{queue_of(world.book(), one.voucher), one.voucher.issued}].push_back(std::move(one));
  for (const queue::Run& run : world.runs()) {
    out.push_back(bare_view(world, run));
    out.back().vouchers = given[{run.queue, run.day}];
  }
  return out;
}

}  // namespace esep::app
