// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/apply.h"
#include "app/queue/person_key.h"

namespace esep::app {

[[nodiscard]] ApplicationMarks new_marks(std::string id);

/// Why the ЖСН of the child or its representative is wrong (IDENT-…); nullopt: they are right.
[[nodiscard]] std::optional<queue::Remark> wrong_number(Engine& engine, const ApplyRequest& request);
/// The event, and who is behind it in the store. The numbers must be right.
[[nodiscard]] queue::Event new_application(const PersonKey& key, queue_store::Store& store, const ApplyRequest& request,
                                           const ApplicationMarks& marks);
/// The first number A-… that no application has, here or in a log that this one replaced.
[[nodiscard]] std::string next_application(const queue::Book& book, const queue_store::Store& store);

}  // namespace esep::app
