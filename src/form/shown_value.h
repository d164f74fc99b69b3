// SPDX-License-Identifier: MIT
#pragma once

#include "form/value_spec.h"

namespace esep::form {

/// The shown form of a stored value: a choice's title, a labelled date's lines, any other value unchanged.
[[nodiscard]] Value shown_value(const ValueSpec& column, const Value& value, Lang lang);
/// The same as text within a sentence, in all languages: several lines stand on one, with semicolons.
[[nodiscard]] LocalText shown_texts(const ValueSpec& column, const Value& value);

}  // namespace esep::form
