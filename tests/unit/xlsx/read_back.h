// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

/// What openpyxl reads in a workbook (read_workbook.py); "openpyxl failed" where it cannot open it.
[[nodiscard]] std::string read_back(const std::filesystem::path& file, const std::string& what,
                                    const std::string& sheet = "");

/// Whether a program of this name can be run.
[[nodiscard]] bool has_program(const std::string& command);
