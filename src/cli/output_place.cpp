// SPDX-License-Identifier: MIT
#include "cli/output_place.h"

#include "app/core/free_place.h"

namespace esep::cli {

void require_place(const Arguments& arguments, const std::filesystem::path& file) {
  app::require_not_kept(file);
  if (!arguments.has("force")) app::require_free(file, "FILE-EXISTS-HINT");
}

std::string output_place(const Arguments& arguments) {
  std::string file = arguments.required("output");
  if (file != "-") require_place(arguments, file);
  return file;
}

Option output_option() { return {"output", 'o', "FILE", "OPT-OUTPUT"}; }
Option force_option() { return {"force", '\0', "", "OPT-FORCE"}; }

}  // namespace esep::cli
