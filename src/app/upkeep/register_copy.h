// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "registry/doctor/doctor.h"

/// A copy of a register's file before it gets its name.
namespace esep::app {

/// The result of examining a copy of a register.
struct CopyResult {
  registry::Examination examination;
  [[nodiscard]] bool sound() const { return examination.damage.empty(); }
};

/// Gives the finished file its name and never overwrites another: Error with the key `taken` ({file}), FILE-UNWRITABLE.
void give_name(const std::filesystem::path& file, const std::filesystem::path& target, const char* taken);
/// Makes one file without companions; otherwise a copy keeps WAL mode. Error SQLITE-….
void leave_wal(const std::filesystem::path& file);
/// A file that cannot be opened as a register is damage too.
[[nodiscard]] registry::Examination examine_file(const std::filesystem::path& file);

}  // namespace esep::app
