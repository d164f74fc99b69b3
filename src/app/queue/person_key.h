// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"
#include "queue_store/store.h"

namespace esep::app {

/// The random id under which the log knows the child, made on its first application. Inside the caller's transaction.
/// WS/person.key is made on first use. Error QUEUE-KEY-OTHER: it is missing or another one than the one under which
/// the children are known, and a child's second application would not be noticed.
[[nodiscard]] std::string child_id(Engine& engine, queue_store::Store& store, const std::string& iin);

}  // namespace esep::app
