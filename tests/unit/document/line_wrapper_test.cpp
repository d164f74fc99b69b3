// SPDX-License-Identifier: MIT
#include "document/layout/line_wrapper.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "document/laid_out.h"

using namespace esep;
using namespace laid_out;

namespace {

using Lines = std::vector<std::string>;

// At 10 pt every letter is 5 points wide.
std::vector<Line> wrapped(std::string_view text, double width) {
  const FixedMeasure measure;
  return LineWrapper(measure, Lang::kk).lines(text, width, Face::regular, 10);
}

Lines lines(std::string_view text, double width) {
  Lines out;
  for (Line& line : wrapped(text, width)) out.push_back(std::move(line.text));
  return out;
}

// What each line says, as who copies it gets it.
Lines said(const std::vector<Line>& lines) {
  Lines out;
  for (const auto& [text, cut] : lines) {
    const size_t end = cut.said.empty() ? text.size() : cut.at;
    out.push_back(text.substr(cut.above, end - cut.above) + cut.said);
  }
  return out;
}

double widest(std::string_view text) {
  const FixedMeasure measure;
  return LineWrapper(measure, Lang::kk).widest_piece(text, Face::regular);
}

}  // namespace

TEST_CASE("words are wrapped between, not within, where they fit", "[layout]") {
  CHECK(lines("", 50).empty());
  CHECK(lines("қала ауыл аудан", 50) == Lines{"қала ауыл", "аудан"});
  CHECK(lines("a\nb", 50) == Lines{"a", "b"});
  CHECK(lines("қала  ауыл ", 50) == Lines{"қала ауыл"});
  CHECK(lines("  қала   ауыл  аудан", 50) == Lines{"қала ауыл", "аудан"});
  CHECK(lines("a\n\nb", 50) == Lines{"a", "", "b"});
  CHECK(lines("a \r\n\tb", 50) == Lines{"a", "b"});
  CHECK(lines(" ", 50) == Lines{""});
  CHECK(lines("bad \xFF byte", 500) == Lines{"bad \uFFFD byte"});
}

TEST_CASE("a line ends behind a hyphen or a slash that the text has", "[layout]") {
  CHECK(lines("ақпараттық-коммуникациялық", 90) == Lines{"ақпараттық-", "коммуникациялық"});
  CHECK(lines("орындалды/орындалмады", 75) == Lines{"орындалды/", "орындалмады"});
  CHECK(lines("бұл № 123 бұйрық", 40) == Lines{"бұл", "№ 123", "бұйрық"});
  CHECK(lines("https://www.gov.kz/memleket/entities", 95) == Lines{"https://www.gov.kz/", "memleket/entities"});
  CHECK(lines("https://www.gov.kz/memleket/entities", 75) == Lines{"https://www.", "gov.kz/", "memleket/", "entities"});
}

TEST_CASE("a word wider than its line is cut between syllables, and the hyphen is no part of it", "[layout]") {
  CHECK(lines("қамтылымының", 40) == Lines{"қамтылы\u00AD", "мының"});
  CHECK(lines("қалаларауылдар", 50) == Lines{"қалала\u00AD", "рауылдар"});
  CHECK(lines("бұл қамтылымының ісі", 40) == Lines{"бұл", "қамтылы\u00AD", "мының", "ісі"});
  CHECK(lines("a bbbbbbbbbbbbbbb c d", 50) == Lines{"a", "bbbbbbbbb\u00AD", "bbbbbb c d"});  // no vowel, no syllable
  CHECK(lines("ab", 1) == Lines{"a\u00AD", "b"});                                            // at least a letter a line
}

TEST_CASE("addresses and codes are cut without a hyphen", "[layout]") {
  CHECK(lines("documents.details_page?lang=kk", 55) == Lines{"documents.", "details_", "page?", "lang=kk"});
  const std::string hash = "f16f87643deb5e6f83eca8143c8c84c3033dfd0e83fe34dcf048557891a1ef65";
  CHECK(lines(hash, 225) == Lines{hash.substr(0, 40), hash.substr(40)});
  CHECK(lines("940840000677", 30) == Lines{"940840", "000677"});
  std::string joined;
  for (const std::string& line : lines(hash, 33)) joined += line;
  CHECK(joined == hash);
}

TEST_CASE("a soft hyphen of the text shows only where its line ends", "[layout]") {
  CHECK(lines("қам\u00ADтылым", 500) == Lines{"қамтылым"});
  CHECK(lines("бұл қам\u00ADтылым", 45) == Lines{"бұл қам\u00AD", "тылым"});
}

TEST_CASE("a word that is cut is said whole by the line in which it begins", "[layout]") {
  CHECK(said(wrapped("бұл қамтылымының ісі", 40)) == Lines{"бұл", "қамтылымының", "", "ісі"});
  CHECK(said(wrapped("қалаларауылдар мен", 50)) == Lines{"қалаларауылдар", "", "мен"});
  CHECK(said(wrapped("ақпараттық-коммуникациялық тор", 90)) == Lines{"ақпараттық-коммуникациялық", "", "тор"});
  CHECK(said(wrapped("https://www.gov.kz/memleket/entities", 75)) ==
        Lines{"https://www.gov.kz/memleket/entities", "", "", ""});
  CHECK(said(wrapped("бұл қам\u00ADтылым", 45)) == Lines{"бұл қамтылым", ""});
  CHECK(said(wrapped("бір орындалды/орындалмады және", 80)) == Lines{"бір орындалды/орындалмады", " және"});
  CHECK(said(wrapped("қала\nауыл", 50)) == Lines{"қала", "ауыл"});
  std::string joined;  // of a word that is too long to be said at once
  for (const std::string& line : said(wrapped(std::string(5000, '1'), 60))) joined += line;
  CHECK(joined == std::string(5000, '1'));
}

TEST_CASE("a text that is shown in part says all of it", "[layout]") {
  std::vector<Line> text = wrapped("бұл қамтылымының ісі және одан көп", 40);
  shorten(text, 3, [](const std::string& one) { return FixedMeasure().width(one, Face::regular, 10) <= 40; });
  REQUIRE(text.size() == 3);
  CHECK(text[2].text == "мының…");
  CHECK(said(text) == Lines{"бұл", "қамтылымының", "ісі және одан көп"});
  shorten(text, 4, [](const std::string&) { return true; });
  CHECK(text.size() == 3);
}

TEST_CASE("however long a word or narrow a line, nothing is lost and time is short", "[layout]") {
  for (const std::string& word : {std::string(250000, 'f'), std::string(250000, '1'), std::string(100000, '/')}) {
    std::string joined;
    for (std::string line : lines(word, 60)) {
      drop_cut_hyphen(line);
      joined += line;
    }
    CHECK(joined == word);
  }
  std::string marks = "а";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  CHECK(lines(marks, 20) == Lines{marks});  // one letter, whatever stands on it
}

TEST_CASE("the widest piece is what a column should have room for", "[layout]") {
  CHECK(widest("") == 0);
  CHECK(widest("қала ауылдар") == Approx(7 * 0.5));
  CHECK(widest("ақпараттық-коммуникациялық") == Approx(15 * 0.5));
  CHECK(widest("№ 12345") == Approx(7 * 0.5));
  const FixedMeasure measure;
  CHECK(LineWrapper(measure, Lang::ru).widest_piece("и/или", Face::bold, 9) == 9);
}
