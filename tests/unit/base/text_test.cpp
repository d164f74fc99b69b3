// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("Text: spaces of every kind are trimmed and squeezed") {
  CHECK(trim("  a b \t\r\n") == "a b");
  CHECK(trim("\u00A0\u202F\uFEFF1 000\u2009\u200B") == "1 000");
  CHECK(trim(" \n ") == "");
  CHECK(trim("") == "");
  CHECK(squeeze_spaces(" Министрство\r\n  труда\u00A0РК ") == "Министрство труда РК");
  CHECK(squeeze_spaces("") == "");
}

TEST_CASE("Text: case folding knows Kazakh letters and no locale") {
  CHECK(fold_case("ӘІҢҒҮҰҚӨҺ") == fold_case("әіңғүұқөһ"));
  CHECK(fold_case("  Бюджет   КОДЕКСІ ") == "бюджет кодексі");
  CHECK(fold_case("I") == "i");
  CHECK(fold_case("ТСМ") != fold_case("ТCМ"));
}

TEST_CASE("Text: letters that look alike compare equal") {
  CHECK(fold_look_alikes("ТCМ") == fold_look_alikes("ТСМ"));  // the first has a Latin C
  CHECK(fold_look_alikes("ABCEHKMOPTXY") == fold_look_alikes("АВСЕНКМОРТХУ"));
  CHECK(fold_look_alikes("i") == fold_look_alikes("І"));
  CHECK(fold_look_alikes("жиhаз") == fold_look_alikes("жиһаз"));  // a Latin h where the keyboard lacks the Kazakh one
  CHECK(fold_look_alikes("учёт") == fold_look_alikes("УЧЕТ"));
  CHECK(fold_look_alikes("ТСМ") != fold_look_alikes("ТСН"));
  CHECK(fold_look_alikes("дом") != fold_look_alikes("dom"));
}

TEST_CASE("Text: letters of the other script in one word") {
  CHECK(mixed_script_letters("ТCМ") == "C");
  CHECK(mixed_script_letters("ТСМ") == "");
  CHECK(mixed_script_letters("COVID және грипп") == "");
  CHECK(mixed_script_letters("COVID-19ға") == "");
  CHECK(mixed_script_letters("Oтчёт, cдан") == "Oc");
  CHECK(mixed_script_letters("WINDOWS-тың WINDOВS") == "В");
  CHECK(mixed_script_letters("") == "");
}

TEST_CASE("Text: names sort by the Kazakh alphabet") {
  std::vector<std::string> names{"Ішкі", "Астана", "Білім", "Әділет", "Қарағанды", "Кентау", "Ұлытау", "Үржар", "Улы"};
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return collate(a, b, Lang::kk) < 0; });
  CHECK(names ==
        std::vector<std::string>{"Астана", "Әділет", "Білім", "Кентау", "Қарағанды", "Улы", "Ұлытау", "Үржар", "Ішкі"});
  CHECK(collate("Ёлка", "Жук", Lang::ru) < 0);
  CHECK(collate("б", "а", Lang::en) > 0);
  CHECK(collate("а", "а", Lang::kk) == 0);
}

TEST_CASE("Text: the word that was meant") {
  const std::vector<std::string> words{"required", "required_if", "title", "мерзім", "id"};
  CHECK(nearest("requierd", words) == "required");
  CHECK(nearest("REQUIRED", words) == "required");
  CHECK(nearest("titel", words) == "");  // two of five letters: too far
  CHECK(nearest("title_", words) == "title");
  CHECK(nearest("мерзим", words) == "мерзім");
  CHECK(nearest("x", words) == "");
  CHECK(nearest("", words) == "");
  CHECK(nearest("title", {}) == "");
}

TEST_CASE("Text: split and join") {
  CHECK(split("a;;b;", ';') == std::vector<std::string>{"a", "", "b", ""});
  CHECK(split("", ';') == std::vector<std::string>{""});
  CHECK(join({"a", "b"}, ", ") == "a, b");
  CHECK(join({}, ", ") == "");
}
