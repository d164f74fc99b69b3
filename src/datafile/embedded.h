// SPDX-License-Identifier: MIT
#pragma once

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

}  // namespace esep::datafile
