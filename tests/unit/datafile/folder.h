// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "base/file.h"
#include "base/hash.h"

/// A temporary folder that goes with the test.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("esep-test-" + esep::random_hex(8))) {
    std::filesystem::create_directory(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    esep::write_file_atomically(path_ / name, text);
  }

 private:
  std::filesystem::path path_;
};
