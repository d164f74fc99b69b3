// SPDX-License-Identifier: MIT
#include "app/paper/output.h"

#include "app/core/known_keys.h"
#include "app/core/paper_code.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "docx/write.h"
#include "font/printable.h"
#include "html/write.h"
#include "pdf/write.h"
#include "xlsx/write.h"

namespace esep::app {
namespace {

using report::OutputFormat;
using text::CsvParts;

[[noreturn]] void refuse_format(const std::string& name) {
  throw Error(Message("FORMAT-UNKNOWN", {{"format", name}}),
              did_you_mean(name, {"pdf", "xlsx", "docx", "html", "json", "csv"}, "CLI-SEE-HELP"), Error::Kind::usage);
}

// Where people reach the portal; empty: there is no workspace, or it does not say.
std::string portal_of(Engine& engine) { return engine.has_workspace() ? engine.settings().portal : std::string(); }

// What a paper says besides the data that its JSON has.
class Words {
 public:
  explicit Words(PaperContent& content) : content_(content) {}

  void operator()(const document::Heading& heading) { content_.add(heading.text); }
  void operator()(const document::Paragraph& paragraph) { content_.add(paragraph.text); }
  void operator()(const document::Stamp& stamp) {
    for (const std::string& line : stamp.lines) content_.add(line);
  }
  void operator()(const document::Signatures& signatures) {
    for (const auto& line : signatures.lines) content_.add(line.title).add(line.name);
  }
  template <typename Block>
  void operator()(const Block& /*block*/) {}

 private:
  PaperContent& content_;
};

}  // namespace

void seal(Engine& engine, document::Document& paper) {
  Sha256 data;
  text::write_json(paper, [&data](std::string_view piece) { data.update(piece); });
  PaperContent content;
  content.add(data.finish_hex()).add(paper.title).add(paper.footer);
  for (const document::Section& section : paper.sections) {
    for (const document::Block& block : section.blocks) std::visit(Words(content), block);
  }
  paper.code = short_code(content.sha256());
  const std::string code = engine.messages().render(Message("SUMMARY-CODE", {{"code", paper.code}}), paper.lang);
  for (std::string* foot : {&paper.footer, &paper.short_footer}) {
    if (!foot->empty()) *foot += ends_sentence(*foot) ? " " : ". ";
    *foot += code;
  }
}

report::OutputFormat require_format(const std::string& name) {
  if (const auto format = report::output_format_from(name)) return *format;
  refuse_format(name);
}

std::u32string write_document(Engine& engine, const document::Document& given, OutputFormat format, CsvParts csv,
                              const Sink& put) {
  const std::string portal = given.code.empty() ? "" : portal_of(engine);
  std::optional<document::Document> addressed;
  if (!portal.empty()) {
    addressed = given;
    addressed->code_address = portal + "/v/";
  }
  const document::Document& document = addressed ? *addressed : given;
  switch (format) {
    case OutputFormat::pdf:
      return pdf::write(document, put);
    case OutputFormat::xlsx:
      put(xlsx::write_bytes(document));
      return {};
    case OutputFormat::docx:
      put(docx::write(document));
      return {};
    case OutputFormat::html: {
      const auto page = engine.library().find(html::kPageTemplate);
      put(page ? html::write(document, page->text) : html::write(document));
      return {};
    }
    case OutputFormat::json:
      text::write_json(document, put);
      return {};
    case OutputFormat::csv:
      put(text::write_csv(document, ';', csv));
      return {};
    case OutputFormat::eml:
    case OutputFormat::toml:
      break;
  }
  refuse_format(std::string(report::output_format_name(format)));
}

WrittenDocument write_document(Engine& engine, const document::Document& document, OutputFormat format) {
  WrittenDocument out;
  out.substituted =
      write_document(engine, document, format, CsvParts::table, [&](std::string_view piece) { out.bytes += piece; });
  return out;
}

Message substituted_warning(const std::u32string& characters) {
  return Message("PAPER-SUBSTITUTED", {{"characters", font::named(characters)}});
}

std::u32string issue_paper(Engine& engine, const document::Document& paper, const registry::PaperTopic& topic,
                           OutputFormat format, const registry::Actor& actor, const Sink& put) {
  Sha256 hash;
  // A receipt consists of facts; for other papers the CSV needs only the table.
  const CsvParts csv = topic.kind == registry::PaperKind::receipt ? CsvParts::whole : CsvParts::table;
  std::u32string substituted = write_document(engine, paper, format, csv, [&](std::string_view piece) {
    hash.update(piece);
    put(piece);
  });
  engine.registry().record_paper({paper.code, hash.finish_hex(), registry::paper_name(topic, format), topic.submission,
                                  std::string(lang_code(paper.lang))},
                                 actor);
  return substituted;
}

}  // namespace esep::app
