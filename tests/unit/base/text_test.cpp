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

TEST_CASE("Text: the word that was meant") {
  const std::vector<std::string> words{"required", "required_if", "title", "мерзім", "id"};
  CHECK(nearest("requierd", words) == "required");
  CHECK(nearest("REQUIRED", words) == "required");
  CHECK(nearest("titel", words) == "title");  // two letters in the wrong order are one mistake
  CHECK(nearest("titxx", words) == "");       // two of five letters: too far
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

TEST_CASE("closed_once: a sentence that ends with … has no full stop behind it") {
  CHECK(closed_once("Астана, Алматы….") == "Астана, Алматы…");
  CHECK(closed_once("Астана.") == "Астана.");
  CHECK(closed_once("…") == "…");
  CHECK(closed_once("").empty());
}

TEST_CASE("without_sentences: the sentences that name the part go, the rest stays in its lines") {
  CHECK(without_sentences("Срок истёк {deadline}. Опоздание – {days}.\n\nОтправьте {workbook}.", "{days") ==
        "Срок истёк {deadline}.\n\nОтправьте {workbook}.");
  CHECK(without_sentences("{days} дней. Срок – 20.11.2026!", "{days") == " Срок – 20.11.2026!");
  CHECK(without_sentences("ничего", "{days") == "ничего");
  CHECK(without_sentences("", "{days").empty());
}

TEST_CASE("as_sentence: a capital letter of any script, and one full stop") {
  CHECK(as_sentence("есеп өзгерді") == "Есеп өзгерді.");
  CHECK(as_sentence("әкімдік (KZ-10)") == "Әкімдік (KZ-10).");
  CHECK(as_sentence("Done.") == "Done.");
  CHECK(as_sentence("7 days") == "7 days.");
  CHECK(as_sentence("Абай облысы, …") == "Абай облысы, …");
  CHECK(as_sentence("").empty());
}
