// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// A PDF as other programs see it: poppler's tools and qpdf, which the tests have (scripts/packages.sh test).
namespace read_paper {

/// What the program prints about the file. `command` has `%` where the file's name goes.
[[nodiscard]] std::string seen_by(const std::string& command, const std::string& pdf);

[[nodiscard]] inline std::string text(const std::string& pdf) { return seen_by("pdftotext -raw % -", pdf); }
/// Objects in the clear, streams uncompressed.
[[nodiscard]] inline std::string objects(const std::string& pdf) {
  return seen_by("qpdf --qdf --object-streams=disable --no-original-object-ids --deterministic-id % -", pdf);
}
[[nodiscard]] size_t count(std::string_view text, std::string_view part);

}  // namespace read_paper
