// SPDX-License-Identifier: MIT
#include "app/upkeep/export.h"

#include "app/core/rights.h"
#include "app/query/submission_view.h"
#include "app/receive/opened_file.h"
#include "app/upkeep/export_tables.h"
#include "base/error.h"
#include "base/file.h"
#include "base/file_error.h"
#include "base/work_folder.h"
#include "registry/details.h"
#include "sqlite/transaction.h"
#include "text/report_json.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

// An export needs an empty or new folder.
void check_free(const fs::path& target) {
  std::error_code error;
  if (fs::exists(target, error) && !fs::is_directory(target, error))
    throw Error(Message("EXPORT-NO-FOLDER", {{"file", target.string()}}));
  const bool empty = fs::is_directory(target, error) && fs::is_empty(target, error);
  if (fs::exists(fs::symlink_status(target)) && !empty)
    throw Error(Message("EXPORT-EXISTS", {{"folder", target.string()}}));
}

std::string extension_of(const std::string& file_name) {
  std::string out = fs::path(file_name).extension().string();
  const bool plain = out.size() <= 8 && out.find_first_of("/\\ \t\n") == std::string::npos;
  return plain ? out : "";
}

// A personal number may stand in any text. What cannot be looked through may hold one.
bool file_holds_personal_number(const std::string& name, const std::string& bytes) {
  if (bytes.empty()) return false;
  const OpenedFile opened = open_bytes(name, bytes);
  if (!opened.grid) return true;
  for (size_t sheet = 0; sheet < opened.grid->sheets().size(); ++sheet) {
    const auto cursor = opened.grid->rows(sheet);
    report::GridRow row;
    while (cursor->next(row)) {
      for (const report::GridCell& cell : row.cells)
        if (holds_personal_number(cell.text)) return true;
    }
  }
  return false;
}

class Exporter {
 public:
  Exporter(Engine& engine, fs::path folder, PersonalData personal)
      : engine_(engine), standings_(engine), folder_(std::move(folder)), personal_(personal) {}

  ExportResult run() {
    ExportTables(engine_, personal_, [this](const std::string& name, const std::string& bytes) {
      write(name, bytes);
    }).write();
    submissions();
    signatures();
    form_texts();
    return out_;
  }

 private:
  void write(const fs::path& name, std::string_view bytes) {
    const fs::path path = folder_ / name;
    make_folders(path.parent_path());
    write_file_atomically(path, bytes, 0600);
  }

  [[nodiscard]] bool shows() const { return personal_ == PersonalData::shown; }
  [[nodiscard]] std::string shown(const std::string& text) const { return shows() ? text : mask_text(text); }

  void submissions() {
    std::vector<text::SubmissionView> views;
    for (const auto& submission : engine_.registry().submissions({})) {
      received_file(submission);
      text::SubmissionView view = submission_view(engine_, standings_, submission);
      view.submission.receipt.file_name = shown(submission.receipt.file_name);
      for (auto& one : view.attachments) one.file = shown(one.file);
      for (auto& finding : view.findings) {
        finding.file = view.submission.receipt.file_name;
        const LocalText& said = finding.message.text;
        finding.message = Message(LocalText{shown(said.kk), shown(said.ru), shown(said.en)});
      }
      views.push_back(std::move(view));
      ++out_.submissions;
    }
    const auto render = [this](const Message& message) { return engine_.messages().render(message, Lang::kk); };
    write("submissions.json", text::submissions_json(views, {}, render, Lang::kk));
  }

  void received_file(const report::Submission& submission) {
    const std::string bytes = engine_.registry().file_bytes(submission.receipt.sha256);
    const bool asks = !shows() && asks_personal_number(engine_.form_of(submission));
    if (asks || (!shows() && file_holds_personal_number(submission.receipt.file_name, bytes))) {
      ++out_.left_out;
      return;
    }
    write(fs::path("files") / (submission.number + extension_of(submission.receipt.file_name)), bytes);
    ++out_.files;
  }

  // The certificate in a signature names its owner with his personal number.
  void signatures() {
    auto& registry = engine_.registry();
    for (const auto& one : registry.attachments()) {
      if (!shows()) {
        ++out_.left_out;
        continue;
      }
      write(fs::path("signatures") / (one.number + extension_of(one.file_name)), registry.file_bytes(one.sha256));
      ++out_.files;
    }
  }

  void form_texts() {
    auto rows = engine_.registry().database().prepare(
        "SELECT form, edition, sha256, text FROM form_text ORDER BY form, edition, sha256");
    constexpr size_t kShort = 12;
    while (rows.step()) {
      write(
          fs::path("form_texts") / (rows.text(0) + "." + rows.text(1) + "." + rows.text(2).substr(0, kShort) + ".toml"),
          rows.text(3));
    }
  }

  Engine& engine_;
  Standings standings_;
  fs::path folder_;
  PersonalData personal_;
  ExportResult out_;
};

}  // namespace

ExportResult export_all(Engine& engine, const fs::path& folder, PersonalData personal, const registry::Actor& actor) {
  std::string target = folder.string();
  while (target.size() > 1 && target.ends_with('/')) target.pop_back();
  if (personal == PersonalData::shown) require_right_for_all(engine, report::RegisterAction::export_personal, actor);
  check_free(target);
  const WorkFolder work(folder_of(target));
  ExportResult out;
  {
    // All parts of the export show the register at one moment, whatever others write meanwhile.
    const sqlite::Transaction snapshot(engine.registry().database(), sqlite::Transaction::Begin::deferred);
    out = Exporter(engine, work.path(), personal).run();
  }
  if (personal == PersonalData::shown)
    engine.registry().note("export", registry::Details().add("personal", 1).text(), actor);
  work.become(target);
  return out;
}

}  // namespace esep::app
