// SPDX-License-Identifier: MIT
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "app/core/engine.h"
#include "base/text.h"
#include "cli/commands.h"
#include "queue/records.h"
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
      CHECK_THAT(help.out, Catch::StartsWith("esep [-w ") && Catch::Contains("] " + command.name + " "));
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
      const bool nobody_can_sign_in = command.name == "serve" && bare.code == cli::kFailed;
      CHECK((bare.code == cli::kOk || bare.code == cli::kUsage || nobody_can_sign_in));
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

TEST_CASE("a mistyped option before the command is named, not its value", "[cli]") {
  const std::string see = "See: esep help\n";
  const auto wrong = say({"--lang", "en", "--tody", "2026-11-01", "status"});
  CHECK(wrong.code == cli::kUsage);
  CHECK(wrong.err == "esep: There is no option --tody. Did you mean --today?\n" + see);
  CHECK(say({"--lang", "en", "-z", "2026-11-01", "status"}).err == "esep: There is no option -z.\n" + see);
  CHECK(say({"--lang", "en", "--tody=2026-11-01", "status"}).err == wrong.err);
  CHECK(say({"--lang", "en", "--period", "2026-10", "status"}).err ==
        "esep: The option --period stands behind the command: esep COMMAND --period …\n" + see);
  CHECK(say({"--lang", "en", "--json", "statsu"}).err ==
        "esep: There is no command “statsu”. Did you mean “status”?\n" + see);
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
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"help", "--man"},
                                             {"help", "--completion"},
                                             {"help", "--completion", "zsh"},
                                             {"help", "--completion", "fish"}}) {
    const auto said = say(words);
    CHECK(said.code == cli::kOk);
    CHECK(said.err.empty());
    for (const auto& command : cli::commands()) {
      INFO(join(words, " ") << " " << command.name);
      CHECK_THAT(said.out, Catch::Contains(command.name));
      for (const auto& option : command.options) CHECK_THAT(said.out, Catch::Contains(option.name));
    }
  }
}

TEST_CASE("each shell has its own script, and another name is refused with the nearest", "[cli]") {
  CHECK(say({"help", "--completion"}).out == say({"help", "--completion", "bash"}).out);
  CHECK_THAT(say({"help", "--completion", "zsh"}).out, Catch::StartsWith("#compdef esep\n"));
  CHECK_THAT(say({"help", "--completion", "fish"}).out,
             Catch::Contains("complete -c esep -l lang -x -a 'kk ru en' -d 'language of messages'\n"));
  const auto other = say({"help", "--completion", "zhs"});
  CHECK(other.code == cli::kUsage);
  CHECK(other.err == "esep: --completion cannot be “zhs”. Possible values: bash, zsh, fish.\nDid you mean “zsh”?\n");
}

TEST_CASE("every command has an example that parses", "[cli]") {
  app::Engine engine{std::nullopt};
  for (const auto& command : cli::commands()) {
    CHECK_FALSE(command.examples.empty());
    for (const std::string& example : command.examples) {
      INFO(example);
      std::string line = example.substr(0, example.find(" > "));
      // A value in quotes is one word.
      std::vector<std::string> words{""};
      bool quoted = false;
      for (const char c : line) {
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ' ' && !quoted) {
          words.emplace_back();
        } else {
          words.back() += c;
        }
      }
      REQUIRE(words.size() >= 2);
      CHECK(words[0] == "esep");
      CHECK(words[1] == command.name);
      auto options = command.options;
      options.insert(options.end(), cli::global_options().begin(), cli::global_options().end());
      const auto parsed = cli::parse({words.begin() + 2, words.end()}, options);
      for (const std::string& form : parsed.positional()) {
        if (form.starts_with("tied-") || form.starts_with("roadmap-"))
          CHECK_FALSE(engine.catalog().editions(form).empty());
      }
    }
  }
}

