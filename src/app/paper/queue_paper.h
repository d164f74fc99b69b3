// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/queue/queue_views.h"
#include "document/document.h"

namespace esep::app {

/// Papers on a queue of places. Each says as of which moment of the log it speaks, and which open readings of the law
/// it rests on: a position and a voucher as of `at`; nullopt: the end of the log, and a voucher's term today. None
/// names a child but the voucher's, which needs the right `queue`.
[[nodiscard]] document::Document make_run_paper(Engine& engine, const std::string& queue, calendar::Date day,
                                                Lang lang);
/// For whom it may be told: position_for.
[[nodiscard]] document::Document make_position_paper(Engine& engine, const std::string& application, Lang lang,
                                                     const PositionReader& reader, std::optional<calendar::Instant> at);
[[nodiscard]] document::Document make_voucher_paper(Engine& engine, const std::string& voucher, Lang lang,
                                                    const registry::Actor& actor, std::optional<calendar::Instant> at);

}  // namespace esep::app
