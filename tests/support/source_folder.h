// SPDX-License-Identifier: MIT
#pragma once

#include <string>

/// The folder of the repository, without a slash at its end. A function, so that one file alone depends on where the
/// repository lies.
std::string source_folder();
