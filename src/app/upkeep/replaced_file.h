// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

/// A database of the workspace whose place another one takes.
namespace esep::app {

/// A disk that fails for a moment says nothing of the file.
[[nodiscard]] bool is_no_database(const Error& error, const std::filesystem::path& file);

/// Copies with SQLite if it can still read the file, else byte by byte with the write-ahead log, into `scratch`, which
/// then gets the first free name of `stem` and `tail`. Error FILE-UNWRITABLE.
[[nodiscard]] std::filesystem::path save_replaced(const std::filesystem::path& file,
                                                  const std::filesystem::path& scratch, const std::string& stem,
                                                  const std::string& tail);

/// In one transaction of SQLite, so that a program with the file open sees either the old one or the new one. A file
/// that is no longer a database cannot be written like this; the new file replaces it.
void overwrite(const std::filesystem::path& copy, const std::filesystem::path& file);

/// Gives the copy a name that nobody has; what SQLite left under that name is removed. Error with the key `taken`.
void put_in_place(const std::filesystem::path& copy, const std::filesystem::path& file, const char* taken);

}  // namespace esep::app
