// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "report/finding.h"
#include "report/read/grid.h"

namespace esep::app {

/// A file as read: nothing is judged yet. Needs neither forms nor register, so another thread may read it.
struct OpenedFile {
  std::string file;
  std::string bytes;
  std::string sha256;                  // empty after a glance
  std::unique_ptr<report::Grid> grid;  // nullptr: unreadable, the findings say why
  report::Findings findings;
};

/// Bytes, hash and grid; what is wrong so far is among the findings.
[[nodiscard]] OpenedFile open_file(const std::filesystem::path& path);
/// Only as much of it as tells whose report it is.
[[nodiscard]] OpenedFile glance_at_file(const std::filesystem::path& path);
/// Makes of a file that was glanced at what `open_file` gives.
[[nodiscard]] OpenedFile open_rest(OpenedFile glanced);

/// An error on the file as a whole; its code is the message's key, or `code` where that is another.
void add_error(OpenedFile& file, Message message, std::string code = {});

}  // namespace esep::app
