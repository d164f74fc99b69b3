// SPDX-License-Identifier: MIT
#include "document/build/recommendation_letter.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace esep;
using namespace esep::document;

namespace {

LetterRequest request() {
  LetterRequest out;
  out.say = [](const Message& message) {
    return message.key + (message.args.empty() ? "" : " " + std::get<std::string>(message.args.front().second));
  };
  out.sender = "Уәкілетті орган";
  out.addressee = "Көлік министрлігі";
  out.report.title = "Есеп";
  out.report.period = "2026 жылғы қазан";
  out.report.number = "S-000001";
  out.report.received = *calendar::LocalTime::parse("2026-11-18T10:00");
  out.paragraphs = {"Негізі"};
  out.recommendations = {{"R-000001", "C14", "бірінші", *calendar::Date::parse_iso("2026-12-20")},
                         {"R-000007", "UR-12", "екінші", *calendar::Date::parse_iso("2026-12-25")}};
  out.annexes = {{"Бағалау",
                  "заң",
                  "",
                  "",
                  {"Құжат"},
                  {{"UR-12", "Акт бар ма?", "86-бап", "сәйкес келмейді", "жоқ", Emphasis::bad}}}};
  out.signers = {{"Басшы", ""}, {"Орындаушы", "rev"}};
  out.code = "AAAA-BBBB-CCCC";
  out.dated = *calendar::Date::parse_iso("2026-11-26");
  return out;
}

// The section as lines: what a reader meets from top to bottom.
std::vector<std::string> lines(const Section& section) {
  std::vector<std::string> out;
  for (const auto& block : section.blocks) {
    if (const auto* stamp = std::get_if<Stamp>(&block)) out.push_back("stamp " + stamp->lines.front());
    if (const auto* heading = std::get_if<Heading>(&block)) out.push_back("heading " + heading->text);
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) out.push_back(paragraph->text);
    if (const auto* fields = std::get_if<Fields>(&block)) {
      for (const auto& field : fields->fields) out.push_back(field.label + ": " + form::canonical_text(field.value));
    }
    if (const auto* table = std::get_if<Table>(&block)) {
      const auto cursor = table->rows();
      for (Row row; cursor->next(row);) {
        std::string line;
        for (const auto& cell : row.cells) line += form::canonical_text(cell.value) + "|";
        out.push_back(line);
      }
    }
    if (const auto* signatures = std::get_if<Signatures>(&block)) {
      for (const auto& line : signatures->lines) out.push_back("sign " + line.title + " " + line.name);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the letter: addressee, facts, basis, numbered recommendations with terms, signatures; the annex",
          "[document]") {
  const Document letter = recommendation_letter(request());
  CHECK(letter.code == "AAAA-BBBB-CCCC");
  CHECK(letter.author == "Уәкілетті орган");
  REQUIRE(letter.sections.size() == 2);
  CHECK(lines(letter.sections[0]) ==
        std::vector<std::string>{"stamp Көлік министрлігі", "heading LETTER-TITLE", "LETTER-DATE: 26.11.2026",
                                 "LETTER-REPORT: Есеп", "BLANK-PERIOD: 2026 жылғы қазан", "LETTER-SUBMISSION: S-000001",
                                 "RECEIPT-RECEIVED: 18.11.2026", "Негізі", "LETTER-RECOMMENDS",
                                 "1|R-000001|C14|бірінші|20.12.2026|", "2|R-000007|UR-12|екінші|25.12.2026|",
                                 "LETTER-ASKS", "sign Басшы ", "sign Орындаушы rev"});
  CHECK(letter.sections[1].name == "LETTER-ANNEX 1");
  CHECK(lines(letter.sections[1]) == std::vector<std::string>{"stamp LETTER-ANNEX 1", "heading Бағалау", "заң",
                                                              "heading LETTER-DOCUMENTS", "Құжат",
                                                              "UR-12|Акт бар ма?|86-бап|сәйкес келмейді|жоқ|"});
}

TEST_CASE("a review without recommendations says so", "[document]") {
  auto plain = request();
  plain.recommendations.clear();
  plain.annexes.clear();
  const Document letter = recommendation_letter(plain);
  REQUIRE(letter.sections.size() == 1);
  const auto said = lines(letter.sections[0]);
  CHECK(std::find(said.begin(), said.end(), "LETTER-NO-RECOMMENDATIONS") != said.end());
  CHECK(std::find(said.begin(), said.end(), "LETTER-ASKS") == said.end());
}

TEST_CASE("the letter of return: reason, remarks with their places, what is recommended", "[document]") {
  auto returned = request();
  returned.annexes.clear();
  returned.recommendations.pop_back();
  returned.notes = {{"L14 – 12. Саны", "неге?"}};
  const Document letter = return_letter(returned);
  REQUIRE(letter.sections.size() == 1);
  const auto said = lines(letter.sections[0]);
  CHECK(std::vector<std::string>(said.begin() + 7, said.end()) ==
        std::vector<std::string>{"Негізі", "RETURN-NOTES", "1|L14 – 12. Саны|неге?|", "LETTER-RECOMMENDS",
                                 "1|R-000001|C14|бірінші|20.12.2026|", "RETURN-ASKS", "sign Басшы ",
                                 "sign Орындаушы rev"});
  returned.notes.clear();
  returned.recommendations.clear();
  const auto bare = lines(return_letter(returned).sections[0]);
  CHECK(std::find(bare.begin(), bare.end(), "RETURN-NOTES") == bare.end());
  CHECK(std::find(bare.begin(), bare.end(), "LETTER-RECOMMENDS") == bare.end());
}
