// SPDX-License-Identifier: MIT
#include "cli/place_options.h"

#include <charconv>

#include "base/error.h"

namespace esep::cli {

std::vector<Option> place_options() {
  return {{"cell", '\0', "C14", "OPT-CELL"},
          {"row", '\0', "N", "OPT-ROW"},
          {"column", '\0', "COLUMN", "OPT-COLUMN"},
          {"item", '\0', "ITEM", "OPT-ITEM"}};
}

report::Place place(const Arguments& arguments) {
  report::Place out;
  out.cell = arguments.get("cell");
  for (char& c : out.cell) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  out.column = arguments.get("column");
  out.item = arguments.get("item");
  if (!arguments.has("row")) return out;
  const std::string text = arguments.get("row");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.row);
  if (error != std::errc{} || end != text.data() + text.size() || out.row < 1) {
    throw Error(Message("CLI-BAD-NUMBER", {{"option", "--row"}, {"value", text}}), "CLI-SEE-HELP", Error::Kind::usage);
  }
  return out;
}

}  // namespace esep::cli
