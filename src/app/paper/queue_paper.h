// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/queue/queue_views.h"
#include "document/document.h"

namespace esep::app {

/// Papers on a queue of places. Each says as of which moment of the log it speaks, and which open readings of the law
/// it rests on. None names a child but the voucher's, which needs the right `queue`.
[[nodiscard]] document::Document make_run_paper(Engine& engine, const std::string& queue, calendar::Date day,
                                                Lang lang);
/// For whom it may be told: position_for.
[[nodiscard]] document::Document make_position_paper(Engine& engine, const std::string& application, Lang lang,
                                                     const PositionReader& reader);
[[nodiscard]] document::Document make_voucher_paper(Engine& engine, const std::string& voucher, Lang lang,
                                                    const registry::Actor& actor);

}  // namespace esep::app
