// SPDX-License-Identifier: MIT
#include "pdf/write.h"

#include <array>
#include <charconv>
#include <new>
#include <vector>

#include <fmt/core.h>
#include <podofo/podofo.h>
#include <zlib.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "document/layout/layout.h"
#include "font/printable.h"
#include "pdf/conformance.h"
#include "pdf/fonts.h"
#include "pdf/objects.h"
#include "pdf/structure.h"

namespace esep::pdf {
namespace {

using namespace PoDoFo;  // NOLINT(google-build-using-namespace)
using document::Page;
using document::TextRun;
using font::FontFile;
using font::kFontFiles;

// Two decimals are a three-hundredth of a millimetre.
void append_number(std::string& out, double value) {
  const auto hundredths = static_cast<long long>(value * 100 + (value < 0 ? -0.5 : 0.5));
  const long long magnitude = hundredths < 0 ? -hundredths : hundredths;
  std::array<char, 32> text{};
  char* end = text.data();
  if (hundredths < 0) *end++ = '-';
  end = std::to_chars(end, text.data() + text.size() - 3, magnitude / 100).ptr;
  *end++ = '.';
  *end++ = static_cast<char>('0' + magnitude / 10 % 10);
  *end++ = static_cast<char>('0' + magnitude % 10);
  out.append(text.data(), end);
}

// The fonts of one paper, embedded on first use as subsets of the drawn characters.
class PaperFonts {
 public:
  explicit PaperFonts(PdfMemDocument& pdf) : pdf_(pdf) {}

  PdfFont& of(FontFile file) {
    Used& used = used_[static_cast<size_t>(file)];
    if (used.font == nullptr) {
      used.path = std::make_unique<FontPath>(font::font_bytes(file));
      auto encoding = std::make_unique<PdfIdentityEncoding>(0, 0xffff, true);  // PoDoFo takes it over
      // The name only separates fonts in PoDoFo's cache.
      const std::string name = fmt::format("Esep{}", static_cast<int>(file));
      used.font =
          pdf_.CreateFontSubset(name.c_str(), false, false, false, encoding.release(), used.path->path().c_str());
      if (used.font == nullptr) throw Error("PDF-FONT");
    }
    return *used.font;
  }

  void note(FontFile file, char32_t code_point) {
    auto& characters = used_[static_cast<size_t>(file)].characters;
    if (code_point >= characters.size()) characters.resize(code_point + 1);
    if (characters[code_point]) return;
    characters[code_point] = true;
    std::string character;
    append_code_point(character, code_point);
    of(file).AddUsedSubsettingGlyphs(PdfString(reinterpret_cast<const pdf_utf8*>(character.c_str())), 1);
  }

