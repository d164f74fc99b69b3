// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "registry/history_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

// Every lock and unlock is a row; the last one says how it stands.
constexpr const char* kLast =
    "SELECT locked, reason, user FROM lock WHERE form = ? AND period = ? ORDER BY id DESC LIMIT 1";
constexpr const char* kInsertLock = "INSERT INTO lock(form, period, locked, reason, user) VALUES(?,?,?,?,?)";

Message message_of(const char* key, const std::string& form, const std::string& period) {
  return {key, {{"form", form}, {"period", period}}};
}

}  // namespace

std::optional<Registry::Lock> Registry::lock_of(std::string_view form, std::string_view period) const {
  const auto last = cached(kLast);
  last->bind(1, form).bind(2, period);
  if (!last->step() || last->integer(0) == 0) return std::nullopt;
  return Lock{last->text(1), last->text(2)};
}

bool Registry::is_locked(std::string_view form, std::string_view period) const {
  return lock_of(form, period).has_value();
}

void Registry::lock(const std::string& form, const std::string& period, const std::string& reason, const Actor& actor,
                    const Permit& permit) {
  sqlite::Transaction transaction(*database_);
  if (permit) permit();
  if (is_locked(form, period)) throw Error(message_of("LOCK-ALREADY", form, period));
  cached(kInsertLock)->bind(1, form).bind(2, period).bind(3, 1).bind(4, reason).bind(5, actor.user).run();
  history().append(actor, "lock", std::nullopt, lock_details(form, period, reason));
  transaction.commit();
}

void Registry::unlock(const std::string& form, const std::string& period, const std::string& reason, const Actor& actor,
                      const Permit& permit) {
  sqlite::Transaction transaction(*database_);
  if (permit) permit();
  if (!is_locked(form, period)) throw Error(message_of("LOCK-NOT-LOCKED", form, period));
  cached(kInsertLock)->bind(1, form).bind(2, period).bind(3, 0).bind(4, reason).bind(5, actor.user).run();
  history().append(actor, "unlock", std::nullopt, lock_details(form, period, reason));
  transaction.commit();
}

}  // namespace esep::registry
