// SPDX-License-Identifier: MIT
#include "pdf/write.h"

#include <podofo/podofo.h>

#include <set>

#include "base/error.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "document/layout.h"
#include "pdf/conformance.h"
#include "pdf/fonts.h"
#include "pdf/structure.h"

namespace esep::pdf {
namespace {

using namespace PoDoFo;  // NOLINT(google-build-using-namespace)
using document::Page;
using document::TextRun;

// Draws pages into a PDF as the layout hands them over.
class PdfPages : public document::PageSink {
 public:
  PdfPages(PdfMemDocument& pdf, const FontMeasure& measure) : pdf_(pdf), measure_(measure), structure_(pdf) {}

  void page(Page&& page) override {
    PdfPage* sheet = pdf_.CreatePage(PdfRect(0, 0, page.width, page.height));
    pages_.push_back(sheet->GetObject());
    painter_.SetPage(sheet);
    height_ = page.height;
    raw("/Artifact BMC\n");
    for (const auto& fill : page.fills) draw(fill);
    raw("0 0 0 RG 0.5 w\n");
    for (const auto& stroke : page.strokes) draw(stroke);
    raw("EMC\n");
    for (const auto& run : page.texts) draw(run);
    painter_.FinishPage();
  }

  StructureTree& structure() { return structure_; }
  [[nodiscard]] const std::vector<PdfObject*>& pages() const { return pages_; }
  std::string content_hash() { return hash_.finish_hex(); }

 private:
  void raw(const std::string& operators) { painter_.GetCanvas()->Append(operators.c_str(), operators.size()); }

  // Two decimals are a three-hundredth of a millimetre.
  static std::string number(double value) {
    const auto hundredths = static_cast<long long>(value * 100 + (value < 0 ? -0.5 : 0.5));
    const long long magnitude = hundredths < 0 ? -hundredths : hundredths;
    std::string fraction = std::to_string(magnitude % 100);
    if (fraction.size() < 2) fraction.insert(0, "0");
    return (hundredths < 0 ? "-" : "") + std::to_string(magnitude / 100) + "." + fraction;
  }

  void draw(const document::Fill& fill) {
    raw(number(fill.rgb[0]) + " " + number(fill.rgb[1]) + " " + number(fill.rgb[2]) + " rg " + number(fill.x) + " " +
        number(height_ - fill.y - fill.height) + " " + number(fill.width) + " " + number(fill.height) + " re f\n");
  }

  void draw(const document::Stroke& stroke) {
    const std::string line =
        number(stroke.x1) + " " + number(height_ - stroke.y1) + " m " + number(stroke.x2) + " " + number(height_ - stroke.y2) + " l S\n";
    const document::Stroke plain;
    if (stroke.weight == plain.weight && stroke.dash == plain.dash && stroke.rgb == plain.rgb) return raw(line);
    std::string style = "q " + number(stroke.rgb[0]) + " " + number(stroke.rgb[1]) + " " + number(stroke.rgb[2]) + " RG " + number(stroke.weight) + " w ";
    if (stroke.dash > 0) style += "[" + number(stroke.dash) + "] 0 d ";
    raw(style + line + "Q\n");
  }

  void draw(const TextRun& run) {
    if (run.node >= 0) {
      raw("/P <</MCID " + std::to_string(structure_.mark(run.node, static_cast<int>(pages_.size()) - 1)) + ">> BDC\n");
    } else {
      raw("/Artifact BMC\n");
    }
    raw(run.grey ? "0.35 0.35 0.35 rg\n" : "0 0 0 rg\n");
    double x = run.x;
    for (size_t pos = 0; pos < run.text.size();) draw_same_font(run, pos, x);
    raw("EMC\n");
    hash_.update(run.text);
    hash_.update("\n");
  }

