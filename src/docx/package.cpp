// SPDX-License-Identifier: MIT
#include "docx/package.h"

#include <fmt/core.h>

#include "base/xml_text.h"
#include "base/zip_file.h"
#include "docx/text.h"

namespace esep::docx {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kSpaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

constexpr const char* kTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";

constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::string& inside) {
  return fmt::format(
      "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
      kHead, inside);
}

std::string style(const char* id, const char* based, const std::string& paragraph, const std::string& letters) {
  const std::string parent = based[0] == '\0' ? "" : fmt::format("<w:basedOn w:val=\"{}\"/>", based);
  return fmt::format(
      "<w:style w:type=\"paragraph\"{} w:styleId=\"{}\"><w:name w:val=\"{}\"/>{}<w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}"
      "</w:rPr></w:style>",
      based[0] == '\0' ? " w:default=\"1\"" : "", id, id, parent, paragraph, letters);
}

std::string styles(Lang lang) {
  const auto heading = [](int level, const char* align, int size, int before) {
    return style(
        level == 1 ? "Heading1" : "Heading2", "Normal",
        fmt::format("<w:keepNext/><w:spacing w:before=\"{}\" w:after=\"120\"/><w:jc w:val=\"{}\"/><w:outlineLvl "
                    "w:val=\"{}\"/>",
                    before, align, level - 1),
        fmt::format("<w:b/><w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", size));
  };
  const std::string frame = [] {
    std::string out;
    for (const char* edge : {"top", "left", "bottom", "right", "insideH", "insideV"})
      out += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", edge);
    return out;
  }();
  return fmt::format(
             "{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times "
             "New "
             "Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"24\"/><w:szCs "
             "w:val=\"24\"/>"
             "<w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr>"
             "</w:pPrDefault></w:docDefaults>",
             kHead, kSpaces,
             lang == Lang::kk   ? "kk-KZ"
             : lang == Lang::ru ? "ru-RU"
                                : "en-GB") +
         style("Normal", "", "", "") + heading(1, "center", 26, 120) + heading(2, "left", 24, 160) +
         style("Cell", "Normal", "<w:spacing w:after=\"0\"/>", "") +
         style("Small", "Normal", "<w:spacing w:after=\"40\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>") +
         fmt::format(
             "<w:style w:type=\"table\" w:styleId=\"Framed\"><w:name w:val=\"Framed\"/><w:tblPr><w:tblBorders>{}"
             "</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/>"
             "</w:tblCellMar></w:tblPr></w:style></w:styles>",
             frame);
}

std::string field(const char* code) {
  return fmt::format(
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r>",
      code);
}

std::string footer(const document::Document& document) {
  std::string text = document.footer;
  if (!document.code.empty() && text.find(document.code) == std::string::npos)
    text += (text.empty() ? "" : " ") + document.code;
  return fmt::format(
      "{}<w:ftr {}>{}{}</w:ftr>", kHead, kSpaces,
      text.empty() ? std::string() : paragraph(run(text), {.style = "Small", .after = 0}),
      paragraph(field("PAGE") + run(" / ") + field("NUMPAGES"), {.style = "Small", .align = "right", .after = 0}));
}

// The day of the paper's content, never the clock's.
std::string properties(const document::Document& document) {
  return fmt::format(
      "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>"
      "<dc:creator>{}</dc:creator><cp:keywords>{}</cp:keywords><dcterms:created "
      "xsi:type=\"dcterms:W3CDTF\">{}T12:00:00Z"
      "</dcterms:created></cp:coreProperties>",
      kHead, xml_escape(document.title), xml_escape(document.subject), xml_escape(document.author),
      document.is_blank ? std::string(document::kBlankMark) : xml_escape(document.code), document.dated.iso());
}

}  // namespace

std::string package(const document::Document& document, const std::string& body, const std::string& links) {
  ZipFile zip;
  zip.add("[Content_Types].xml", std::string(kHead) + kTypes);
  zip.add(
      "_rels/.rels",
      relationships(fmt::format(
          "<Relationship Id=\"rId1\" Type=\"{}officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" "
          "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
          "Target=\"docProps/core.xml\"/>",
          kRelations)));
  zip.add("docProps/core.xml", properties(document));
  zip.add("word/document.xml",
          fmt::format("{}<w:document {}><w:body>", kHead, kSpaces) + body + "</w:body></w:document>");
  zip.add("word/_rels/document.xml.rels",
          relationships(fmt::format("<Relationship Id=\"rId1\" Type=\"{0}styles\" Target=\"styles.xml\"/><Relationship "
                                    "Id=\"rId2\" Type=\"{0}footer\" Target=\"footer1.xml\"/>",
                                    kRelations) +
                        links));
  zip.add("word/styles.xml", styles(document.lang));
  zip.add("word/footer1.xml", footer(document));
  return zip.finish();
}

}  // namespace esep::docx
