// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/write_queue.h"
#include "report/finding.h"

namespace esep::app {

struct ApplyRequest {
  std::string queue;  // empty: the circle's own, or the only one
  std::string circle;
  std::string child_iin;
  std::string child_name;
  std::string guardian_iin;
  std::string guardian_name;
  std::string priority;
  calendar::Instant at;
};

/// What an application gets when it comes.
struct ApplicationMarks {
  std::string id;      // "A-0000001"
  std::string number;  // random, for public lists
  std::string secret;  // told once; the store keeps its hash
};

struct Applied {
  QueueAnswer answer;
  ApplicationMarks marks;
};

/// A new application (p. 10, 11). The log gets a random id of the child; the names and numbers stand apart. A wrong ЖСН
/// is a refusal too (IDENT-…).
[[nodiscard]] Applied apply_for_place(Engine& engine, const ApplyRequest& request, const registry::Actor& actor);

}  // namespace esep::app