namespace {

// Names that stay as they are in every language: commands and their verbs, forms, registers, summaries, formats.
std::set<std::string> names_of_the_program() {
  std::set<std::string> out{"esep",     "ESEP",    "PDF",
                            "XLSX",     "HTML",    "JSON",
                            "CSV",      "TOML",    "ICS",
                            "Excel",    "toml",    "eml",
                            "pdf",      "xlsx",    "html",
                            "docx",     "json",    "csv",
                            "bash",     "zsh",     "fish",
                            "list",     "show",    "open",
                            "lint",     "new",     "assign",
                            "return",   "approve", "withdraw",
                            "keep",     "man",     "unified-requirements",
                            "data",     "add",     "passwd",
                            "roles",    "disable", "enable",
                            "sign-out", "totp"};
  for (const auto& command : cli::commands()) out.insert(command.name);
  for (const char* verb : {"position", "vouchers", "runs", "replay", "audit"}) out.insert(verb);
  for (const auto& [kind, name] : queue::kEventKindNames) out.insert(std::string(name));
  for (const auto& [state, name] : queue::kVoucherStateNames) out.insert(std::string(name));
  app::Engine engine{std::nullopt};
  for (const std::string& form : engine.catalog().form_ids()) {
    out.insert(form);
    for (const auto* edition : engine.catalog().editions(form))
      out.insert(edition->reporting.stages.begin(), edition->reporting.stages.end());
  }
  for (const auto& one : engine.catalog().registers()) out.insert(one.id);
  for (const auto& one : engine.summaries().all()) out.insert(one.id);
  return out;
}

// The first word in Latin letters that is no such name, no option, no file, no code and no quotation; "": none.
// Under a sanitizer one language goes through the same code in half the time.
std::vector<std::string> languages_tried() {
#if defined(__SANITIZE_ADDRESS__)
  return {"ru"};
#else
  return {"kk", "ru"};
#endif
}

std::string english_in(const std::string& text) {
  static const std::set<std::string> kNames = names_of_the_program();
  static const std::regex kCode(
      R"(esep [^.;«»()\n]*|--[a-z-]+|«[^»]*»|(\w+\|)+\w+|/\S+|[\w*-]*[./_][\w./*_-]+|[A-Z][A-Z0-9]*(-[A-Z0-9]+)+)");
  static const std::regex kWord(R"([A-Za-z0-9_-]{3,})");
  const std::string rest = std::regex_replace(text, kCode, " ");
  for (std::sregex_iterator at(rest.begin(), rest.end(), kWord), end; at != end; ++at) {
    const std::string word = at->str();
    const bool code = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!code && !kNames.contains(word)) return word;
  }
  return "";
}

}  // namespace

TEST_CASE("what a clerk types wrongly is answered in Kazakh and Russian without English words", "[cli]") {
  const Folder folder;
  const std::string ws = (folder / "ws").string();
  REQUIRE(say({"init", ws}).code == cli::kOk);
  folder.write("plain", "1");
  folder.write("broken.2026-01.toml", "form = \n");
  folder.write("twice.2026-01.toml", "form = \"a\"\nform = \"b\"\n");
  folder.write("open.2026-01.toml", "form = \"a\n");
  const std::string blank = "tied-grant-usage";
  const std::vector<std::vector<std::string>> wrong{
      {},
      {"statsu"},
      {"blank"},
      {"blank", "no-such-form", "--period", "2026-10"},
      {"blank", blank, "--period"},
      {"blank", blank, "--period", "yesterday"},
      {"blank", blank, "extra", "--period", "2026-10"},
      {"blank", blank, "--nothing"},
      {"blank", blank, "--all=1"},
      {"blank", blank, "--period", "2026-10", "--all", "-o", (folder / "plain").string() + "/in"},
      {"due", "--from", "soon"},
      {"due", "--from", "2026-11-01", "--to", "2026-10-01"},
      {"due", "--lang", "de"},
      {"status", "no-such-form"},
      {"status", blank},
      {"status", blank, "--period", "2030-10"},
      {"remind", "no-such-form"},
      {"remind", blank},
      {"review", "lits"},
      {"register", "shwo"},
      {"register", "show", "grant"},
      {"forms", "shwo"},
      {"forms", "show", "tied-grant-usag"},
      {"forms", "lint", (folder / "nowhere.2026-01.toml").string()},
      {"forms", "lint", (folder / "broken.2026-01.toml").string()},
      {"forms", "lint", (folder / "twice.2026-01.toml").string()},
      {"forms", "lint", (folder / "open.2026-01.toml").string()},
      {"import", "grants", folder.path().string()},
      {"import", "grants", (folder / "nowhere.csv").string()},
      {"backup", (folder / "plain").string() + "/copy.db"},
      {"export", (folder / "plain").string()},
      {"check", folder.path().string()},
      {"check", (folder / "nowhere.xlsx").string()},
      {"summary", "roadmpa"},
      {"show", "S-000001"},
      {"help", "chek"},
      {"help", "--completion", "csh"},
  };
  for (const auto& words : wrong) {
    for (const std::string& language : languages_tried()) {
      std::vector<std::string> all{"-w", ws};
      all.insert(all.end(), words.begin(), words.end());
      const auto said = say(all, language);
      INFO(language << ": " << join(words, " ") << "\n" << said.out << said.err);
      CHECK_FALSE((said.out + said.err).empty());
      // The source line under a diagnostic is the file's own.
      const std::string text = std::regex_replace(said.out + said.err, std::regex("\n  [^\n]*"), "\n");
      CHECK(english_in(text) == "");
    }
  }
}

