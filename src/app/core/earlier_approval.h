// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// The approval of an earlier revision of the same report, where this revision is not approved itself: an approval is
/// of one revision, and what replaces it is reviewed anew. nullopt: there is none.
[[nodiscard]] std::optional<report::EarlierApproval> earlier_approval(Engine& engine,
                                                                      const report::Submission& submission);

/// "this revision was approved on … by …": of one that was approved and is not in force as such any more. nullopt: it
/// never was, or still is.
[[nodiscard]] std::optional<Message> approval_then(Engine& engine, const report::Submission& submission);

/// Whether an earlier revision's approval is to be said of this one at all.
[[nodiscard]] bool may_be_approved_earlier(const report::Submission& submission);

/// "revision 1 (20.11.2026, A. Head); this revision is not approved"
[[nodiscard]] Message earlier_approval_message(const report::EarlierApproval& approval);

/// "received …, entered …": of a report that came in earlier than it was entered; empty: it did not.
[[nodiscard]] Message entered_message(const calendar::LocalTime& received,
                                      const std::optional<calendar::LocalTime>& entered);

}  // namespace esep::app
