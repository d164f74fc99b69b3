// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/receive/checker.h"

namespace esep::app {

/// What handing in a checked file would do to the report that is in force.
struct Replacement {
  int revision = 0;                            // that the file gets, or has already; 0: without a workspace
  std::optional<report::Submission> in_force;  // what is replaced, or what the file is already
  bool registered = false;                     // `in_force` is this very file: handing it in writes nothing
};
[[nodiscard]] Replacement replacement_of(Engine& engine, const CheckedFile& file);

/// Says it: CHECK-REGISTERED, CHECK-RETURNED (this very file was returned), CHECK-REPLACES; nullopt: it replaces
/// nothing, because it is the first, or has errors.
[[nodiscard]] std::optional<Message> replacement_message(const Replacement& replacement, const CheckedFile& file);

/// The submission in force that has the file's bytes and key; nullopt: none, or whoever hands it in says of it that it
/// is another report, or the period is closed or not over.
[[nodiscard]] std::optional<report::Submission> registered_as(Engine& engine, const CheckedFile& file);

}  // namespace esep::app
