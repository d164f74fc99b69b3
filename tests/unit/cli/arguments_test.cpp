// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/text.h"
#include "cli/report_place.h"

using namespace esep;
using cli::Arguments;

namespace {

const std::vector<cli::Option> kOptions{
    {"period", '\0', "PERIOD", ""}, {"output", 'o', "FILE", ""}, {"json", '\0', "", ""}, {"quiet", 'q', "", ""}};

/// Key and arguments of the message, "no error" without one; wrong usage all of them.
template <typename Work>
std::string usage(const Work& work) {
  try {
    work();
    return "no error";
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::usage);
    std::string out = error.message().key;
    for (const auto& [name, value] : error.message().args) out += " " + std::get<std::string>(value);
    return out;
  }
}

std::string wrong(const std::vector<std::string>& words) {
  return usage([&] { (void)cli::parse(words, kOptions); });
}

}  // namespace

TEST_CASE("options in every spelling", "[cli]") {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{"--output", "f.pdf"},
                                                                                     {"--output=f.pdf"},
                                                                                     {"-o", "f.pdf"},
                                                                                     {"-of.pdf"},
                                                                                     {"-q", "-o", "f.pdf"},
                                                                                     {"-qo", "f.pdf"},
                                                                                     {"-qof.pdf"}}) {
    INFO(join(words, " "));
    CHECK(cli::parse(words, kOptions).get("output") == "f.pdf");
  }
  const auto a = cli::parse({"one", "--json", "two", "-q", "--", "--period", "-x"}, kOptions);
  CHECK(a.has("json"));
  CHECK(a.has("quiet"));
  CHECK_FALSE(a.has("period"));
  CHECK(a.get("period").empty());
  CHECK(a.positional() == std::vector<std::string>{"one", "two", "--period", "-x"});
}

TEST_CASE("values are taken as they stand", "[cli]") {
  CHECK(cli::parse({"--period=2026=10"}, kOptions).get("period") == "2026=10");
  CHECK(cli::parse({"--period", "бірінші жартыжылдық"}, kOptions).get("period") == "бірінші жартыжылдық");
  CHECK(cli::parse({"-o", "-"}, kOptions).get("output") == "-");
  CHECK(cli::parse({"-"}, kOptions).positional() == std::vector<std::string>{"-"});
  CHECK(cli::parse({}, kOptions).positional().empty());
}

TEST_CASE("what is wrong with the words is said", "[cli]") {
  CHECK(wrong({"--perod", "x"}) == "CLI-UNKNOWN-OPTION-MEANT --perod --period");
  CHECK(wrong({"--zzzzzz"}) == "CLI-UNKNOWN-OPTION --zzzzzz");
  CHECK(wrong({"--per", "x"}) != "no error");  // no guessing
  CHECK(wrong({"-z"}) == "CLI-UNKNOWN-OPTION -z");
  CHECK(wrong({"--period"}) == "CLI-OPTION-VALUE --period PERIOD");
  CHECK(wrong({"--period", "--json"}) == "CLI-OPTION-VALUE --period PERIOD");
  CHECK(wrong({"-o"}) == "CLI-OPTION-VALUE --output FILE");
  CHECK(wrong({"--json=yes"}) == "CLI-OPTION-NO-VALUE --json");
  CHECK(wrong({"--json", "--json"}) == "CLI-TWICE --json");
  CHECK(wrong({"-o", "a", "--output", "b"}) == "CLI-TWICE --output");
  CHECK(wrong({"--positional-arguments", "x"}) == "CLI-UNKNOWN-OPTION --positional-arguments");
}

TEST_CASE("what a command needs and what it cannot use", "[cli]") {
  const auto a = cli::parse({"one", "two"}, kOptions);
  CHECK(a.positional(0, "FORM") == "one");
  CHECK(usage([&] { (void)a.positional(2, "FORM"); }) == "CLI-MISSING-ARGUMENT FORM");
  CHECK(usage([&] { (void)a.required("period"); }) == "CLI-MISSING-OPTION --period");
  CHECK(usage([&] { (void)a.required("output"); }) == "CLI-MISSING-OPTION --output");
  CHECK(usage([&] { a.at_most(1); }) == "CLI-EXTRA-ARGUMENT two");
  CHECK(usage([&] { a.at_most(2); }) == "no error");
}

TEST_CASE("a place in a report", "[cli]") {
  const auto place = [](const std::vector<std::string>& words) {
    return cli::report_place(cli::parse(words, cli::report_place_options()));
  };
  CHECK(place({"--cell", "c14"}).cell == "C14");
  CHECK(place({"--row", "7", "--column", "sum"}).row == 7);
  CHECK(place({"--item", "1.2"}).item == "1.2");
  for (const std::string text : {"0", "-1", "x", "1x", " 1", "", "99999999999"}) {
    INFO(text);
    CHECK(usage([&] { (void)place({"--row=" + text}); }).starts_with(text.empty() ? "CLI-" : "CLI-BAD-NUMBER --row"));
  }
}
