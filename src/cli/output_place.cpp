// SPDX-License-Identifier: MIT
#include "cli/output_place.h"

#include <set>
#include <utility>

#include "app/paper/output.h"
#include "base/error.h"
#include "base/text.h"
#include "report/output_format.h"

namespace esep::cli {

void require_place(const Arguments& arguments, const std::filesystem::path& file, const app::IsOwnKind& is_own_kind) {
  app::require_not_kept(file, is_own_kind);
  if (!arguments.has("force")) app::require_free(file, "FILE-EXISTS-HINT");
}

std::string output_place(const Arguments& arguments, const app::IsOwnKind& is_own_kind) {
  std::string file = arguments.required("output");
  if (file != "-") require_place(arguments, file, is_own_kind);
  return file;
}

std::string output_format(const Arguments& arguments) {
  // Formats of other programs, which Esep does not write under their names.
  static const std::set<std::string> kOthers{"doc", "ods", "odt", "rtf", "xls"};
  const std::string extension = std::filesystem::path(arguments.get("output")).extension().string();
  const std::string named = extension.empty() ? "" : fold_case(extension.substr(1));
  const bool is_format = report::output_format_from(named) || kOthers.contains(named);
  if (!arguments.has("to") && !named.empty())
    return std::string(report::output_format_name(app::require_format(named)));
  std::string format = arguments.required("to");
  if (!is_format || named == format) return format;
  throw Error(Message("CLI-FORMATS-DISAGREE", {{"file", arguments.get("output")}, {"format", format}}), "CLI-SEE-HELP",
              Error::Kind::usage);
}

bool asks_for_file(const Arguments& arguments) { return arguments.has("to") || arguments.has("output"); }

PaperPlace paper_place(const Arguments& arguments) {
  std::string format = output_format(arguments);
  return {output_place(arguments), std::move(format)};
}

Option output_option() { return {"output", 'o', "FILE", "OPT-OUTPUT"}; }
Option force_option() { return {"force", '\0', "", "OPT-FORCE"}; }

std::vector<Option> with_paper_options(std::vector<Option> own) {
  own.push_back({"to", '\0', "FORMAT", "OPT-FORMAT"});
  own.push_back(output_option());
  own.push_back(force_option());
  return own;
}

}  // namespace esep::cli
