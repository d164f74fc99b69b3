// SPDX-License-Identifier: MIT
// Reminders are written, not sent: the letters come as one file.
#include "app/accounts/account_desk.h"
#include "app/core/names.h"
#include "app/paper/mail_sender.h"
#include "app/paper/remind.h"
#include "base/work_folder.h"
#include "calendar/typed_period.h"
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

http::Response write_reminders(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& form = visitor.request().form;
  const WorkFolder work(visitor.engine().workspace());
  app::RemindRequest request;
  request.filter.form = form.get("form");
  request.filter.period = calendar::parse_typed_period(form.get("period"));
  request.format = app::reminder_format(form.get("to"));
  request.fallback = visitor.paper_lang();
  request.utc_offset_minutes = app::kMinutesAhead;
  request.written_today = registry::WrittenToday::write_again;
  request.folder = work.path() / "letters";
  try {
    request.sender = app::mail_sender(visitor.engine(), std::nullopt);
    const app::RemindOutcome outcome = app::remind(visitor.engine(), request, visitor.actor());
    if (outcome.letters.empty()) {
      Page page{visitor.say("WEB-REMINDERS"), paragraph(visitor.say(outcome.beyond.value_or(outcome.nobody)))};
      page.body += paragraph(link(visitor.address("/board"), visitor.say("WEB-BOARD")));
      return page_response(visitor, page);
    }
  } catch (const Error& error) {
    return failure(visitor, error, "/board");
  }
  return zip_response(files_in(request.folder), "reminders_" + request.filter.form + ".zip");
}

}  // namespace esep::web
