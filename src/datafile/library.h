// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace esep::datafile {

/// One file of forms/, data/ or templates/, embedded or from an overlay.
struct LibraryFile {
  std::string path;    // "forms/tied-grant-usage.2025-06.toml"
  std::string origin;  // the name in messages: the path (embedded) or the overlay's path on disk
  std::string text;
  bool embedded = false;  // the program's own, which its tests have checked
};

/// All data files of the program: those embedded in the binary, overlaid by folders on disk such as the workspace. For
/// each file the last folder that has it wins. A file is read once, on its first use.
class Library {
 public:
  /// The embedded files only.
  Library();
  /// A root folder that replaces all embedded files, as `$ESEP_DATA` does (tests of renamed data).
  [[nodiscard]] static Library from_folder(const std::filesystem::path& root);

  void add_overlay(const std::filesystem::path& root);

  /// The same library with `file` in place of what its topmost folder has under that path: what the data would be if
  /// the file were put there.
  [[nodiscard]] Library with(LibraryFile file) const;

  /// Paths under `folder` ("forms/", "data/calendar/") that end in `suffix`, sorted by bytes, of all overlays. Error
  /// FILE-UNREADABLE if a folder exists but cannot be read.
  [[nodiscard]] std::vector<std::string> list(std::string_view folder, std::string_view suffix) const;
  /// nullopt also for a path that leads outside forms/, data/ or templates/.
  [[nodiscard]] std::optional<LibraryFile> find(std::string_view path) const;
  /// Error DATA-MISSING.
  [[nodiscard]] LibraryFile get(std::string_view path) const;
  /// Every file of that path, the earliest layer first (the embedded one, then each folder's), from the layer on that
  /// `beside` comes from: what lies below belongs to a file that was replaced. Empty if `beside` is not there.
  [[nodiscard]] std::vector<LibraryFile> layers(std::string_view path, std::string_view beside) const;

 private:
  [[nodiscard]] std::optional<LibraryFile> in_layer(size_t layer, std::string_view path) const;

  bool embedded_ = true;
  std::vector<std::filesystem::path> roots_;  // later wins
  std::optional<LibraryFile> given_;          // as if it lay in the last of them
};

}  // namespace esep::datafile
