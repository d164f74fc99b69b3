// SPDX-License-Identifier: MIT
#include "app/paper/output.h"

#include "app/core/paper_code.h"
#include "base/error.h"
#include "base/hash.h"
#include "html/write.h"
#include "pdf/write.h"
#include "text/write.h"
#include "xlsx/write.h"

namespace esep::app {

void seal(Engine& engine, document::Document& paper) {
  Sha256 hash;
  text::write_json(paper, [&hash](std::string_view piece) { hash.update(piece); });
  paper.code = short_code(hash.finish_hex());
  if (!paper.footer.empty()) paper.footer += paper.footer.ends_with('.') ? " " : ". ";
  paper.footer += engine.messages().render(Message("SUMMARY-CODE", {{"code", paper.code}}), paper.lang);
}

void write_document(const Engine& engine, const document::Document& document, const std::string& format, CsvParts csv,
                    const Sink& put) {
  if (format == "pdf") return pdf::write(document, put);
  if (format == "xlsx") return put(xlsx::write_bytes(document));
  if (format == "html") {
    const auto page = engine.library().find(html::kPageTemplate);
    return put(page ? html::write(document, page->text) : html::write(document));
  }
  if (format == "json") return text::write_json(document, put);
  if (format == "csv") return put(text::write_csv(document, ';', csv == CsvParts::whole));
  throw Error(Message("FORMAT-UNKNOWN", {{"format", format}}), "CLI-SEE-HELP", Error::Kind::usage);
}

std::string write_document(const Engine& engine, const document::Document& document, const std::string& format) {
  std::string out;
  write_document(engine, document, format, CsvParts::table, [&out](std::string_view piece) { out += piece; });
  return out;
}

void issue_paper(Engine& engine, const document::Document& paper, const Issue& issue, const registry::Actor& actor,
                 const Sink& put) {
  Sha256 hash;
  // A receipt is its facts; of other papers the table is what one opens a CSV for.
  write_document(engine, paper, issue.format, issue.kind == "receipt" ? CsvParts::whole : CsvParts::table,
                 [&](std::string_view piece) {
                   hash.update(piece);
                   put(piece);
                 });
  engine.registry().record_paper(paper.code, hash.finish_hex(), issue.kind + " " + issue.format, issue.submission,
                                 lang_code(paper.lang), actor);
}

}  // namespace esep::app
