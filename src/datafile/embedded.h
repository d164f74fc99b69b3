// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace esep::datafile {

/// A file that the build embedded in the binary (esep_embed of src/embed.cmake).
struct EmbeddedFile {
  std::string_view path;  // as in the source tree
  std::string_view bytes;
};

/// forms/, data/ and templates/, sorted by path.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();
/// The trees of their TOML files, packed (toml_tree.h), by the same paths. Messages have none: each is read alone.
[[nodiscard]] std::span<const EmbeddedFile> embedded_trees();
/// The file of a path; nullptr: there is none.
[[nodiscard]] inline const EmbeddedFile* find_embedded(std::span<const EmbeddedFile> files, std::string_view path) {
  const auto at = std::lower_bound(files.begin(), files.end(), path,
                                   [](const EmbeddedFile& file, std::string_view p) { return file.path < p; });
  return at == files.end() || at->path != path ? nullptr : &*at;
}

}  // namespace esep::datafile
