// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace esep::datafile {

/// One file of forms/, data/ or templates/, wherever it comes from.
struct LibraryFile {
  std::string path;    // "forms/tied-grant-usage.2025-06.toml"
  std::string origin;  // what messages call it: the path itself (embedded) or the overlay's path on disk
  std::string text;
};

/// All data files of this program: those embedded in the binary, overlaid by folders on disk (a workspace's), the
/// later folder winning file by file. Files are read once, when asked for.
class Library {
 public:
  /// The embedded files only.
  Library();
  /// `$ESEP_DATA`-style root that replaces the embedded files altogether (tests of renamed data).
  [[nodiscard]] static Library from_folder(const std::filesystem::path& root);

  void add_overlay(const std::filesystem::path& root);

  /// Paths under `folder` ("forms/", "data/calendar/") that end in `suffix`, sorted by bytes, overlays united.
  /// Error FILE-UNREADABLE for a folder that is there but cannot be read.
  [[nodiscard]] std::vector<std::string> list(std::string_view folder, std::string_view suffix) const;
  /// nullopt too for every path that is not plainly inside forms/, data/ or templates/.
  [[nodiscard]] std::optional<LibraryFile> find(std::string_view path) const;
  /// Error DATA-MISSING.
  [[nodiscard]] LibraryFile get(std::string_view path) const;

 private:
  bool embedded_ = true;
  std::vector<std::filesystem::path> roots_;  // later wins
};

}  // namespace esep::datafile
