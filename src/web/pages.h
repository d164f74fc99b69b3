// SPDX-License-Identifier: MIT
#pragma once

#include "web/route.h"

/// The pages: one source file each, named page_*.cpp. A page is a view of values of app/ and decides nothing.
namespace esep::web {

// For anyone.
[[nodiscard]] http::Response home_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response sign_in_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response sign_in(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response sign_out(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response invitation_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response accept_invitation(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response verify_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response verify_upload(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response code_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response calendar_page(const Visitor& visitor, const PathValues& values);

// For whoever is signed in.
[[nodiscard]] http::Response own_account_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response change_own_password(const Visitor& visitor, const PathValues& values);

// For who hands reports in.
[[nodiscard]] http::Response today_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response blank_file(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response hand_in_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response take_files(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response checked_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response marked_file(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response register_checked(const Visitor& visitor, const PathValues& values);

// One report in the register.
[[nodiscard]] http::Response report_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response report_paper(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response report_file(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response withdraw_report(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response record_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response record_it(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response proposals_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response give_verdict(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response answer_recommendation(const Visitor& visitor, const PathValues& values);

// For a ministry.
[[nodiscard]] http::Response board_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response board_paper(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response lock_board(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response waive_on_board(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response write_reminders(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response composed_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response composed_paper(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response dispatch_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response record_sent(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response summaries_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response summary_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response summary_paper(const Visitor& visitor, const PathValues& values);

// For reviewers.
[[nodiscard]] http::Response desk_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response review_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response take_step(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response checklist_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response answer_checklist(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response review_letter(const Visitor& visitor, const PathValues& values);

// For auditors and administrators.
[[nodiscard]] http::Response history_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response accounts_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response add_account(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response account_page(const Visitor& visitor, const PathValues& values);
[[nodiscard]] http::Response change_account(const Visitor& visitor, const PathValues& values);

}  // namespace esep::web
