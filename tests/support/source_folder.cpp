// SPDX-License-Identifier: MIT
#include "source_folder.h"

std::string source_folder() { return ESEP_SOURCE_DIR; }
