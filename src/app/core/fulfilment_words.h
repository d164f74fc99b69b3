// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/fulfilment.h"

namespace esep::app {

/// What is recorded of a duty without a form: its day, languages, link and document.
[[nodiscard]] Message fulfilment_message(const report::Fulfilment& deed);
/// DONE-LANGUAGES: in which languages it is missing; nullopt: in none.
[[nodiscard]] std::optional<Message> incomplete_message(Engine& engine, const form::Obligation& obligation,
                                                        const report::Fulfilment& deed);
/// Both, of the record in force; empty: there is none.
[[nodiscard]] std::vector<Message> fulfilment_remarks(Engine& engine, const form::Obligation& obligation,
                                                      const std::optional<report::Fulfilment>& deed);

}  // namespace esep::app
