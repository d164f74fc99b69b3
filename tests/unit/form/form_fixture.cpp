// SPDX-License-Identifier: MIT
#include "form/form_fixture.h"

#include <regex>

#include <catch2/catch.hpp>

#include "datafile/message_catalogue.h"
#include "source_folder.h"

namespace fixture {

using namespace esep;

std::string say(const Diagnostics& diagnostics) {
  static const datafile::MessageCatalogue kMessages(datafile::Library::from_folder(source_folder()));
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    CHECK(d.code == d.message.key);
    const std::string sentence = kMessages.render(d.message, Lang::en);
    static const std::regex kArgument(R"(\{[a-z_]+\})");
    CHECK_FALSE(std::regex_search(sentence, kArgument));  // an argument that was not given
    out += d.file + ":" + std::to_string(d.line) + ":" + std::to_string(d.column) + ": " + d.code + " " + sentence +
           " | " + d.source_line + " | " + d.did_you_mean + "\n";
  }
  return out;
}

std::string problems(const std::string& text) {
  Diagnostics diagnostics;
  static_cast<void>(form::read_form(small_form::file(text), {}, diagnostics));
  return say(diagnostics);
}

std::string short_problems(const std::string& text) {
  const std::string path = "forms/f.2026-01.toml:";
  std::string out = problems(text);
  for (size_t at = out.find(path); at != std::string::npos; at = out.find(path)) out.erase(at, path.size());
  return out;
}

form::FormDefinition right_form(const std::string& text) {
  Diagnostics diagnostics;
  auto out = form::read_form(small_form::file(text), {}, diagnostics);
  CHECK(say(diagnostics).empty());
  return out;
}

}  // namespace fixture
