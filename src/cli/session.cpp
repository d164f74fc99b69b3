// SPDX-License-Identifier: MIT
#include "cli/session.h"

#include <algorithm>

#include "app/core/user_name.h"
#include "base/brackets.h"
#include "base/error.h"
#include "base/file.h"
#include "base/leftovers.h"
#include "base/shown_text.h"
#include "base/text.h"
#include "cli/clock.h"
#include "cli/value_options.h"
#include "document/build/findings_document.h"

namespace esep::cli {
namespace {

Lang language_option(const Arguments& arguments, const std::string& option, const std::vector<std::string>& known,
                     std::optional<Lang> setting, Lang fallback) {
  if (!arguments.has(option)) return setting.value_or(fallback);
  const std::string code = arguments.get(option);
  if (std::find(known.begin(), known.end(), code) == known.end()) refuse_value("--" + option, code, known);
  return *lang_from_code(code);
}

Message::Value shown(const Message::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return shown_in_line(*text);
  const auto& texts = std::get<LocalText>(value);
  return LocalText{shown_in_line(texts.kk), shown_in_line(texts.ru), shown_in_line(texts.en)};
}

}  // namespace

Session::Session(const Environment& environment, Arguments arguments, std::optional<std::filesystem::path> workspace,
                 std::ostream& out, std::ostream& err)
    : environment_(environment),
      arguments_(std::move(arguments)),
      out_(out),
      err_(err),
      shown_out_(out),
      shown_err_(err) {
  engine_ = std::make_unique<app::Engine>(library(), std::move(workspace));
  const Lang system = lang_from_code(environment.language).value_or(Lang::ru);
  lang_ = language_option(arguments_, "lang", {"kk", "ru", "en"}, engine_->settings().lang, system);
  paper_lang_ = language_option(arguments_, "paper-lang", {"kk", "ru"}, engine_->settings().paper_lang, Lang::kk);
}

datafile::Library Session::library() const {
  return environment_.data_root.empty() ? datafile::Library() : datafile::Library::from_folder(environment_.data_root);
}

calendar::LocalTime Session::clock() const {
  if (!clock_) clock_ = environment_.now ? *environment_.now : now_in_kazakhstan();
  return *clock_;
}

calendar::LocalTime Session::now() const {
  if (arguments_.has("today")) {
    const std::string& today = arguments_.get("today");
    if (const auto time = typed_time(today)) return *time;
    throw Error(Message("CLI-BAD-DATE", {{"option", "--today"}, {"value", arguments_.get("today")}}), {},
                Error::Kind::usage);
  }
  return clock();
}

calendar::Instant Session::instant() const {
  if (!arguments_.has("today") && !environment_.now) return instant_now();
  return calendar::Instant::at(now().date, now().minute);
}

registry::Actor Session::actor() {
  const bool named = arguments_.has("as");
  std::string user = named ? arguments_.get("as") : engine_->settings().user;
  if (user.empty() && !named) user = environment_.user;
  app::require_user_name(user);
  return {std::move(user), now(), clock()};
}

std::string Session::say(const Message& message) {
  Message out = message;
  for (auto& [name, value] : out.args) value = shown(value);
  return engine_->messages().render(out, lang_);
}

void Session::tell(const Message& message) {
  if (!quiet()) err() << say(message) << '\n';
}

void Session::print(const report::Finding& finding) {
  const bool bad = finding.severity == Severity::error;
  std::string where = finding.file;
  if (!finding.sheet.empty()) where += "!" + finding.sheet;
  if (!finding.cell.empty()) {
    where += "!" + finding.cell;
  } else if (finding.row > 0) {
    where += (finding.sheet.empty() ? ":" : "!") + std::to_string(finding.row);
  }
  err() << shown_in_line(where) << ": ";
  if (environment_.colour) err_ << (bad ? "\033[31m" : "\033[33m");
  err() << say(document::severity_key(finding.severity));
  if (environment_.colour) err_ << "\033[0m";
  err() << ' ' << finding.code << ": " << shown_in_line(say(finding.message));
  if (!finding.law.empty()) err() << in_brackets(shown_in_line(finding.law.in(lang_)));
  err() << '\n';
}

void Session::print(const Diagnostic& diagnostic) {
  err() << shown_in_line(diagnostic.file);
  if (diagnostic.line > 0) err() << ':' << diagnostic.line << ':' << diagnostic.column;
  err() << ": " << say(document::severity_key(diagnostic.severity)) << ' ' << diagnostic.code << ": "
        << say(diagnostic.message) << '\n';
  if (!diagnostic.source_line.empty()) {
    err() << "  " << diagnostic.source_line << "\n  "
          << std::string(static_cast<size_t>(std::max(diagnostic.column - 1, 0)), ' ') << "^\n";
  }
  if (!diagnostic.did_you_mean.empty()) {
    err() << "  " << say(Message("CLI-DID-YOU-MEAN", {{"word", diagnostic.did_you_mean}})) << '\n';
  }
}

void Session::write_output(const std::string& target, std::string_view bytes) {
  if (target == "-") {
    out_ << bytes;
  } else {
    write_file_atomically(target, bytes);
    collect_leftovers(std::filesystem::path(target).parent_path());
  }
}

void Session::warn_of_substitutes(const std::u32string& characters) {
  if (!characters.empty()) tell(app::substituted_warning(characters));
}

void Session::write_paper(const PaperPlace& place, const document::Document& paper, const registry::PaperTopic& topic) {
  const report::OutputFormat output = app::require_format(place.format);
  const auto issue = [&](const Sink& put) {
    warn_of_substitutes(app::issue_paper(engine(), paper, topic, output, actor(), put));
  };
  if (place.file == "-") {
    std::string bytes;  // the whole or nothing
    issue([&bytes](std::string_view piece) { bytes += piece; });
    out_ << bytes;
    return;
  }
  OutputFile file(place.file);
  issue([&file](std::string_view piece) { file.write(piece); });
  file.keep();
  collect_leftovers(file.path().parent_path());
  tell(Message("RENDER-DONE", {{"file", place.file}}));
}

}  // namespace esep::cli
