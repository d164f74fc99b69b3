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

// Who brings the reports of many bodies together.
const Access kMinistry{false, {"registrar", "reviewer", "approver", "coordinator", "auditor"}};
const Access kReviewing{false, {"registrar", "reviewer", "approver"}};
// Whose paper it is that the register composes.
const Access kComposing{false, {"registrar", "approver", "coordinator"}};
// Order № 176-НҚ, paragraphs 15 and 16: each has a step of its own.
const Access kProposals{false, {"portal_operator", "programme_administrator", "registrar", "agency", "approver"}};
const Access kAuditing{false, {"auditor"}};
const Access kAccounts{false, {"account_admin"}};

std::vector<Route> public_routes() {
  return {
      {Method::get, "/", kAnyone, home_page},
      {Method::get, "/sign-in", kAnyone, sign_in_page},
      {Method::post, "/sign-in", kAnyone, sign_in, true},
      {Method::post, "/sign-out", kSignedIn, sign_out},
      {Method::get, "/invitation/{token}", kAnyone, invitation_page},
      {Method::post, "/invitation/{token}", kAnyone, accept_invitation, true},
      {Method::get, "/verify", kAnyone, verify_page},
      {Method::post, "/verify", kAnyone, verify_upload},
      {Method::get, "/v/{code}", kAnyone, code_page},
      {Method::get, "/calendar", kAnyone, calendar_page},
      {Method::get, "/account", kSignedIn, own_account_page},
      {Method::post, "/account", kSignedIn, change_own_password, true},
  };
}

std::vector<Route> reporting_routes() {
  return {
      {Method::get, "/today", kReporting, today_page},
      {Method::get, "/blank", kReporting, blank_file},
      {Method::get, "/hand-in", kReporting, hand_in_page},
      {Method::post, "/hand-in", kReporting, take_files},
      {Method::get, "/hand-in/{upload}", kReporting, checked_page},
      {Method::get, "/hand-in/{upload}/marked", kReporting, marked_file},
      {Method::post, "/hand-in/{upload}", kReporting, register_checked},
      {Method::get, "/record/{kind}", kReporting, record_page},
      {Method::post, "/record/{kind}", kReporting, record_it},
  };
}

std::vector<Route> report_routes() {
  return {
      {Method::get, "/report/{number}", kReading, report_page},
      {Method::get, "/report/{number}/paper", kReading, report_paper},
      {Method::get, "/report/{number}/file", kReading, report_file},
      {Method::post, "/report/{number}/withdraw", kReporting, withdraw_report},
      {Method::post, "/report/{number}/answer", kReporting, answer_recommendation},
  };
}

std::vector<Route> ministry_routes() {
  return {
      {Method::get, "/board", kMinistry, board_page},
      {Method::get, "/board/paper", kMinistry, board_paper},
      {Method::post, "/board/lock", kMinistry, lock_board},
      {Method::post, "/board/unlock", kMinistry, lock_board},
      {Method::post, "/board/waive", kMinistry, waive_on_board},
      {Method::post, "/board/reminders", kMinistry, write_reminders},
      {Method::get, "/composed", kComposing, composed_page},
      {Method::get, "/composed/paper", kComposing, composed_paper},
      {Method::get, "/composed/dispatch", kComposing, dispatch_page},
      {Method::post, "/composed/dispatch", kComposing, record_sent},
      {Method::get, "/proposals", kProposals, proposals_page},
      {Method::post, "/proposals/{proposal}", kProposals, give_verdict},
      {Method::get, "/summary", kMinistry, summaries_page},
      {Method::get, "/summary/{summary}", kMinistry, summary_page},
      {Method::get, "/summary/{summary}/paper", kMinistry, summary_paper},
  };
}

std::vector<Route> review_routes() {
  return {
      {Method::get, "/desk", kReviewing, desk_page},
      {Method::get, "/review/{number}", kReviewing, review_page},
      {Method::get, "/review/{number}/letter", kReviewing, review_letter},
      {Method::get, "/review/{number}/checklist/{checklist}", kReviewing, checklist_page},
      {Method::post, "/review/{number}/checklist/{checklist}", kReviewing, answer_checklist},
      {Method::post, "/review/{number}/{verb}", kReviewing, take_step},
  };
}

std::vector<Route> office_routes() {
  return {
      {Method::get, "/history", kAuditing, history_page},
      {Method::get, "/accounts", kAccounts, accounts_page},
      {Method::post, "/accounts", kAccounts, add_account},
      {Method::get, "/accounts/{login}", kAccounts, account_page},
      {Method::post, "/accounts/{login}", kAccounts, change_account},
  };
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> kRoutes = [] {
    std::vector<Route> out;
    for (const auto& make :
         {public_routes, reporting_routes, report_routes, ministry_routes, review_routes, office_routes})
      for (Route& one : make()) out.push_back(std::move(one));
    return out;
  }();
  return kRoutes;
}

const std::vector<NavigationEntry>& navigation() {
  static const std::vector<NavigationEntry> kEntries = {{"/today", "WEB-TODAY", "WEB-TODAY-ABOUT"},
                                                        {"/hand-in", "WEB-HAND-IN", "WEB-HAND-IN-ABOUT"},
                                                        {"/board", "WEB-BOARD", "WEB-BOARD-ABOUT"},
                                                        {"/summary", "WEB-SUMMARIES", "WEB-SUMMARIES-ABOUT"},
                                                        {"/composed", "WEB-COMPOSED", "WEB-COMPOSED-ABOUT"},
                                                        {"/proposals", "WEB-PROPOSALS", "WEB-PROPOSALS-ABOUT"},
                                                        {"/desk", "WEB-DESK", "WEB-DESK-ABOUT"},
                                                        {"/history", "WEB-HISTORY", "WEB-HISTORY-ABOUT"},
                                                        {"/accounts", "WEB-ACCOUNTS", "WEB-ACCOUNTS-ABOUT"},
                                                        {"/verify", "WEB-VERIFY", "WEB-VERIFY-ABOUT"},
                                                        {"/calendar", "WEB-CALENDAR", "WEB-CALENDAR-ABOUT"}};
  return kEntries;
}

}  // namespace esep::web
