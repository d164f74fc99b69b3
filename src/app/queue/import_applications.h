// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/core/engine.h"
#include "report/finding.h"

namespace esep::app {

struct ImportedApplications {
  int added = 0;
  report::Findings findings;  // by line; one that is an error, and nothing was written
};
/// Applications of a file (application, circle, child, guardian, at, priority; child and guardian are ЖСН), in the
/// order of their times. All or none. The numbers are the file's own. A log that has later entries takes none.
[[nodiscard]] ImportedApplications import_applications(Engine& engine, const std::filesystem::path& file,
                                                       const registry::Actor& actor);

}  // namespace esep::app
