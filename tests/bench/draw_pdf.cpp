// SPDX-License-Identifier: MIT
#include <podofo/podofo.h>

#include "base/file.h"
#include "child.h"
#include "pdf/write.h"
#include "table_data.h"

namespace esep::bench {
namespace {

constexpr double kWidth = 842;  // A4 across
constexpr double kHeight = 595;
constexpr double kMargin = 36;
constexpr double kLine = 12;
constexpr const char* kFont = "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf";

form::FormDefinition with_columns(int columns) {
  auto form = bench_form();
  form.columns.resize(static_cast<size_t>(columns));
  return form;
}

// Every string of the table in one line at its place. No measuring, wrapping, lines, tags or conformance.
Time draw_bare(const std::filesystem::path& folder, int rows, int columns) {
  using namespace PoDoFo;  // NOLINT(google-build-using-namespace)
  const auto form = with_columns(columns);
  const TableData data(form);
  return time_of([&] {
    PdfMemDocument pdf;
    PdfFont* font =
        pdf.CreateFontSubset("Noto Serif", false, false, false, new PdfIdentityEncoding(0, 0xffff, true), kFont);
    font->SetFontSize(7);
    PdfPainter painter;
    double y = 0;
    for (int row = 0; row < rows; ++row, y -= kLine) {
      if (y < kMargin) {
        if (row > 0) painter.FinishPage();
        painter.SetPage(pdf.CreatePage(PdfRect(0, 0, kWidth, kHeight)));
        painter.SetFont(font);
        y = kHeight - kMargin;
      }
      for (int i = 0; i < columns; ++i) {
        const auto column = static_cast<size_t>(i);
        const std::string text = form::display_text(data.shown(row, column), form.columns[column].scale, Lang::kk);
        painter.DrawText(kMargin + i * (kWidth - 2 * kMargin) / columns, y,
                         PdfString(reinterpret_cast<const pdf_utf8*>(text.c_str())));
      }
    }
    painter.FinishPage();
    PdfRefCountedBuffer buffer;
    PdfOutputDevice device(&buffer);
    pdf.Write(&device);
    write_file_atomically(folder / "bare.pdf", {buffer.GetBuffer(), buffer.GetSize()});
  });
}

Time draw_ours(const std::filesystem::path& folder, int rows, int columns) {
  const auto form = with_columns(columns);
  const TableData data(form);
  return time_of([&] { write_file_atomically(folder / "esep.pdf", pdf::write(paper(form, data, rows))); });
}

Case pdf_case(std::string id, std::string title, int rows, int columns) {
  return {std::move(id),
          std::move(title),
          nullptr,
          {{"PoDoFo, each text drawn once", [=](const auto& folder) { return draw_bare(folder, rows, columns); }},
           {"Document → `src/pdf`: wrapped, tagged, PDF/A-1b",
            [=](const auto& folder) { return draw_ours(folder, rows, columns); }}}};
}

}  // namespace

Case small_pdf_case() {
  Case out = pdf_case("pdf", "PDF, table of 1 000 × 10", 1000, 10);
  out.sides.push_back({"reportlab, with the start of Python",
                       nullptr,
                       {"/usr/bin/python3", ESEP_SOURCE_DIR "/tests/bench/reportlab_table.py"}});
  return out;
}
Case large_pdf_case() { return pdf_case("pdf-wide", "PDF, table of 2 000 × 26 in column blocks", 2000, kColumns); }

}  // namespace esep::bench
