// SPDX-License-Identifier: MIT
// Reminders are written, not sent: the letters come as one file.
#include "app/core/names.h"
#include "app/paper/mail_sender.h"
#include "app/paper/remind.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/zip_file.h"
#include "calendar/typed_period.h"
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

constexpr int kMinutesAhead = 300;  // Kazakhstan since 1 March 2024

// A folder that goes with the request.
class LetterFolder {
 public:
  explicit LetterFolder(const Visitor& visitor)
      : path_(visitor.engine().workspace() / "portal" / ("letters-" + random_hex(16))) {}
  ~LetterFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  LetterFolder(const LetterFolder&) = delete;
  LetterFolder& operator=(const LetterFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string zipped(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ZipFile zip;
  for (const auto& file : files) zip.add(file.filename().string(), read_file(file));
  return zip.finish();
}

}  // namespace

http::Response write_reminders(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& form = visitor.request().form;
  const LetterFolder folder(visitor);
  app::RemindRequest request;
  request.filter.form = form.get("form");
  request.filter.period = calendar::parse_typed_period(form.get("period"));
  request.format = app::reminder_format(form.get("to"));
  request.fallback = visitor.paper_lang();
  request.utc_offset_minutes = kMinutesAhead;
  request.written_today = registry::WrittenToday::write_again;
  request.folder = folder.path();
  try {
    request.sender = app::mail_sender(visitor.engine(), std::nullopt);
    if (app::remind(visitor.engine(), request, visitor.actor()).empty()) {
      Page page{visitor.say("WEB-REMINDERS"),
                paragraph(visitor.say(app::nobody_message(visitor.engine(), request, visitor.today())))};
      page.body += paragraph(link(visitor.address("/board"), visitor.say("WEB-BOARD")));
      return page_response(visitor, page);
    }
  } catch (const Error& error) {
    return failure(visitor, error, "/board");
  }
  return file_response(zipped(folder.path()), "application/zip", "reminders_" + request.filter.form + ".zip");
}

}  // namespace esep::web
