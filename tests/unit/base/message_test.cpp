// SPDX-License-Identifier: MIT
#include "base/message.h"

#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "base/error.h"

using namespace esep;

TEST_CASE("Message: arguments stand where their names stand") {
  const Message::Args args{{"file", "a.xlsx"}, {"org", LocalText{"Қаржы", "Финансы", ""}}, {"tricky", "{file}"}};
  CHECK(interpolate("{file}: {org}", args, Lang::kk) == "a.xlsx: Қаржы");
  CHECK(interpolate("{file}: {org}", args, Lang::en) == "a.xlsx: Финансы");
  CHECK(interpolate("{{file}} {tricky}", args, Lang::ru) == "{file} {file}");
  CHECK(interpolate("{unknown} {file", args, Lang::ru) == "{unknown} {file");
  CHECK(interpolate("{who}. {who}.toml", {{"who", "Асанов А. Б."}}, Lang::ru) == "Асанов А. Б. Асанов А. Б..toml");
  CHECK(interpolate("{who}.", {{"who", "Асанов"}}, Lang::ru) == "Асанов.");
  CHECK(interpolate("{who}. Ждём.", {{"who", "Асанов, …"}}, Lang::ru) == "Асанов, … Ждём.");
  CHECK(interpolate("}} } {", args, Lang::ru) == "} } {");
  CHECK(interpolate("", args, Lang::ru) == "");
}

TEST_CASE("Message: English falls back to Russian, Kazakh to nothing") {
  CHECK(LocalText{"қ", "р", ""}.in(Lang::en) == "р");
  CHECK(LocalText{"", "р", "e"}.in(Lang::kk) == "");
  CHECK(lang_from_code("kk") == Lang::kk);
  CHECK(lang_from_code("KK") == std::nullopt);
  CHECK(lang_code(Lang::en) == "en");
}

TEST_CASE("Error: carries message, hint and kind; what() is for logs") {
  const Error error(Message("FORM-UNKNOWN", {{"form", "x"}, {"name", LocalText{"қ", "р", ""}}}), Message("FORM-HINT"),
                    Error::Kind::usage);
  CHECK(std::string(error.what()) == "FORM-UNKNOWN form=x name=р");
  CHECK(error.message().key == "FORM-UNKNOWN");
  CHECK(error.hint().key == "FORM-HINT");
  CHECK(error.kind() == Error::Kind::usage);
  CHECK(std::string(Error(Message(LocalText{"қ", "р", ""})).what()) == "р");
}

TEST_CASE("Diagnostic: only errors are errors") {
  Diagnostics diagnostics(1);
  diagnostics[0].severity = Severity::warning;
  CHECK_FALSE(has_errors(diagnostics));
  diagnostics.emplace_back();
  CHECK(has_errors(diagnostics));
  CHECK(severity_name(Severity::info) == "info");
}

TEST_CASE("the noun beside a number has the form that the number asks for") {
  const auto said = [](const char* pattern, const char* days, Lang lang) {
    return interpolate(pattern, {{"days", std::string(days)}}, lang);
  };
  constexpr const char* kEnglish = "{days} {days|working day|working days} left";
  CHECK(said(kEnglish, "1", Lang::en) == "1 working day left");
  CHECK(said(kEnglish, "0", Lang::en) == "0 working days left");
  CHECK(said(kEnglish, "21", Lang::en) == "21 working days left");
  constexpr const char* kRussian = "{days} {days|день|дня|дней}";
  for (const auto& [days, text] : std::vector<std::pair<const char*, const char*>>{
           {"1", "1 день"}, {"2", "2 дня"}, {"5", "5 дней"}, {"11", "11 дней"}, {"21", "21 день"}, {"104", "104 дня"}})
    CHECK(said(kRussian, days, Lang::ru) == text);
  CHECK(said("{days} {days|күн}", "5", Lang::kk) == "5 күн");
  CHECK(said("{days|a|b} {other|a|b}", "many", Lang::en) == "b {other|a|b}");
}
