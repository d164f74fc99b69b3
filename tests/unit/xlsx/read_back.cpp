// SPDX-License-Identifier: MIT
#include "xlsx/read_back.h"

#include <cstdlib>

#include "base/file.h"
#include "source_folder.h"

std::string read_back(const std::filesystem::path& file, const std::string& what, const std::string& sheet) {
  const std::string result = file.string() + ".txt";
  std::string command = "PYTHONIOENCODING=utf-8 /usr/bin/python3 " + source_folder() +
                        "/tests/unit/xlsx/read_workbook.py '" + file.string() + "' " + what;
  if (!sheet.empty()) command += " '" + sheet + "'";
  command += " > '" + result + "'";
  if (std::system(command.c_str()) != 0) return "openpyxl failed";
  return esep::read_file(result);
}

bool has_program(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }
