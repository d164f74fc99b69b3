// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/core/free_place.h"
#include "cli/arguments.h"

/// Where a command writes what it makes. Nobody's file is overwritten unasked.
namespace esep::cli {

/// -o FILE, which the command needs; "-" is standard output. Error FILE-EXISTS unless --force is given, FILE-KEPT,
/// CLI-MISSING-OPTION (usage). `is_own_kind`: which TOML files --force may replace (app/core/free_place.h).
[[nodiscard]] std::string output_place(const Arguments& arguments, const app::IsOwnKind& is_own_kind = {});
/// Error FILE-EXISTS if a file lies there and --force is not given, FILE-KEPT even then if it belongs to a workspace.
void require_place(const Arguments& arguments, const std::filesystem::path& file,
                   const app::IsOwnKind& is_own_kind = {});
/// The format of what is written: --to, else what the name of -o ends with. Errors (usage): CLI-FORMATS-DISAGREE if the
/// name ends with that of another format, FORMAT-UNKNOWN if it ends with no format, CLI-MISSING-OPTION if neither says
/// one.
[[nodiscard]] std::string output_format(const Arguments& arguments);
/// Whether --to or -o asks for a file instead of lines on the screen.
[[nodiscard]] bool asks_for_file(const Arguments& arguments);
/// Where a paper goes and as what, asked for before it is made.
struct PaperPlace {
  std::string file;  // "-": standard output
  std::string format;
};
/// What -o and --to say. Errors as `output_place` and `output_format`.
[[nodiscard]] PaperPlace paper_place(const Arguments& arguments);
/// The options -o FILE and --force.
[[nodiscard]] Option output_option();
[[nodiscard]] Option force_option();
/// `own` and the options of a command that writes a paper: --to FORMAT, -o FILE, --force.
[[nodiscard]] std::vector<Option> with_paper_options(std::vector<Option> own);

}  // namespace esep::cli
