// SPDX-License-Identifier: MIT
#include "cli/report_place.h"

#include "base/text.h"
#include "cli/value_options.h"

namespace esep::cli {

std::vector<Option> report_place_options() {
  return {{"cell", '\0', "C14", "OPT-CELL"},
          {"row", '\0', "N", "OPT-ROW"},
          {"column", '\0', "COLUMN", "OPT-COLUMN"},
          {"item", '\0', "ITEM", "OPT-ITEM"}};
}

report::Place report_place(const Arguments& arguments) {
  report::Place out;
  out.cell = ascii_upper(arguments.get("cell"));
  out.column = arguments.get("column");
  out.item = arguments.get("item");
  out.row = number_option(arguments, "row").value_or(0);
  return out;
}

}  // namespace esep::cli
