// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/queue_world.h"
#include "text/queue_json.h"

namespace esep::app {

/// Where an application stands. Causes that the policy leaves unnamed are one sum.
[[nodiscard]] text::PositionView position_view(const QueueWorld& world, size_t application);
/// That the word is the one which the application's owner was told. Error QUEUE-SECRET-WRONG, also for an application
/// that does not exist: who tries learns nothing of it.
void require_secret(Engine& engine, const std::string& application, const std::string& secret);
/// Who waits for a circle, in the order of the queue; nobody, where the register has it and the log not yet. Error
/// QUEUE-CIRCLE.
[[nodiscard]] std::vector<text::PositionView> circle_list(Engine& engine, const QueueWorld& world,
                                                          const std::string& circle);
/// The same with random numbers instead of the applications', for the public.
[[nodiscard]] std::vector<text::PositionView> public_list(Engine& engine, const QueueWorld& world,
                                                          const std::string& circle);
[[nodiscard]] std::vector<text::VoucherView> voucher_list(const queue::Book& book,
                                                          std::optional<queue::VoucherState> only);
[[nodiscard]] text::RunView run_view(const QueueWorld& world, const queue::Run& run);
[[nodiscard]] std::vector<text::RunView> run_list(const QueueWorld& world);

/// Why a number in the queue moved, with the paragraph of the policy's law.
[[nodiscard]] Message cause_words(const queue::Policy& policy, queue::Cause cause);
/// Why the run gave nothing. There must be a reason.
[[nodiscard]] Message nothing_words(const text::RunView& run);

}  // namespace esep::app
