// SPDX-License-Identifier: MIT
#include "web/pages.h"

namespace esep::web {
namespace {

using http::Method;

const Access kAnyone{true};
const Access kSignedIn{};
// Who hands reports in.
const Access kReporting{false, {"agency", "registrar", "coordinator", "programme_administrator", "queue_operator"}};
// Who reads reports: of the bodies for which the account acts.
const Access kReading{false,
                      {"agency", "registrar", "reviewer", "approver", "coordinator", "portal_operator",
                       "programme_administrator", "queue_operator", "auditor"}};

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> kRoutes = {
      {Method::get, "/", kAnyone, home_page},
      {Method::get, "/sign-in", kAnyone, sign_in_page},
      {Method::post, "/sign-in", kAnyone, sign_in},
      {Method::post, "/sign-out", kSignedIn, sign_out},
      {Method::get, "/invitation/{token}", kAnyone, invitation_page},
      {Method::post, "/invitation/{token}", kAnyone, accept_invitation},
      {Method::get, "/verify", kAnyone, verify_page},
      {Method::post, "/verify", kAnyone, verify_upload},
      {Method::get, "/v/{code}", kAnyone, code_page},
      {Method::get, "/calendar", kAnyone, calendar_page},
      {Method::get, "/account", kSignedIn, own_account_page},
      {Method::post, "/account", kSignedIn, change_own_password},
      {Method::get, "/today", kReporting, today_page},
      {Method::get, "/blank", kReporting, blank_file},
      {Method::get, "/hand-in", kReporting, hand_in_page},
      {Method::post, "/hand-in", kReporting, take_files},
      {Method::get, "/hand-in/{upload}", kReporting, checked_page},
      {Method::get, "/hand-in/{upload}/marked", kReporting, marked_file},
      {Method::post, "/hand-in/{upload}", kReporting, register_checked},
      {Method::get, "/report/{number}", kReading, report_page},
      {Method::get, "/report/{number}/paper", kReading, report_paper},
      {Method::get, "/report/{number}/file", kReading, report_file},
      {Method::post, "/report/{number}/withdraw", kReporting, withdraw_report},
  };
  return kRoutes;
}

const std::vector<NavigationEntry>& navigation() {
  static const std::vector<NavigationEntry> kEntries = {{"/today", "WEB-TODAY"},
                                                        {"/hand-in", "WEB-HAND-IN"},
                                                        {"/verify", "WEB-VERIFY"},
                                                        {"/calendar", "WEB-CALENDAR"}};
  return kEntries;
}

}  // namespace esep::web
