// SPDX-License-Identifier: MIT
#include "app/upkeep/export.h"
#include "cli/commands.h"

namespace esep::cli {
namespace {

int run_export(Session& session) {
  session.arguments().at_most(1);
  const std::string& folder = session.arguments().positional(0, "FOLDER");
  const auto personal = session.arguments().has("with-personal") ? app::PersonalData::shown : app::PersonalData::masked;
  const auto result = app::export_all(session.engine(), folder, personal, session.actor());
  session.tell(Message("EXPORT-DONE", {{"folder", folder},
                                       {"submissions", std::to_string(result.submissions)},
                                       {"files", std::to_string(result.files)}}));
  if (result.left_out > 0) session.tell(Message("EXPORT-LEFT-OUT", {{"count", std::to_string(result.left_out)}}));
  return kOk;
}

}  // namespace

Command export_command() {
  return {"export",   "FOLDER [--with-personal]", "CMD-EXPORT", {{"with-personal", '\0', "", "OPT-WITH-PERSONAL"}},
          run_export, {"esep export archive"}};
}

}  // namespace esep::cli
