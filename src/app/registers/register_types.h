// SPDX-License-Identifier: MIT
#pragma once

#include "form/register_definition.h"
#include "report/register_row.h"

/// What every source of this room speaks of.
namespace esep::app {

using form::RegisterColumn;
using form::RegisterDefinition;
using form::RegisterRole;
using report::RegisterRow;

}  // namespace esep::app
