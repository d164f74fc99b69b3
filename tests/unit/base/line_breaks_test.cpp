// SPDX-License-Identifier: MIT
#include "base/line_breaks.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

using namespace esep;

namespace {

std::string pieces(LineBreaks& breaks, std::string_view text) {
  std::string out;
  size_t begin = 0;
  for (const size_t end : breaks.pieces(text)) {
    out += (begin > 0 ? "|" : "") + std::string(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

std::string pieces(std::string_view text, Lang lang = Lang::kk) {
  LineBreaks breaks(lang);
  return pieces(breaks, text);
}

// The piece with a mark at its places of that rank: ~ where a hyphen is added, ^ where none is.
std::string places(std::string_view piece, int rank = 0, std::string_view token = {}) {
  LineBreaks breaks(Lang::kk);
  std::string out;
  size_t begin = 0;
  for (const auto& place : breaks.places_within(piece, token.empty() ? piece : token)) {
    if (place.rank != rank) continue;
    out += std::string(piece.substr(begin, place.at - begin)) + (place.hyphen ? "~" : "^");
    begin = place.at;
  }
  return out + std::string(piece.substr(begin));
}

bool has_hyphen(std::string_view piece, std::string_view token = {}) {
  LineBreaks breaks(Lang::kk);
  const auto found = breaks.places_within(piece, token.empty() ? piece : token);
  return std::any_of(found.begin(), found.end(), [](const auto& place) { return place.hyphen; });
}

}  // namespace

TEST_CASE("a line breaks at spaces, behind hyphens and slashes, in both languages", "[line breaks]") {
  for (const Lang lang : {Lang::kk, Lang::ru}) {
    CHECK(pieces("", lang).empty());
    CHECK(pieces("қала", lang) == "қала");
    CHECK(pieces("қала ауыл  аудан ", lang) == "қала |ауыл  |аудан ");
    CHECK(pieces("ақпараттық-коммуникациялық технологиялар", lang) == "ақпараттық-|коммуникациялық |технологиялар");
    CHECK(pieces("орындалды/орындалмады", lang) == "орындалды/|орындалмады");
    CHECK(pieces("проектно-сметная документация", lang) == "проектно-|сметная |документация");
    CHECK(pieces("2025–2027 годы", lang) == "2025–2027 |годы");
  }
}

TEST_CASE("what reads as one is not torn", "[line breaks]") {
  CHECK(pieces("№ 123 бұйрық") == "№ 123 |бұйрық");
  CHECK(pieces("бұйрық №123") == "бұйрық |№123");
  CHECK(pieces("№ бұйрық") == "№ |бұйрық");
  CHECK(pieces("1\u00A0234\u00A0567,89 теңге") == "1\u00A0234\u00A0567,89 |теңге");
  CHECK(pieces("1\u202F234") == "1\u202F234");
  CHECK(pieces("«Қазпошта» АҚ (бұдан әрі – Қоғам).") == "«Қазпошта» |АҚ |(бұдан |әрі |– |Қоғам).");
  CHECK(pieces("100 % 50%") == "100 |% |50%");
  CHECK(pieces("12.05.2026 ж. 09:30") == "12.05.2026 |ж. |09:30");
  CHECK(pieces("(1-қосымша) и/или 3-тармақ") == "(1-қосымша) |и/или |3-тармақ");
  CHECK(pieces("№ 243/НҚ бұйрық, 2026-жылғы") == "№ 243/НҚ |бұйрық, |2026-жылғы");
  CHECK(pieces("S-000001 G-001") == "S-000001 |G-001");
  CHECK(pieces("a@b.kz report_km.xlsx") == "a@b.kz |report_km.xlsx");
  CHECK(pieces("а\u0301бв") == "а\u0301бв");
  CHECK(pieces("-") == "-");
  CHECK(pieces(" ") == " ");
}

TEST_CASE("an address breaks behind its slashes and question mark", "[line breaks]") {
  CHECK(pieces("https://www.gov.kz/memleket/entities/mdai?lang=kk") ==
        "https://www.gov.kz/|memleket/|entities/|mdai?|lang=kk");
  CHECK(pieces("https://www.gov.kz/12345/a/b 1/a") == "https://www.gov.kz/|12345/|a/|b |1/a");
}

TEST_CASE("a word is divided between syllables, with a hyphen", "[line breaks]") {
  CHECK(places("қамтылымының") == "қам~ты~лы~мы~ның");
  CHECK(places("цифрландырудың") == "цифр~лан~ды~ру~дың");
  CHECK(places("Министрлігінің") == "Ми~нистр~лі~гі~нің");
  CHECK(places("бағдарламалық") == "бағ~дар~ла~ма~лық");
  CHECK(places("ҚАМТЫЛЫМЫНЫҢ") == "ҚАМ~ТЫ~ЛЫ~МЫ~НЫҢ");
  CHECK(places("представление") == "предс~тав~ле~ние");
  CHECK(places("письменность") == "пись~мен~ность");
  CHECK(places("объявление") == "объяв~ле~ние");
  CHECK(places("«қосымша»,") == "«қо~сым~ша»,");
  CHECK(places("information") == "in~for~ma~tion");
}

TEST_CASE("a word never leaves a single letter, nor tears a mark from it", "[line breaks]") {
  CHECK(places("ақ") == "ақ");
  CHECK(places("апа") == "апа");  // а-па would be a single letter
  CHECK(places("апасы") == "апа~сы");
  CHECK(places("апа", 1) == "апа");
  CHECK(places("апасы", 1) == "ап~асы");
  CHECK(places("апа", 2) == "а~п~а");  // where nothing else fits
  CHECK(places("пальто", 1) == "па~льто");
  CHECK(places("ко\u0301пия", 2) == "к~о\u0301пи~я");
  CHECK(LineBreaks(Lang::kk).places_within("я", "я").empty());
  CHECK(LineBreaks(Lang::kk).places_within("", "").empty());
}

TEST_CASE("addresses, numbers, hashes and codes get no hyphen", "[line breaks]") {
  CHECK(places("mdai?lang=kk&page=2") == "mdai?^lang=^kk&^page=^2");
  CHECK(places("www.gov.kz/") == "www.^gov.^kz/");
  CHECK(places("name.surname_k@digital.gov.kz") == "name.^surname_^k@^digital.^gov.^kz");
  CHECK(places("12.05.2026") == "12.^05.^2026");
  CHECK(places("№ 123") == "№ ^123");
  const std::string hash = "f16f87643deb5e6f83eca8143c8c84c3";
  CHECK(places(hash) == hash);
  CHECK(places(hash, 1) == "f16f8764^3deb5e6f^83eca814^3c8c84c3");
  for (const char* code : {"f16f87643deb5e6f", "KZ-711210000", "940840000677", "1234567,89", "есеп.xlsx", "getUserName",
                           "WAUZZZ8K9BA012345", "1\u00A0234\u00A0567"}) {
    CAPTURE(code);
    CHECK_FALSE(has_hyphen(code));
  }
  CHECK(has_hyphen("қызметтер"));
  CHECK_FALSE(has_hyphen("қызметтер", "https://мемлекет.қаз/қызметтер"));
  CHECK_FALSE(has_hyphen("department", "user@department"));
}

TEST_CASE("texts that are divided without ICU are divided as ICU does", "[line_breaks]") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> icu_lines(
      icu::BreakIterator::createLineInstance(icu::Locale("kk"), status));
  REQUIRE(U_SUCCESS(status));
  // As ICU, but «№» stays with the number behind it.
  const auto expected = [&](const std::string& text) {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    icu_lines->setText(wide);
    std::string out;
    int32_t begin = icu_lines->first();
    for (int32_t end = icu_lines->next(); end != icu::BreakIterator::DONE; end = icu_lines->next()) {
      int32_t last = end - 1;
      while (last > 0 && wide[last] == u' ') --last;
      if (wide[last] == u'№' && end < wide.length() && wide[end] >= u'0' && wide[end] <= u'9') continue;
      std::string piece;
      wide.tempSubStringBetween(begin, end).toUTF8String(piece);
      out += (begin > 0 ? "|" : "") + piece;
      begin = end;
    }
    return out;
  };
  const std::vector<std::string> signs{"қ", "Z", "7", " ", ".", ",", "№"};
  constexpr size_t kUpToSixSigns = 137'257;  // 1 + 7 + … + 7⁶
  LineBreaks breaks(Lang::kk);
  std::vector<std::string> texts{""};
  std::vector<std::string> wrong;
  for (size_t at = 0; texts.size() < kUpToSixSigns; ++at) {
    for (const std::string& sign : signs) {
      texts.push_back(texts[at] + sign);
      if (pieces(breaks, texts.back()) != expected(texts.back())) wrong.push_back(texts.back());
    }
  }
  wrong.resize(std::min<size_t>(wrong.size(), 10));
  CHECK(wrong == std::vector<std::string>{});
}
