// SPDX-License-Identifier: MIT
#include "app/core/workspace.h"

#include "base/file.h"
#include "base/file_error.h"

namespace esep::app {
namespace {

constexpr const char* kSettings =
    "# Settings of this workspace. A name in `user` stands on every entry of the history.\n"
    "# user = \"\"\n"
    "# lang = \"kk\"        # kk, ru or en: messages\n"
    "# paper_lang = \"kk\"  # kk or ru: forms and papers\n"
    "# mail_sender = \"\"   # reminders: \"Name <post@example.kz>\"\n"
    "\n"
    "# Roles of users (data/workflow.toml) and the bodies for which they act; without this table everybody has every\n"
    "# role for every body. This is no authentication.\n"
    "# [users]\n"
    "# \"A. Agency\" = { roles = [\"agency\"], bodies = [\"km\"] }\n"
    "# \"A. Reviewer\" = { roles = [\"reviewer\"] }\n";

}  // namespace

std::filesystem::path accounts_file(const std::filesystem::path& workspace) { return workspace / "accounts.db"; }

void make_workspace_folders(const std::filesystem::path& workspace) {
  for (const char* folder : {"forms", "data/calendar", "data/queues", "data/registers", "data/summaries", "templates"})
    make_folders(workspace / folder);
  if (!std::filesystem::exists(workspace / "esep.toml"))
    write_file_atomically(workspace / "esep.toml", kSettings, 0600);
}

}  // namespace esep::app
