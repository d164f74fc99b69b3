// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "cli/commands.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

int run_register(Session& session) {
  const auto& arguments = session.arguments();
  arguments.at_most(2);
  if (arguments.positional(0, "show") != "show") {
    throw Error(Message("CLI-BAD-VALUE", {{"option", "register"}, {"value", arguments.positional(0, "show")}, {"known", "show"}}),
                "CLI-SEE-HELP", Error::Kind::usage);
  }
  if (arguments.positional().size() < 2) {
    for (const auto& definition : session.engine().catalog().registers()) {
      session.out() << definition.id << '\t' << definition.title.in(session.lang()) << '\n';
    }
    return kOk;
  }
  const auto& definition = session.engine().catalog().register_by_id(arguments.positional(1, "REGISTER"));
  const auto& rows = session.engine().rows(definition.id);
  if (session.json()) {
    session.out() << text::register_json(definition, rows);
    return kOk;
  }
  for (const auto& row : rows) {
    const std::string organisation = report::row_text(definition, row, form::RegisterRole::organisation);
    session.out() << row.key << '\t' << (organisation.empty() ? "" : organisation + "\t")
                  << report::row_title(definition, row).in(session.lang()) << '\n';
  }
  return kOk;
}

}  // namespace

Command register_command() { return {"register", "show [REGISTER]", "CMD-REGISTER", {}, run_register}; }

}  // namespace esep::cli
