// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/queue_world.h"
#include "text/queue_json.h"

namespace esep::app {

/// Who asks about one application: its owner by the word that he was told, or a user by his right.
struct PositionReader {
  std::optional<std::string> secret;
  registry::Actor actor;
};
/// Where it stands, for that reader. Error QUEUE-SECRET-WRONG, also for an application that does not exist: who tries
/// learns nothing of it. registry::StepRefused: he has no right, or acts for other operators.
[[nodiscard]] text::PositionView position_for(Engine& engine, const QueueWorld& world, const std::string& application,
                                              const PositionReader& reader);
/// Where an application stands. Causes that the policy leaves unnamed are one sum. The caller may see it.
[[nodiscard]] text::PositionView position_view(const QueueWorld& world, size_t application);
/// Who waits for a circle, in the order of the queue; nobody, where the register has it and the log not yet. Their
/// numbers in this order tell whom a priority brought forward, so it asks the right as `position_for` does. Error
/// QUEUE-CIRCLE.
[[nodiscard]] std::vector<text::PositionView> circle_list(Engine& engine, const QueueWorld& world,
                                                          const std::string& circle, const registry::Actor& actor);
/// The same with random numbers instead of the applications', for everybody.
[[nodiscard]] std::vector<text::PositionView> public_list(Engine& engine, const QueueWorld& world,
                                                          const std::string& circle);
/// What is asked of the vouchers.
struct VoucherQuestion {
  std::optional<queue::VoucherState> only;
  calendar::Instant at;  // the log may end before it
};
struct VoucherList {
  std::vector<text::VoucherView> vouchers;
  size_t lapsed = 0;  // of them, those whose term ended between the log's end and then
};
/// Those of the operators for whom the user acts. It asks the right, too.
[[nodiscard]] VoucherList voucher_list(Engine& engine, const queue::Book& book, const VoucherQuestion& question,
                                       const registry::Actor& actor);
/// A log that ends before the voucher's term says that it is valid: makes it expired if the term is over at that
/// moment, and says whether it did.
bool let_lapse(queue::Voucher& voucher, calendar::Instant at);
[[nodiscard]] text::RunView run_view(const QueueWorld& world, const queue::Run& run);
[[nodiscard]] std::vector<text::RunView> run_list(const QueueWorld& world);

/// Why a number in the queue moved, with the paragraph of the policy's law.
[[nodiscard]] Message cause_words(const queue::Policy& policy, queue::Cause cause);
/// Why the run gave nothing. There must be a reason.
[[nodiscard]] Message nothing_words(const text::RunView& run);

}  // namespace esep::app
