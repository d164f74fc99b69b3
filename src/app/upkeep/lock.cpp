// SPDX-License-Identifier: MIT
#include "app/upkeep/lock.h"

#include "app/core/key_checks.h"
#include "app/core/rights.h"
#include "app/core/titles.h"
#include "app/core/typed_text.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

std::string reason_of(const std::string& typed) {
  if (trim(typed).empty()) throw Error("LOCK-REASON", {}, Error::Kind::usage);
  return typed_text(typed);
}

}  // namespace

void lock_period(Engine& engine, const std::string& form, const calendar::Period& period, const std::string& reason,
                 const registry::Actor& actor) {
  require_period_kind(engine, form, period);
  const std::string why = reason_of(reason);
  const auto permit = [&] { require_right_for_all(engine, report::RegisterAction::lock, actor); };
  titled(engine, [&] { engine.registry().lock(form, period.text(), why, actor, permit); });
}

void unlock_period(Engine& engine, const std::string& form, const calendar::Period& period, const std::string& reason,
                   const registry::Actor& actor) {
  require_period_kind(engine, form, period);
  const std::string why = reason_of(reason);
  const auto permit = [&] { require_right_for_all(engine, report::RegisterAction::unlock, actor); };
  titled(engine, [&] { engine.registry().unlock(form, period.text(), why, actor, permit); });
}

}  // namespace esep::app
