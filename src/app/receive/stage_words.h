// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/written_name.h"
#include "form/form_definition.h"

namespace esep::app {

/// Whether the field names the stage of a report: a choice whose values are the form's stages.
[[nodiscard]] bool names_stage(const form::FormDefinition& form, const form::Field& field);
/// The title of a stage among the choices of such a field; its id if it has none.
[[nodiscard]] LocalText stage_name(const form::Field& field, const std::string& stage);
/// The stage whose title stands in the text, in any case: «жоспардың жобасы», «проект плана». Of several the one with
/// most words; empty: none, or two as well.
[[nodiscard]] std::string stage_in_words(const form::Field& field, const std::string& text, const NameWords& words);

}  // namespace esep::app
