// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.h"
#include "document/say.h"

namespace esep::document {

/// One numbered recommendation, as the letter prints it.
struct LetterRecommendation {
  std::string number;  // of the register: "R-000001"
  std::string place;   // «C14», «UR-12», "the report as a whole"
  std::string text;
  calendar::Date due;
  std::string closed = {};  // "closed on …: …"; empty: it is not
};

/// A remark of the reviewer, as the letter of return prints it.
struct LetterNote {
  std::string place;  // «L14 – 12. Number of users»
  std::string text;
};

/// One answer of the annex.
struct LetterAnswer {
  std::string item;
  std::string question;
  std::string reference;
  std::string answer;
  std::string comment;
  Emphasis emphasis = Emphasis::normal;
};

/// The assessment by one checklist, with the documents that were examined.
struct LetterAnnex {
  std::string title;
  std::string law;
  std::string note;
  std::string outcome;  // how much was assessed, and the overall conclusion
  std::vector<std::string> documents;
  std::vector<LetterAnswer> answers;
};

/// The reviewed report, as the letter names it.
struct LetterReport {
  std::string title;  // of the form
  std::string period;
  std::string subject;
  std::string number;  // of the submission, with its revision
  calendar::LocalTime received;
};

/// The letter after a review: addressee, legal basis, the recommendations with their terms, and in the annex the
/// assessment of the documentation. Texts are already in the letter's language; `say` gives headings.
struct LetterRequest {
  Lang lang = Lang::kk;
  Say say;
  std::string sender;
  std::string addressee;
  LetterReport report;
  std::string since;                    // what has happened since its day, in one line; empty: nothing
  std::vector<std::string> paragraphs;  // legal basis, outcome
  std::vector<LetterNote> notes;        // of a letter of return
  std::vector<LetterRecommendation> recommendations;
  std::vector<LetterAnnex> annexes;
  std::vector<std::pair<std::string, std::string>> signers;  // title, name
  std::string code;
  std::string footer;
  calendar::Date dated;
};

[[nodiscard]] Document recommendation_letter(const LetterRequest& request);
/// The letter that returns a report: addressee, legal basis, the reason, the remarks with their places, and the
/// recommendations.
[[nodiscard]] Document return_letter(const LetterRequest& request);

}  // namespace esep::document
