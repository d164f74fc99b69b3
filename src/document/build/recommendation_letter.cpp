// SPDX-License-Identifier: MIT
#include "document/build/recommendation_letter.h"

#include <algorithm>

#include "document/build/facts.h"

namespace esep::document {
namespace {

struct ColumnSpec {
  const char* id;
  const char* title;
  int width;
};

Table table_of(const LetterRequest& request, const char* id, const std::vector<ColumnSpec>& columns) {
  Table out;
  out.id = id;
  for (const ColumnSpec& spec : columns) {
    TableColumn column;
    column.id = spec.id;
    column.title = request.say(spec.title);
    column.width = spec.width;
    out.header.push_back({column.title, {}});
    out.columns.push_back(std::move(column));
  }
  return out;
}

Row row_of(const std::vector<std::string>& texts) {
  Row out;
  for (const std::string& text : texts) {
    Cell cell;
    if (!text.empty()) cell.value = text;
    out.cells.push_back(std::move(cell));
  }
  return out;
}

Fields facts_of(const LetterRequest& request) {
  return facts(request.say, {{"LETTER-DATE", request.dated.dotted()},
                             {"LETTER-REPORT", request.report.title},
                             {"BLANK-SUBJECT", request.report.subject},
                             {"BLANK-PERIOD", request.report.period},
                             {"LETTER-SUBMISSION", request.report.number},
                             {"RECEIPT-RECEIVED", request.report.received.date.dotted()}});
}

Table recommendations(const LetterRequest& request) {
  Table out = table_of(request, "recommendations",
                       {{"index", "LETTER-INDEX", 5},
                        {"number", "LETTER-NUMBER", 12},
                        {"place", "LETTER-PLACE", 30},
                        {"text", "LETTER-TEXT", 52},
                        {"due", "LETTER-DUE", 14}});
  std::vector<Row> rows;
  for (const LetterRecommendation& one : request.recommendations) {
    const std::string text = one.closed.empty() ? one.text : one.text + "\n" + one.closed;
    rows.push_back(row_of({std::to_string(rows.size() + 1), one.number, one.place, text, one.due.dotted()}));
  }
  out.rows = rows_from(std::move(rows));
  return out;
}

Table notes(const LetterRequest& request) {
  Table out = table_of(request, "notes",
                       {{"index", "LETTER-INDEX", 5}, {"place", "LETTER-PLACE", 40}, {"text", "LETTER-NOTE", 68}});
  std::vector<Row> rows;
  for (const LetterNote& one : request.notes)
    rows.push_back(row_of({std::to_string(rows.size() + 1), one.place, one.text}));
  out.rows = rows_from(std::move(rows));
  return out;
}

Table answers(const LetterRequest& request, const LetterAnnex& annex) {
  Table out = table_of(request, "assessment",
                       {{"item", "LETTER-ITEM", 9},
                        {"question", "LETTER-QUESTION", 52},
                        {"reference", "LETTER-REFERENCE", 26},
                        {"answer", "LETTER-ANSWER", 16},
                        {"comment", "LETTER-COMMENT", 32}});
  std::vector<Row> rows;
  for (const LetterAnswer& one : annex.answers) {
    rows.push_back(row_of({one.item, one.question, one.reference, one.answer, one.comment}));
    rows.back().cells[3].emphasis = one.emphasis;
  }
  out.rows = rows_from(std::move(rows));
  return out;
}

Section head_of(const LetterRequest& request, const char* sheet, const char* title) {
  Section out;
  out.name = request.say(sheet);
  out.blocks.emplace_back(Stamp{{request.addressee}});
  out.blocks.emplace_back(Heading{request.say(title), 1});
  out.blocks.emplace_back(facts_of(request));
  if (!request.since.empty()) out.blocks.emplace_back(Paragraph{request.since, Emphasis::warning});
  for (const std::string& text : request.paragraphs) out.blocks.emplace_back(Paragraph{text, Emphasis::normal});
  return out;
}

void add_signatures(const LetterRequest& request, Section& out) {
  Signatures signatures;
  for (const auto& [title, name] : request.signers) signatures.lines.push_back({title, name});
  out.blocks.emplace_back(std::move(signatures));
}

Section letter(const LetterRequest& request) {
  Section out = head_of(request, "LETTER-SHEET", "LETTER-TITLE");
  if (request.recommendations.empty()) {
    out.blocks.emplace_back(Paragraph{request.say("LETTER-NO-RECOMMENDATIONS"), Emphasis::normal});
  } else {
    out.blocks.emplace_back(Paragraph{request.say("LETTER-RECOMMENDS"), Emphasis::normal});
    out.blocks.emplace_back(recommendations(request));
    const auto& all = request.recommendations;
    const auto open = std::count_if(all.begin(), all.end(), [](const auto& one) { return one.closed.empty(); });
    const bool every = open == static_cast<std::ptrdiff_t>(all.size());
    if (open > 0)
      out.blocks.emplace_back(Paragraph{request.say(every ? "LETTER-ASKS" : "LETTER-ASKS-OPEN"), Emphasis::normal});
  }
  add_signatures(request, out);
  return out;
}

Section letter_of_return(const LetterRequest& request) {
  Section out = head_of(request, "RETURN-SHEET", "RETURN-TITLE");
  if (!request.notes.empty()) {
    out.blocks.emplace_back(Paragraph{request.say("RETURN-NOTES"), Emphasis::normal});
    out.blocks.emplace_back(notes(request));
  }
  if (!request.recommendations.empty()) {
    out.blocks.emplace_back(Paragraph{request.say("LETTER-RECOMMENDS"), Emphasis::normal});
    out.blocks.emplace_back(recommendations(request));
  }
  out.blocks.emplace_back(Paragraph{request.say("RETURN-ASKS"), Emphasis::normal});
  add_signatures(request, out);
  return out;
}

Document frame_of(const LetterRequest& request, const char* title) {
  Document out;
  out.title = request.say(title);
  out.lang = request.lang;
  out.author = request.sender;
  out.subject = request.report.title;
  out.code = request.code;
  out.footer = request.footer;
  out.dated = request.dated;
  return out;
}

Section annex_of(const LetterRequest& request, const LetterAnnex& annex, size_t index) {
  Section out;
  const std::string number = std::to_string(index + 1);
  out.name = request.say(Message("LETTER-ANNEX", {{"number", number}}));
  out.landscape = true;
  out.blocks.emplace_back(Stamp{{out.name}});
  out.blocks.emplace_back(Heading{annex.title, 1});
  for (const std::string& text : {annex.law, annex.note}) {
    if (!text.empty()) out.blocks.emplace_back(Paragraph{text, Emphasis::muted});
  }
  if (!annex.outcome.empty()) out.blocks.emplace_back(Paragraph{annex.outcome, Emphasis::normal});
  if (!annex.documents.empty()) {
    out.blocks.emplace_back(Heading{request.say("LETTER-DOCUMENTS"), 2});
    for (const std::string& text : annex.documents) out.blocks.emplace_back(Paragraph{text, Emphasis::normal});
  }
  out.blocks.emplace_back(answers(request, annex));
  return out;
}

}  // namespace

Document recommendation_letter(const LetterRequest& request) {
  Document out = frame_of(request, "LETTER-TITLE");
  out.sections.push_back(letter(request));
  for (size_t i = 0; i < request.annexes.size(); ++i) out.sections.push_back(annex_of(request, request.annexes[i], i));
  return out;
}

Document return_letter(const LetterRequest& request) {
  Document out = frame_of(request, "RETURN-TITLE");
  out.sections.push_back(letter_of_return(request));
  return out;
}

}  // namespace esep::document