 private:
  struct Used {
    std::unique_ptr<FontPath> path;
    PdfFont* font = nullptr;
    std::vector<bool> characters;  // by code point: drawn before; a known glyph has one of two bytes
  };
  PdfMemDocument& pdf_;
  std::array<Used, kFontFiles> used_;
};

// A URI is written in ASCII (RFC 3986): every other byte is percent-encoded.
std::string uri_of(std::string_view address) {
  std::string out;
  for (const char byte : address) {
    const bool plain = byte > ' ' && byte < '\x7f';
    out += plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return out;
}

// Draws pages into a PDF as the layout gives them. A page's operators are collected in one string, because PdfPainter
// takes three times as long and leaves a stream open if a page cannot be finished.
class PdfPages : public document::PageSink {
 public:
  PdfPages(PdfMemDocument& pdf, const FontMeasure& measure, StructureTree& structure)
      : pdf_(pdf), measure_(measure), fonts_(pdf), structure_(structure) {}

  void page(Page&& page) override {
    height_ = page.height;
    operators_.assign("/Artifact BMC\n");
    for (const auto& fill : page.fills) draw(fill);
    operators_ += "0 0 0 RG 0.5 w\n";
    for (const auto& stroke : page.strokes) draw(stroke);
    operators_ += "EMC\n";
    page_fonts_ = {};
    for (const auto& run : page.texts) draw(run);
    PdfObject* contents = pdf_.GetObjects().CreateObject();
    deflate_operators();
    contents->GetStream()->Set(deflated_.data(), static_cast<pdf_long>(deflated_.size()), TVecFilters());
    contents->GetDictionary().AddKey("Filter", PdfName("FlateDecode"));
    drawn_.push_back({PdfRect(0, 0, page.width, page.height), contents->Reference(), page_fonts_, {}});
    for (const auto& link : page.links) drawn_.back().links.push_back(annotation(link));
  }

  /// Makes all drawn pages at once, in order, because PoDoFo searches the whole tree for the place of each single
  /// page.
  std::vector<PdfObject*> finish() {
    std::vector<PdfRect> sizes;
    for (const Drawn& drawn : drawn_) sizes.push_back(drawn.size);
    pdf_.GetPagesTree()->CreatePages(sizes);
    std::vector<PdfObject*> out;
    for (const Drawn& drawn : drawn_) {
      PdfPage* page = pdf_.GetPage(static_cast<int>(out.size()));
      page->GetObject()->GetDictionary().AddKey("Contents", drawn.contents);
      for (size_t file = 0; file < kFontFiles; ++file) {
        if (!drawn.fonts[file]) continue;
        const PdfFont& font = fonts_.of(static_cast<FontFile>(file));
        page->AddResource(font.GetIdentifier(), font.GetObject()->Reference(), PdfName("Font"));
      }
      if (!drawn.links.empty()) page->GetObject()->GetDictionary().AddKey("Annots", drawn.links);
      out.push_back(page->GetObject());
    }
    return out;
  }

  std::string content_hash() { return hash_.finish_hex(); }
  [[nodiscard]] const std::u32string& substituted() const { return substituted_; }

 private:
  struct Drawn {
    PdfRect size;
    PdfReference contents;
    std::array<bool, kFontFiles> fonts{};
    PdfArray links;
  };

  // Without a frame, and printed as PDF/A asks (ISO 19005-1, 6.5.3).
  PdfReference annotation(const document::Link& link) {
    constexpr pdf_int64 kPrinted = 4;
    PdfDictionary action;
    action.AddKey("S", PdfName("URI"));
    action.AddKey("URI", PdfString(uri_of(link.address)));
    PdfVariant place;
    const auto& box = link.box;
    PdfRect(box.x, height_ - box.y - box.height, box.width, box.height).ToVariant(place);
    PdfArray frame;
    for (int i = 0; i < 3; ++i) frame.push_back(PdfVariant(pdf_int64{0}));
    PdfObject* out = pdf_.GetObjects().CreateObject("Annot");
    PdfDictionary& entries = out->GetDictionary();
    entries.AddKey("Subtype", PdfName("Link"));
    entries.AddKey("Rect", place);
    entries.AddKey("F", PdfVariant(kPrinted));
    entries.AddKey("Border", frame);
    entries.AddKey("A", action);
    return out->Reference();
  }

  // PoDoFo deflates too, but keeps the stream in a buffer of up to twice its size until the file is
  // written.
  void deflate_operators() {
    uLongf size = compressBound(operators_.size());
    deflated_.resize(size);
    const auto* bytes = reinterpret_cast<const Bytef*>(operators_.data());
    const int result = compress(reinterpret_cast<Bytef*>(deflated_.data()), &size, bytes, operators_.size());
    if (result != Z_OK) throw std::bad_alloc();  // the only way it fails with room enough
    deflated_.resize(size);
  }

  void put(std::initializer_list<double> numbers, const char* after) {
    for (const double number : numbers) {
      append_number(operators_, number);
      operators_ += ' ';
    }
    operators_ += after;
  }

  void draw(const document::Fill& fill) {
    put({fill.rgb[0], fill.rgb[1], fill.rgb[2]}, "rg ");
    put({fill.x, height_ - fill.y - fill.height, fill.width, fill.height}, "re f\n");
  }

  void draw(const document::Stroke& stroke) {
    const document::Stroke plain;
    const bool styled = stroke.weight != plain.weight || stroke.dash != plain.dash || stroke.rgb != plain.rgb;
    if (styled) {
      operators_ += "q ";
      put({stroke.rgb[0], stroke.rgb[1], stroke.rgb[2]}, "RG ");
      put({stroke.weight}, "w ");
      if (stroke.dash > 0) {
        operators_ += '[';
        put({stroke.dash}, "] 0 d ");
      }
    }
    put({stroke.x1, height_ - stroke.y1}, "m ");
    put({stroke.x2, height_ - stroke.y2}, styled ? "l S Q\n" : "l S\n");
  }

  void draw(const TextRun& run) {
    if (run.node >= 0) {
      operators_ += "/P <</MCID ";
      operators_ += std::to_string(structure_.mark(run.node, static_cast<int>(drawn_.size())));
      operators_ += ">> BDC\n";
    } else {
      operators_ += "/Artifact BMC\n";
    }
    operators_ += run.grey ? "0.35 0.35 0.35 rg\n" : "0 0 0 rg\n";
    const document::Cut& cut = run.cut;
    const size_t end = cut.said.empty() ? run.text.size() : cut.at;
    double x = run.x;
    if (cut.above > 0) draw_saying("", run, {0, cut.above}, x);
    draw_as_shown(run, {cut.above, end}, x);
    if (!cut.said.empty()) draw_saying(cut.said, run, {cut.at, run.text.size()}, x);
    operators_ += "EMC\n";
    hash_.update(run.text);
    hash_.update("\n");
  }

  struct Part {  // bytes of a run
    size_t begin = 0, end = 0;
  };

  // Who copies this part gets `said` (ISO 32000-1, 14.9.4).
  void draw_saying(std::string_view said, const TextRun& run, Part part, double& x) {
    operators_ += "/Span <</ActualText <FEFF";
    for (size_t pos = 0; pos < said.size();) append_utf16(next_code_point(said, pos));
    operators_ += ">>> BDC\n";
    while (part.begin < part.end) draw_same_font(run, part, x);
    operators_ += "EMC\n";
  }

  // In place of a square the character is said that it stands for.
  void draw_as_shown(const TextRun& run, Part part, double& x) {
    Part shown = part;
    for (size_t pos = part.begin; pos < part.end;) {
      const size_t at = pos;
      if (!is_substituted(next_code_point(run.text, pos), run.face)) continue;
      shown.end = at;
      while (shown.begin < shown.end) draw_same_font(run, shown, x);
      draw_saying(std::string_view(run.text).substr(at, pos - at), run, {at, pos}, x);
      shown.begin = pos;
    }
    shown.end = part.end;
    while (shown.begin < shown.end) draw_same_font(run, shown, x);
  }

  [[nodiscard]] bool is_substituted(char32_t cp, document::Face face) const {
    return measure_.glyph(cp, face).code_point != cp;
  }

  void append_utf16(char32_t cp) {
    constexpr char32_t kBeyond = 0x10000;
    if (cp < kBeyond) return append_hex(cp);
    append_hex(0xD800 + ((cp - kBeyond) >> 10));
    append_hex(0xDC00 + ((cp - kBeyond) & 0x3FFU));
  }

  void append_hex(char32_t number) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const int shift : {12, 8, 4, 0}) operators_ += kDigits[number >> shift & 15U];
  }

