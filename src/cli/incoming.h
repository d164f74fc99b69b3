// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"
#include "cli/session.h"

namespace esep::cli {

/// --form --org --subject --period --stage --occurrence --received --incoming, as check and submit take them.
[[nodiscard]] std::vector<Option> incoming_options();
[[nodiscard]] app::Incoming incoming(Session& session);
/// Nothing is registered as received later than now: Error CLI-RECEIVED-FUTURE (usage). A --today without a time is the
/// whole day.
void refuse_future(Session& session, const app::Incoming& incoming);

/// A date option as a Date; Error CLI-BAD-DATE (usage). nullopt when absent.
[[nodiscard]] std::optional<calendar::Date> date_option(const Arguments& arguments, const std::string& name);
/// A period option; Error CLI-BAD-PERIOD (usage). nullopt when absent.
[[nodiscard]] std::optional<calendar::Period> period_option(const Arguments& arguments, const std::string& name);

}  // namespace esep::cli
