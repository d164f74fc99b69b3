// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/queue/queue_views.h"
#include "calendar/instant.h"
#include "cli/session.h"
#include "queue/fold.h"
#include "text/queue_json.h"

/// The verbs of `esep queue`. Each gives the exit code.
namespace esep::cli {

/// --at, else the time of the session.
[[nodiscard]] calendar::Instant queue_time(Session& session);

/// Prints why a deed was refused, or what is to be noted about it: as text, or as `findings` in JSON if it was refused.
void print_remark(Session& session, const std::optional<queue::Remark>& remark);

// command_queue_deeds.cpp
int queue_apply(Session& session);
int queue_deed(Session& session);  // withdraw, annul, confirm, vacate, contract, recall, stop, resume, fund
int queue_run(Session& session);

/// A run with its vouchers.
void print_run(Session& session, const text::RunView& run);

// command_queue_lists.cpp
/// Who asks: --secret, else the user.
[[nodiscard]] app::PositionReader position_reader(Session& session);
int queue_position(Session& session);
int queue_list(Session& session);
int queue_vouchers(Session& session);
int queue_runs(Session& session);
int queue_replay(Session& session);
int queue_audit(Session& session);

}  // namespace esep::cli
