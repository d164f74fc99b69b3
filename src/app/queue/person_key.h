// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"
#include "queue_store/store.h"

namespace esep::app {

/// WS/person.key, by which the log's children are found. Inside the caller's transaction.
class PersonKey {
 public:
  /// The key is made on first use. Error QUEUE-KEY-OTHER: it is missing or another one than the one under which the
  /// children are known, and a child's second application would not be noticed.
  PersonKey(const Engine& engine, queue_store::Store& store);

  /// The random id under which the log knows the child, made on its first application.
  [[nodiscard]] std::string child_id(const std::string& iin) const;

 private:
  queue_store::Store& store_;
  std::string key_;
};

}  // namespace esep::app
