// SPDX-License-Identifier: MIT
#include "document/build/findings_document.h"

#include <algorithm>
#include <array>

namespace esep::document {
namespace {

Emphasis emphasis_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Emphasis::bad;
    case Severity::warning:
      return Emphasis::warning;
    default:
      return Emphasis::normal;
  }
}

}  // namespace

const char* severity_key(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "SEVERITY-ERROR";
    case Severity::warning:
      return "SEVERITY-WARNING";
    default:
      return "SEVERITY-INFO";
  }
}

std::vector<ListColumn> finding_columns(const Say& say) {
  using form::ColumnType;
  return {{"file", say("FINDINGS-FILE"), 24, ColumnType::text},
          {"sheet", say("FINDINGS-SHEET"), 14, ColumnType::text},
          {"cell", say("FINDINGS-CELL"), 9, ColumnType::text},
          {"severity", say("FINDINGS-SEVERITY"), 16, ColumnType::text},
          {"code", say("FINDINGS-CODE"), 18, ColumnType::text},
          {"message", say("FINDINGS-MESSAGE"), 60, ColumnType::text},
          {"law", say("FINDINGS-LAW"), 30, ColumnType::text}};
}

std::vector<Row> finding_rows(const report::Findings& findings, const Say& say) {
  std::vector<Row> out;
  for (const auto& finding : findings) {
    const std::string place = finding.cell.empty() && finding.row > 0 ? std::to_string(finding.row) : finding.cell;
    const std::string law = finding.law.empty() ? "" : say(Message(finding.law));
    Row row;
    for (const std::string& text : {finding.file, finding.sheet, place, say(severity_key(finding.severity)),
                                    finding.code, say(finding.message), law}) {
      Cell cell;
      if (!text.empty()) cell.value = text;
      row.cells.push_back(std::move(cell));
    }
    row.cells[3].emphasis = emphasis_of(finding.severity);
    out.push_back(std::move(row));
  }
  return out;
}

Document findings_document(const FindingsRequest& request) {
  report::Findings sorted = request.findings;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.severity < b.severity; });
  std::array<int, 3> count{};
  for (const auto& finding : sorted) ++count[static_cast<size_t>(finding.severity)];
  ListRequest list;
  list.title = request.say("FINDINGS-TITLE");
  list.lang = request.lang;
  list.author = request.author;
  list.sheet = request.say("ANNOTATE-SHEET");
  list.table_id = "findings";
  list.dated = request.dated;
  if (sorted.empty()) {
    list.paragraphs = {request.say("FINDINGS-NONE")};
    return list_document(list);
  }
  list.paragraphs = {request.say(Message("FINDINGS-SUMMARY", {{"errors", std::to_string(count[0])},
                                                              {"warnings", std::to_string(count[1])},
                                                              {"infos", std::to_string(count[2])}}))};
  list.columns = finding_columns(request.say);
  list.rows = finding_rows(sorted, request.say);
  return list_document(list);
}

}  // namespace esep::document
