// SPDX-License-Identifier: MIT
#include "pdf/conformance.h"

#include <fmt/core.h>

#include "base/utf8.h"
#include "pdf/fonts.h"

namespace esep::pdf {
namespace {

using namespace PoDoFo;  // NOLINT(google-build-using-namespace)

constexpr const char* kProducer = "Esep";

PdfString text_string(const std::string& text) {
  const std::string safe = scrub_utf8(text);  // PoDoFo corrupts its heap on invalid UTF-8
  return PdfString(reinterpret_cast<const pdf_utf8*>(safe.c_str()));
}

std::string xml(std::string_view text) {
  std::string out;
  for (const char c : scrub_utf8(text)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string keywords(const document::Document& document, const std::string& hash) {
  return fmt::format("{} {}", document.is_blank ? document::kBlankMark : document.code, hash);
}

std::string xmp(const document::Document& document, const std::string& hash) {
  const std::string date = document.dated.iso() + "T12:00:00+05:00";
  return fmt::format(
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
      "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n"
      "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"
      "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n"
      "<pdf:Keywords>{keywords}</pdf:Keywords>\n<pdf:Producer>{producer}</pdf:Producer>\n"
      "<xmp:CreatorTool>{producer}</xmp:CreatorTool>\n"
      "<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>\n"
      "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>",
      fmt::arg("title", xml(document.title)), fmt::arg("author", xml(document.author)),
      fmt::arg("subject", xml(document.subject)), fmt::arg("keywords", xml(keywords(document, hash))),
      fmt::arg("producer", kProducer), fmt::arg("date", date));
}

std::string info_date(calendar::Date date) {
  std::string digits = date.iso();
  std::erase(digits, '-');
  return fmt::format("D:{}120000+05'00'", digits);
}

}  // namespace

void add_conformance(PdfMemDocument& pdf, const document::Document& document, const std::string& hash) {
  PdfDictionary& info = pdf.GetInfo()->GetObject()->GetDictionary();
  info.AddKey("Title", text_string(document.title));
  info.AddKey("Author", text_string(document.author));
  info.AddKey("Subject", text_string(document.subject));
  info.AddKey("Keywords", text_string(keywords(document, hash)));
  info.AddKey("Creator", text_string(kProducer));
  info.AddKey("Producer", text_string(kProducer));
  info.AddKey("CreationDate", PdfString(info_date(document.dated)));
  info.AddKey("ModDate", PdfString(info_date(document.dated)));

  PdfObject* metadata = pdf.GetObjects().CreateObject("Metadata");
  metadata->GetDictionary().AddKey("Subtype", PdfName("XML"));
  const std::string packet = xmp(document, hash);
  TVecFilters none;
  metadata->GetStream()->Set(packet.data(), static_cast<pdf_long>(packet.size()), none);

  PdfObject* profile = pdf.GetObjects().CreateObject();
  profile->GetDictionary().AddKey("N", PdfVariant(static_cast<pdf_int64>(3)));
  const std::string_view icc = icc_profile();
  profile->GetStream()->Set(icc.data(), static_cast<pdf_long>(icc.size()));
  PdfObject* intent = pdf.GetObjects().CreateObject("OutputIntent");
  intent->GetDictionary().AddKey("S", PdfName("GTS_PDFA1"));
  intent->GetDictionary().AddKey("OutputConditionIdentifier", PdfString("sRGB"));
  intent->GetDictionary().AddKey("Info", PdfString("sRGB"));
  intent->GetDictionary().AddKey("DestOutputProfile", profile->Reference());
  PdfArray intents;
  intents.push_back(intent->Reference());

  PdfDictionary& catalog = pdf.GetCatalog()->GetDictionary();
  catalog.AddKey("Metadata", metadata->Reference());
  catalog.AddKey("OutputIntents", intents);
  catalog.AddKey("Lang", PdfString(std::string(lang_code(document.lang))));
  PdfDictionary preferences;
  preferences.AddKey("DisplayDocTitle", PdfVariant(true));
  catalog.AddKey("ViewerPreferences", preferences);
}

}  // namespace esep::pdf
