// SPDX-License-Identifier: MIT
#include "intake/cell_colour.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "base/text.h"

namespace esep::intake {
namespace {

double number_or(std::string_view text, double otherwise) {
  double out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() ? out : otherwise;
}

std::optional<uint32_t> from_hex(std::string_view text) {
  constexpr size_t kDigits = 6;  // behind two of transparency
  if (text.size() < kDigits) return std::nullopt;
  text = text.substr(text.size() - kDigits);
  uint32_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, 16);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

// The first colours of the old palette, which stand there twice, and the two of the system.
std::optional<uint32_t> of_palette(int index) {
  constexpr std::array<uint32_t, 8> kFirst{0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00,
                                           0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF};
  if (index >= 0 && index < 16) return kFirst[static_cast<size_t>(index % 8)];
  if (index == 64) return CellColour::kBlack;
  return index == 65 ? std::optional(CellColour::kWhite) : std::nullopt;
}

// The theme's first two colours are the paper and the ink; a tint makes the paper darker, the ink lighter.
std::optional<uint32_t> of_theme(int theme, double tint) {
  if (theme != 0 && theme != 1) return std::nullopt;
  const double share = theme == 0 ? 1 + std::min(tint, 0.0) : std::max(tint, 0.0);
  const auto grey = static_cast<uint32_t>(std::clamp(share, 0.0, 1.0) * 255);
  return grey << 16 | grey << 8 | grey;
}

bool is_of_dingbats(std::string_view font) {
  const std::string folded = fold_case(font);
  return folded.starts_with("wingdings") || folded == "symbol" || folded.starts_with("webdings") ||
         folded.find("dingbats") != std::string::npos;
}

}  // namespace

CellColour CellColour::read(XmlAttributes attributes, uint32_t automatic) {
  CellColour out;
  const std::string_view hex = attribute(attributes, "rgb").value_or("");
  const std::string theme(attribute(attributes, "theme").value_or(""));
  const std::string index(attribute(attributes, "indexed").value_or(""));
  const std::string tint(attribute(attributes, "tint").value_or(""));
  if (!hex.empty()) {
    out.rgb = from_hex(hex);
  } else if (!theme.empty()) {
    out.name = "theme " + theme + " " + tint;
    out.rgb = of_theme(number_attribute(attributes, "theme").value_or(-1), number_or(tint, 0));
  } else if (!index.empty()) {
    out = of_index(number_attribute(attributes, "indexed").value_or(-1));
  } else {
    out.rgb = automatic;
  }
  return out;
}

CellColour CellColour::of_index(int index) { return {of_palette(index), "index " + std::to_string(index)}; }

bool CellColour::is_like(const CellColour& other) const {
  constexpr int kHardlySeen = 32;
  if (!rgb || !other.rgb) return !name.empty() && name == other.name;
  for (const int shift : {0, 8, 16}) {
    const int one = static_cast<int>(*rgb >> shift & 0xFF), two = static_cast<int>(*other.rgb >> shift & 0xFF);
    if (std::abs(one - two) > kHardlySeen) return false;
  }
  return true;
}

void FontMarks::take(std::string_view name, XmlAttributes attributes) {
  constexpr double kTiny = 2;  // points
  const auto given = attribute(attributes, "val");
  if (name == "strike") {
    struck = !given || is_true(given);
  } else if (name == "sz") {
    size = number_or(given.value_or(""), 0);
    tiny = number_or(given.value_or(""), kTiny + 1) <= kTiny;
  } else if (name == "name" || name == "rFont") {
    dingbats = is_of_dingbats(given.value_or(""));
  } else if (name == "color") {
    colour = CellColour::read(attributes, CellColour::kBlack);
  }
}

}  // namespace esep::intake
