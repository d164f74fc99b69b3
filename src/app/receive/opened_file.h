// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/file.h"
#include "report/finding.h"
#include "report/read/grid.h"

namespace esep::app {

/// A file that was read but not checked. Reading needs neither forms nor register, so another thread may do it.
struct OpenedFile {
  std::string file;
  SharedBytes bytes;                   // nullptr: could not be read
  std::string sha256;                  // empty if only the hidden sheet was opened
  std::unique_ptr<report::Grid> grid;  // nullptr: unreadable, see the findings
  report::Findings findings;

  [[nodiscard]] std::string_view content() const { return bytes ? std::string_view(*bytes) : std::string_view(); }
};

/// Bytes, hash and grid, with the findings so far.
[[nodiscard]] OpenedFile open_file(const std::filesystem::path& path);
/// The same of bytes that are at hand; `name` stands in the findings.
[[nodiscard]] OpenedFile open_bytes(std::string name, std::string bytes);
/// Opens only the part that identifies the report.
[[nodiscard]] OpenedFile peek_file(const std::filesystem::path& path);
/// Completes a peeked file to the result of `open_file`.
[[nodiscard]] OpenedFile open_fully(OpenedFile peeked);

/// An error of the whole file; its code is the message's key, or `code` if given.
void add_error(OpenedFile& file, Message message, std::string code = {});

}  // namespace esep::app
