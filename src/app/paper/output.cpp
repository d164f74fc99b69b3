// SPDX-License-Identifier: MIT
#include "app/paper/output.h"

#include "base/error.h"
#include "base/hash.h"
#include "html/write.h"
#include "pdf/write.h"
#include "text/write.h"
#include "xlsx/write.h"

namespace esep::app {

std::string short_code(std::string_view hash) {
  std::string out;
  for (size_t i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) out += '-';
    out += hash[i] >= 'a' ? static_cast<char>(hash[i] - 32) : hash[i];
  }
  return out;
}

std::string paper_code(const report::Submission& submission, std::string_view kind, Lang lang) {
  const std::string hash =
      sha256_hex(submission.receipt.sha256 + "\n" + submission.contents.form_sha256 + "\n" + submission.number + "\n" +
                 std::to_string(submission.revision) + "\n" + std::string(kind) + "\n" + std::string(lang_code(lang)));
  return short_code(hash);
}

std::string report_file_stem(const report::ReportKey& key) {
  std::string out = key.form + "_" + key.organisation;
  for (const std::string& part : {key.subject, key.stage, key.period}) {
    if (!part.empty()) out += "_" + part;
  }
  if (key.occurrence > 1) out += "_" + std::to_string(key.occurrence);
  const std::string whole = out;
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '_';
  }
  constexpr size_t kLongest = 150;
  if (out == whole && out.size() <= kLongest) return out;
  size_t cut = std::min(out.size(), kLongest);
  while (cut < out.size() && (static_cast<unsigned char>(out[cut]) & 0xC0U) == 0x80U) --cut;
  return out.substr(0, cut) + "_" + sha256_hex(whole).substr(0, 8);
}

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

void issue_paper(Engine& engine, const document::Document& paper, const std::string& format, const std::string& kind,
                 std::optional<int64_t> submission, const registry::Actor& actor, const Sink& put) {
  Sha256 hash;
  // A receipt is its facts; of other papers the table is what one opens a CSV for.
  write_document(engine, paper, format, kind == "receipt" ? CsvParts::whole : CsvParts::table,
                 [&](std::string_view piece) {
                   hash.update(piece);
                   put(piece);
                 });
  engine.registry().record_paper(paper.code, hash.finish_hex(), kind + " " + format, submission, lang_code(paper.lang),
                                 actor);
}

}  // namespace esep::app
