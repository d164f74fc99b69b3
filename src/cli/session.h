// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "app/core/engine.h"
#include "app/paper/output.h"
#include "calendar/instant.h"
#include "cli/arguments.h"
#include "cli/output_place.h"
#include "cli/shown_stream.h"
#include "document/document.h"
#include "report/finding.h"

namespace esep::cli {

/// The program's surroundings: main() fills them in, tests invent them.
struct Environment {
  std::optional<calendar::LocalTime> now;  // absent: the clock
  std::string user;                        // the system's
  std::string language;                    // of LANG: "kk", "ru", …
  std::string data_root;                   // ESEP_DATA: a folder that replaces the embedded data
  std::string workspace;                   // ESEP_WORKSPACE
  std::filesystem::path folder;            // the folder one stands in; empty: no workspace is looked for
  bool terminal = false;                   // stderr is a terminal
  bool colour = false;                     // stderr is a terminal and NO_COLOR is not set
};

enum ExitCode { kOk = 0, kFindings = 1, kFailed = 2, kUsage = 64 };

/// One run of the program: global options applied, streams, the engine.
class Session {
 public:
  Session(const Environment& environment, Arguments arguments, std::optional<std::filesystem::path> workspace,
          std::ostream& out, std::ostream& err);

  app::Engine& engine() { return *engine_; }
  /// Only for reading: functions of app/ write the register (tests/lint/cli_writes_nothing.py).
  [[nodiscard]] const registry::Registry& registry() { return engine_->registry(); }
  [[nodiscard]] const Arguments& arguments() const { return arguments_; }
  /// For texts and JSON: no value can command the terminal (cli/shown_stream.h).
  std::ostream& out() { return shown_out_; }
  std::ostream& err() { return shown_err_; }
  /// For the bytes of a file, and for colours and the progress bar.
  std::ostream& bytes_out() { return out_; }
  std::ostream& bytes_err() { return err_; }
  [[nodiscard]] Lang lang() const { return lang_; }
  [[nodiscard]] Lang paper_lang() const { return paper_lang_; }
  [[nodiscard]] bool json() const { return arguments_.has("json"); }
  [[nodiscard]] bool quiet() const { return arguments_.has("quiet"); }
  [[nodiscard]] const Environment& environment() const { return environment_; }
  /// --today, or the clock's time.
  [[nodiscard]] calendar::LocalTime now() const;
  /// The computer's clock: one time for the whole run, so that nothing comes in earlier than it is entered.
  [[nodiscard]] calendar::LocalTime clock() const;
  /// `now` to the microsecond, where the clock says it.
  [[nodiscard]] calendar::Instant instant() const;
  /// Error USER-NAME: a name that cannot be told from another one, or that holds command characters.
  [[nodiscard]] registry::Actor actor();
  [[nodiscard]] datafile::Library library() const;

  /// In the language of the call. The values in it are shown in one line each (base/shown_text.h).
  [[nodiscard]] std::string say(const Message& message);
  /// Prints a message on stderr unless --quiet.
  void tell(const Message& message);
  /// Prints `file!sheet!C14: error CODE: message (law)` on stderr, with the severity as a word of the language.
  void print(const report::Finding& finding);
  void print(const Diagnostic& diagnostic);
  /// Writes to -o FILE, or to stdout for "-".
  void write_output(const std::string& target, std::string_view bytes);
  /// Tells which characters of a paper do not print, if any (app/paper/output.h).
  void warn_of_substitutes(const std::u32string& characters);
  /// app::issue_paper, to there; of a file it says that it is written.
  void write_paper(const PaperPlace& place, const document::Document& paper, const registry::PaperTopic& topic);

 private:
  const Environment& environment_;
  Arguments arguments_;
  std::ostream& out_;
  std::ostream& err_;
  ShownStream shown_out_;
  ShownStream shown_err_;
  std::unique_ptr<app::Engine> engine_;
  mutable std::optional<calendar::LocalTime> clock_;  // read once
  Lang lang_ = Lang::kk;
  Lang paper_lang_ = Lang::kk;
};

}  // namespace esep::cli
