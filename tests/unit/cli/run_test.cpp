// SPDX-License-Identifier: MIT
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "app/core/engine.h"
#include "base/text.h"
#include "cli/commands.h"
#include "temporary_folder.h"

using namespace esep;

namespace {

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

/// A person at a terminal whose system speaks `language`.
Said say(const std::vector<std::string>& words, const std::string& language = "en") {
  cli::Environment environment;
  environment.now = calendar::LocalTime::parse("2026-11-26T10:00");
  environment.user = "tester";
  environment.language = language;
  std::ostringstream out;
  std::ostringstream err;
  const int code = cli::run(words, environment, out, err);
  return {code, out.str(), err.str()};
}

bool has_hole(const std::string& text) {
  static const std::regex kHole(R"(\{[a-z_]+\})");
  return std::regex_search(text, kHole);
}

const std::vector<std::string>& languages() {
  static const std::vector<std::string> kLanguages{"kk", "ru", "en"};
  return kLanguages;
}

}  // namespace

TEST_CASE("the table of commands holds together", "[cli]") {
  std::set<std::string> names;
  app::Engine engine{std::nullopt};
  const auto checked = [&](const std::vector<cli::Option>& options) {
    for (const auto& option : options) {
      INFO(option.name << " " << option.help);
      CHECK((engine.messages().find(option.help) != nullptr));
      CHECK_FALSE(has_hole(engine.messages().render(Message(option.help, {}), Lang::kk)));
    }
  };
  checked(cli::global_options());
  for (const auto& command : cli::commands()) {
    INFO(command.name);
    CHECK(names.insert(command.name).second);
    CHECK(command.run != nullptr);
    CHECK((engine.messages().find(command.help) != nullptr));
    checked(command.options);
    std::set<std::string> options;
    std::set<char> letters;
    for (const auto* list : {&command.options, &cli::global_options()}) {
      for (const auto& option : *list) {
        CHECK(options.insert(option.name).second);
        if (option.letter != '\0') CHECK(letters.insert(option.letter).second);
      }
    }
  }
}

TEST_CASE("every command explains itself, in every language differently", "[cli]") {
  for (const auto& command : cli::commands()) {
    INFO(command.name);
    std::set<std::string> pages;
    for (const auto& language : languages()) {
      const auto help = say({command.name, "--help"}, language);
      CHECK(help.code == cli::kOk);
      CHECK(help.err.empty());
      CHECK_THAT(help.out, Catch::StartsWith("esep [-w WS] " + command.name + " "));
      for (const auto& option : command.options) CHECK_THAT(help.out, Catch::Contains("--" + option.name));
      CHECK_FALSE(has_hole(help.out));
      pages.insert(help.out);
    }
    CHECK(pages.size() == 3);
  }
}

TEST_CASE("no command trips over no words, too many or wrong ones", "[cli]") {
  const Folder folder;
  const std::string ws = (folder / "ws").string();
  REQUIRE(say({"init", ws}).code == cli::kOk);
  std::vector<std::string> many(7, "zz");
  for (const auto& command : cli::commands()) {
    for (const auto& language : languages()) {
      INFO(command.name << " " << language);
      const auto bare = say({"-w", ws, command.name}, language);
      CHECK((bare.code == cli::kOk || bare.code == cli::kUsage));
      CHECK_FALSE(has_hole(bare.out + bare.err));
      const auto unknown = say({"-w", ws, command.name, "--no-such-option"}, language);
      CHECK(unknown.code == cli::kUsage);
      CHECK_THAT(unknown.err, Catch::StartsWith("esep: ") && Catch::Contains("--no-such-option"));
      CHECK_FALSE(has_hole(unknown.err));
      std::vector<std::string> words{"-w", ws, command.name};
      words.insert(words.end(), many.begin(), many.end());
      const auto lost = say(words, language);
      CHECK(lost.code != cli::kOk);
      CHECK_FALSE((lost.out + lost.err).empty());
      CHECK_FALSE(has_hole(lost.out + lost.err));
    }
  }
}

TEST_CASE("where a command stands among the words does not matter", "[cli]") {
  const auto plain = say({"forms", "--json"});
  CHECK(plain.code == cli::kOk);
  CHECK(plain.err.empty());
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--json", "forms"},
                                             {"--lang", "en", "forms", "--json"},
                                             {"--json", "--lang=en", "forms"},
                                             {"-q", "forms", "--json"}}) {
    INFO(join(words, " "));
    CHECK(say(words).out == plain.out);
  }
}