TEST_CASE("no command answers no words, strange or too many ones in English", "[cli]") {
  const Folder folder;
  const std::string ws = (folder / "ws").string();
  REQUIRE(say({"init", ws}).code == cli::kOk);
  for (const auto& command : cli::commands()) {
    std::vector<std::vector<std::string>> tries{{}, {"қате"}, {"қате", "сөз"}, {"а", "б", "в", "г", "д"}, {"--жоқ"}};
    for (const auto& option : command.options) {
      const std::string name = "--" + option.name;
      tries.push_back(option.value.empty() ? std::vector<std::string>{name} : std::vector<std::string>{name, "қате"});
      if (!option.value.empty()) tries.push_back({name});
    }
    for (const auto& words : tries) {
      for (const std::string& language : languages_tried()) {
        if (command.name == "help" && words == std::vector<std::string>{"--completion"}) continue;  // a script
        if (command.name == "help" && words == std::vector<std::string>{"--man"}) continue;         // a page for troff
        static const std::set<std::string> kWriting{"init", "backup", "export", "restore", "forms"};
        if (kWriting.contains(command.name) && !words.empty()) continue;
        std::vector<std::string> all{"-w", ws, command.name};
        all.insert(all.end(), words.begin(), words.end());
        const auto said = say(all, language);
        INFO(language << ": " << join(all, " ") << "\n" << said.out << said.err);
        CHECK(english_in(said.err) == "");
      }
    }
  }
}

TEST_CASE("the workspace is that of -w, of ESEP_WORKSPACE, or the nearest folder above", "[cli]") {
  const Folder folder;
  const auto from = [&](const std::filesystem::path& here, const std::string& variable,
                        const std::vector<std::string>& words) {
    cli::Environment environment;
    environment.now = calendar::LocalTime::parse("2026-11-26T10:00");
    environment.user = "tester";
    environment.language = "en";
    environment.folder = here;
    environment.workspace = variable;
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run(words, environment, out, err);
    return Said{code, out.str(), err.str()};
  };
  const std::string ws = (folder / "ws").string();
  REQUIRE(say({"init", ws}).code == cli::kOk);
  const auto deep = folder / "ws/letters/2026";
  std::filesystem::create_directories(deep);
  const std::string expected = say({"-w", ws, "history", "--json"}).out;
  CHECK(from(folder / "ws", "", {"history", "--json"}).out == expected);
  CHECK(from(deep, "", {"history", "--json"}).out == expected);
  CHECK(from(folder.path(), ws, {"history", "--json"}).out == expected);
  CHECK(from(folder.path(), "", {"history"}).code == cli::kFailed);
  CHECK_THAT(from(folder.path(), "", {"history"}).err, Catch::Contains("ESEP_WORKSPACE"));
  CHECK(from(deep, (folder / "elsewhere").string(), {"history"}).code == cli::kFailed);
  folder.write("ws/esep.toml", "lang = \"kz\"\n");
  const auto unknown = from(deep, "", {"history"});
  CHECK(unknown.code == cli::kFailed);
  CHECK_THAT(unknown.err, Catch::Contains("TOML-BAD-VALUE") && Catch::Contains("kz"));
}

TEST_CASE("an answer that cannot be written is a failure, whatever the command", "[cli]") {
  const Folder folder;
  const std::string ws = (folder / "ws").string();
  REQUIRE(say({"init", ws}).code == cli::kOk);
  const std::vector<std::vector<std::string>> answers{{"--version"},         {"help"},
                                                      {"help", "submit"},    {"due", "--json"},
                                                      {"due", "--ics"},      {"forms"},
                                                      {"history"},           {"doctor"},
                                                      {"register", "show"},  {"submit", "--help"},
                                                      {"history", "--json"}, {"doctor", "--json"}};
  for (const auto& words : answers) {
    INFO(words.front());
    cli::Environment environment;
    environment.now = calendar::LocalTime::parse("2026-11-26T10:00");
    environment.user = "tester";
    environment.language = "en";
    environment.workspace = ws;
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    std::ostringstream err;
    CHECK(cli::run(words, environment, out, err) == cli::kFailed);
    CHECK_THAT(err.str(), Catch::Contains("The answer was not written in full"));
  }
}

TEST_CASE("a user is called by what a reader sees", "[cli]") {
  const Folder folder;
  const std::string ws = (folder / "ws").string();
  for (const std::string& user :
       {std::string("a\nb"), std::string("a\tb"), std::string("\x1b[2J"), std::string("a\u200Bb"),
        std::string("\u202Ekm"), std::string(" \u00A0"), std::string("\xFF")}) {
    const auto refused = say({"init", ws, "--as", user});
    CHECK(refused.code == cli::kUsage);
    CHECK_THAT(refused.err, Catch::Contains("cannot be a user’s name"));
    CHECK(refused.err.find('\x1b') == std::string::npos);
  }
  CHECK(say({"init", ws, "--as", "Ә. Үлгібаев"}).code == cli::kOk);
}