  // Characters from `pos` on that one font draws; moves on.
  void draw_same_font(const TextRun& run, size_t& pos, double& x) {
    const size_t begin = pos;
    FontFile file = FontFile::regular;
    while (pos < run.text.size()) {
      size_t next = pos;
      const char32_t cp = next_code_point(run.text, next);
      bool known = false;
      const FontFile wanted = measure_.font_of(cp, run.face, known);
      if (!known) throw_glyph(cp);
      if (pos > begin && wanted != file) break;
      file = wanted;
      pos = next;
    }
    const std::string part = run.text.substr(begin, pos - begin);
    PdfFont* font = font_for(file);
    font->SetFontSize(static_cast<float>(run.size));
    painter_.SetFont(font);
    painter_.DrawText(x, height_ - run.y, PdfString(reinterpret_cast<const pdf_utf8*>(part.c_str())));
    x += measure_.width(part, run.face, run.size);
  }

  [[noreturn]] static void throw_glyph(char32_t cp) {
    std::string character;
    append_code_point(character, cp);
    throw Error(Message("PDF-GLYPH", {{"character", character}}));
  }

  PdfFont* font_for(FontFile file) {
    auto& slot = fonts_[static_cast<size_t>(file)];
    if (slot == nullptr) {
      auto& path = paths_[static_cast<size_t>(file)];
      path = std::make_unique<FontPath>(font_bytes(file));
      // PoDoFo takes the encoding over; the name only keeps its font cache apart.
      const std::string name = "Esep" + std::to_string(static_cast<int>(file));
      slot = pdf_.CreateFontSubset(name.c_str(), false, false, false, new PdfIdentityEncoding(0, 0xffff, true), path->path().c_str());  // NOLINT
      if (slot == nullptr) throw Error("PDF-FONT");
    }
    return slot;
  }

  PdfMemDocument& pdf_;
  const FontMeasure& measure_;
  StructureTree structure_;
  PdfPainter painter_;
  double height_ = 0;
  std::vector<PdfObject*> pages_;
  std::array<std::unique_ptr<FontPath>, kFontFiles> paths_;
  std::array<PdfFont*, kFontFiles> fonts_{};
  Sha256 hash_;
};

// One level, in page order. PDF/A wants the Count that PoDoFo leaves out.
void add_bookmarks(PdfMemDocument& pdf, const std::vector<document::Bookmark>& bookmarks) {
  if (bookmarks.empty()) return;
  PdfOutlines* outlines = pdf.GetOutlines();
  PdfOutlineItem* last = nullptr;
  for (const auto& bookmark : bookmarks) {
    const std::string safe = scrub_utf8(bookmark.title);
    const PdfString title(reinterpret_cast<const pdf_utf8*>(safe.c_str()));
    const PdfDestination target(pdf.GetPage(bookmark.page));
    if (last == nullptr) {
      last = outlines->CreateRoot(title);
      last->SetDestination(target);
    } else {
      last = last->CreateNext(title, target);
    }
  }
  outlines->GetObject()->GetDictionary().AddKey("Count", PdfVariant(static_cast<pdf_int64>(bookmarks.size())));
}

std::string write_bytes(PdfMemDocument& pdf) {
  PdfRefCountedBuffer buffer;
  PdfOutputDevice device(&buffer);
  pdf.Write(&device);
  return std::string(buffer.GetBuffer(), buffer.GetSize());
}

}  // namespace

std::string write(const document::Document& document) {
  PdfError::EnableLogging(false);
  PdfError::EnableDebug(false);
  try {
    PdfMemDocument pdf;
    pdf.SetPdfVersion(ePdfVersion_1_4);
    pdf.SetWriteMode(ePdfWriteMode_Clean);
    const FontMeasure measure;
    PdfPages pages(pdf, measure);
    const document::LayoutResult result = document::layout(document, measure, pages);
    pages.structure().write(result.structure, pages.pages());
    add_bookmarks(pdf, result.bookmarks);
    add_conformance(pdf, document, pages.content_hash());
    return write_bytes(pdf);
  } catch (const PdfError& error) {
    throw Error(Message("PDF-FAILED", {{"reason", std::string(PdfError::ErrorName(error.GetError()))}}));
  }
}

}  // namespace esep::pdf