TEST_CASE("version, help and nothing at all", "[cli]") {
  CHECK_THAT(say({"--version"}).out, Catch::Matches("esep [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  CHECK(say({"--version"}).code == cli::kOk);
  const auto asked = say({"--help"});
  CHECK(asked.code == cli::kOk);
  const auto nothing = say({});
  CHECK(nothing.code == cli::kUsage);
  CHECK(nothing.out.empty());
  CHECK(nothing.err == asked.out);
  CHECK(say({"-h"}).out == asked.out);
  for (const auto& command : cli::commands()) CHECK_THAT(asked.out, Catch::Contains("\n  " + command.name + " "));
}

TEST_CASE("the language is that of --lang, else of the workspace, else of the system, else Russian", "[cli]") {
  const std::string kk = say({"--help"}, "kk").out;
  const std::string ru = say({"--help"}, "ru").out;
  const std::string en = say({"--help"}, "en").out;
  CHECK(kk != ru);
  CHECK(ru != en);
  CHECK(say({"--help"}, "de").out == ru);
  CHECK(say({"--help"}, "").out == ru);
  CHECK(say({"--help", "--lang", "kk"}, "en").out == kk);
  const Folder folder;
  const std::string ws = (folder / "ws").string();
  REQUIRE(say({"init", ws}).code == cli::kOk);
  folder.write("ws/esep.toml", "lang = \"kk\"\n");
  CHECK(say({"-w", ws, "--help"}, "en").out == kk);
  CHECK(say({"-w", ws, "--help", "--lang", "ru"}, "en").out == ru);
  CHECK(say({"--lang", "de", "forms"}).code == cli::kUsage);
  CHECK(say({"--paper-lang", "en", "forms"}).code == cli::kUsage);
}

TEST_CASE("exit codes", "[cli]") {
  const Folder folder;
  const std::string ws = (folder / "ws").string();
  CHECK(say({"init", ws}).code == cli::kOk);
  CHECK(say({"init", ws}).code == cli::kFailed);
  CHECK(say({"-w", (folder / "nowhere").string(), "history"}).code == cli::kFailed);
  CHECK(say({"history"}).code == cli::kFailed);
  CHECK(say({"statsu"}).code == cli::kUsage);
  CHECK_THAT(say({"statsu"}).err, Catch::Contains("status"));
  CHECK(say({"-w", ws, "doctor"}).code == cli::kOk);
  folder.write("note.txt", "nothing of ours");
  CHECK(say({"-w", ws, "check", (folder / "note.txt").string()}).code == cli::kFindings);
  CHECK(say({"-w", ws, "check", (folder / "missing.xlsx").string()}).code == cli::kFindings);
  CHECK(say({"-w", ws, "history", "--today", "soon"}).code != cli::kFailed);
  CHECK(say({"-w", ws, "due", "--from", "2026-11-01", "--to", "2026-10-01"}).code == cli::kUsage);
}

TEST_CASE("help of a command, of none and of one that does not exist", "[cli]") {
  CHECK(say({"help"}).out == say({"--help"}).out);
  CHECK(say({"help", "check"}).out == say({"check", "--help"}).out);
  const auto none = say({"help", "chek"});
  CHECK(none.code == cli::kUsage);
  CHECK(none.out.empty());
  CHECK_THAT(none.err, Catch::Contains("check"));
  CHECK(say({"help", "check", "submit"}).code == cli::kUsage);
}

TEST_CASE("names of files and cells do not drive the terminal", "[cli]") {
  const auto said = say({"check", "a\033[31mb\n.xlsx"});
  CHECK(said.code == cli::kFindings);
  CHECK(said.err.find('\033') == std::string::npos);
  CHECK(std::count(said.err.begin(), said.err.end(), '\n') <= 2);
}

TEST_CASE("completion and man page know every command", "[cli]") {
  for (const std::string kind : {"--man", "--completion"}) {
    const auto said = say({"help", kind});
    CHECK(said.code == cli::kOk);
    CHECK(said.err.empty());
    for (const auto& command : cli::commands()) {
      INFO(kind << " " << command.name);
      CHECK_THAT(said.out, Catch::Contains(command.name));
      for (const auto& option : command.options) CHECK_THAT(said.out, Catch::Contains(option.name));
    }
  }
}
