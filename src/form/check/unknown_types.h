// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.h"
#include "datafile/toml.h"

namespace esep::form {

/// A column or field whose `type` is no type is read as a text, and what belongs to the type that was meant would be
/// called wrong. Takes these diagnostics out; the wrong type itself stays. `root`: of a form's or a register's file.
void drop_answers_to_unknown_types(const datafile::Node& root, Diagnostics& diagnostics);

}  // namespace esep::form
