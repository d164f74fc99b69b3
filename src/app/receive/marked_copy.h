// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "report/finding.h"
#include "report/read/grid.h"

namespace esep::app {

/// A file that was read, and what was found in it.
struct MarkedFile {
  const std::string& bytes;
  report::Grid& grid;
  const report::Findings& findings;
};

/// Writes a copy in which the wrong cells are coloured and have notes, with a list of the findings. A workbook keeps
/// its look; of any other file, or of a workbook of a rare build, the cells are written anew. Error FILE-UNWRITABLE.
void write_marked_copy(const MarkedFile& marked, const std::function<std::string(const Message&)>& say,
                       const std::filesystem::path& file);

}  // namespace esep::app