  // Characters of the part that one font draws; takes them off it.
  void draw_same_font(const TextRun& run, Part& part, double& x) {
    size_t next = part.begin;
    const FontFile file = measure_.glyph(next_code_point(run.text, next), run.face).file;
    page_fonts_[static_cast<size_t>(file)] = true;
    operators_ += "BT /";
    operators_ += fonts_.of(file).GetIdentifier().GetName();
    operators_ += ' ';
    put({run.size}, "Tf ");
    put({x, height_ - run.y}, "Td <");
    for (; part.begin < part.end; part.begin = next) {
      next = part.begin;
      const char32_t cp = next_code_point(run.text, next);
      const font::Glyph& glyph = measure_.glyph(cp, run.face);
      if (glyph.file != file) break;
      if (glyph.code_point != cp && substituted_.find(cp) == std::u32string::npos) substituted_ += cp;
      fonts_.note(file, glyph.code_point);
      append_hex(glyph.index);
      x += glyph.advance * run.size;
    }
    operators_ += "> Tj ET\n";
  }

  PdfMemDocument& pdf_;
  const FontMeasure& measure_;
  PaperFonts fonts_;
  StructureTree& structure_;
  std::string operators_;
  std::string deflated_;
  std::array<bool, kFontFiles> page_fonts_{};
  double height_ = 0;
  std::vector<Drawn> drawn_;
  Sha256 hash_;
  std::u32string substituted_;
};

// One level, in page order. PDF/A requires the Count that PoDoFo leaves out.
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

// The whole file without its tags; PoDoFo's memory is free before they are written.
struct Pages {
  FileEnd end;
  document::Structure nodes;
  std::u32string substituted;
};
Pages write_pages(const document::Document& document, StructureTree& structure, const Sink& put) {
  PdfMemDocument pdf;
  pdf.SetPdfVersion(ePdfVersion_1_4);
  pdf.SetWriteMode(ePdfWriteMode_Clean);
  const FontMeasure measure;
  PdfPages pages(pdf, measure, structure);
  document::LayoutResult result = document::layout(document, measure, pages);
  structure.announce(pdf, pages.finish());
  add_bookmarks(pdf, result.bookmarks);
  add_conformance(pdf, document, pages.content_hash());
  return {write_objects(pdf, put), std::move(result.structure), pages.substituted()};
}

}  // namespace

std::u32string write(const document::Document& document, const Sink& put) {
  PdfError::EnableLogging(false);
  PdfError::EnableDebug(false);
  try {
    StructureTree structure;
    Pages pages = write_pages(document, structure, put);
    structure.append(pages.nodes, pages.end, put);
    return std::move(pages.substituted);
  } catch (const PdfError& error) {
    throw Error(Message("PDF-FAILED", {{"reason", std::string(PdfError::ErrorName(error.GetError()))}}));
  }
}

std::string write(const document::Document& document) {
  std::string out;
  (void)write(document, [&out](std::string_view bytes) { out += bytes; });
  return out;
}

}  // namespace esep::pdf
