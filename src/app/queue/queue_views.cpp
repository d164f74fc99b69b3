// SPDX-License-Identifier: MIT
#include "app/queue/queue_views.h"

#include <algorithm>

#include "base/hash.h"

namespace esep::app {

text::PositionView position_view(const QueueWorld& world, size_t index) {
  const queue::Application application = world.book().application(index);
  text::PositionView out{application.id, application.circle, application.state,
                         queue::standing_of(world.book(), index)};
  if (out.standing) out.standing = queue::without_names(*out.standing, world.policy_of_circle(application.circle));
  return out;
}

void require_secret(Engine& engine, const std::string& application, const std::string& secret) {
  engine.open_register();
  std::optional<queue_store::Person> person;
  if (std::filesystem::exists(queue_file(engine)))
    person = queue_store::Store(queue_file(engine), false).person(application);
  if (!person || person->secret != sha256_hex(secret))
    throw Error(Message("QUEUE-SECRET-WRONG", {{"application", application}}));
}

std::vector<text::PositionView> circle_list(Engine& engine, const QueueWorld& world, const std::string& circle) {
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

std::vector<text::PositionView> public_list(Engine& engine, const QueueWorld& world, const std::string& circle) {
  auto out = circle_list(engine, world, circle);
  for (text::PositionView& one : out) {
    const auto person = world.person(one.application);
    one.application = person ? person->number : std::string();
  }
  return out;
}

std::vector<text::VoucherView> voucher_list(const queue::Book& book, std::optional<queue::VoucherState> only) {
  std::vector<text::VoucherView> out;
  for (size_t i = 0; i < book.vouchers(); ++i) {
    const queue::Voucher one = book.voucher(i);
    if (!only || one.state == *only) out.push_back({one, book.application(one.application).id});
  }
  return out;
}

text::RunView run_view(const QueueWorld& world, const queue::Run& run) {
  const queue::Book& book = world.book();
  const queue::Policy& policy = world.policies.in_force(run.queue, run.day);
  text::RunView out{run, policy.edition, calendar::Instant::at(run.day, policy.run_minute), {}};
  for (size_t i = book.vouchers(); i > 0; --i) {  // they stand by the day of their issue
    const queue::Voucher one = book.voucher(i - 1);
    if (one.issued < run.day) break;
    const bool of_run = one.issued == run.day && book.circle(one.circle).value().facts.queue == run.queue;
    if (of_run) out.vouchers.push_back({one, book.application(one.application).id});
  }
  std::reverse(out.vouchers.begin(), out.vouchers.end());
  out.paragraph = queue::paragraph_of_nothing(policy, run.reason);
  return out;
}

std::vector<text::RunView> run_list(const QueueWorld& world) {
  std::vector<text::RunView> out;
  for (const queue::Run& run : world.runs()) out.push_back(run_view(world, run));
  return out;
}

}  // namespace esep::app
