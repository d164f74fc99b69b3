// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "registry/doctor/doctor.h"

/// A copy of a register's file on its way to its name.
namespace esep::app {

/// What a copy of a register holds, and whatever was found wrong with it.
struct CopyResult {
  registry::Examination examination;
  std::filesystem::path replaced;  // restore: where the register that stood there before is now; may be empty
  [[nodiscard]] bool sound() const { return examination.damage.empty(); }
};

/// Mode 0600. Error FILE-UNWRITABLE.
void make_private(const std::filesystem::path& file);
/// A file's new name is on the disk once its folder is.
void sync_folder(const std::filesystem::path& folder);
/// Gives the finished file its name, never over another: Error with the key `taken` ({file}), FILE-UNWRITABLE.
void give_name(const std::filesystem::path& file, const std::filesystem::path& target, const char* taken);
/// One file without companions; a copy keeps WAL mode otherwise. Error SQLITE-….
void leave_wal(const std::filesystem::path& file);
/// A file that cannot be opened as a register is damage too.
[[nodiscard]] registry::Examination examine_file(const std::filesystem::path& file);

}  // namespace esep::app
