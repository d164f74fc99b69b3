// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "document/chart/drawing.h"
#include "document/layout/canvas.h"

namespace esep::document {
namespace {

void place(Canvas& canvas, const ChartBand& band, int node) {
  const double x = canvas.left();
  const double y = canvas.y;
  for (Fill fill : band.fills) {
    fill.x += x;
    fill.y += y;
    canvas.fill(fill);
  }
  for (Stroke stroke : band.strokes) {
    stroke.x1 += x;
    stroke.x2 += x;
    stroke.y1 += y;
    stroke.y2 += y;
    canvas.stroke(stroke);
  }
  for (TextRun run : band.texts) {
    run.x += x;
    run.y += y;
    run.node = node;
    canvas.text(std::move(run));
  }
  for (CellBox box : band.cells) {
    box.x += x;
    box.y += y;
    canvas.cell(box);
  }
  canvas.y += band.height;
}

}  // namespace

// A chart is not split. If it is taller than a page, title and legend stay with the first piece of the drawing.
void lay_out_chart(Canvas& canvas, const Chart& chart) {
  const int node = canvas.node(StructNode::Kind::figure, canvas.section_node);
  const ChartDrawing drawing = draw_chart(chart, canvas.document().lang, canvas.width(), canvas.measure());
  const double page = canvas.bottom() - canvas.top();
  double whole = 0;
  double start = 0;
  for (size_t i = 0; i < drawing.bands.size(); ++i) {
    whole += drawing.bands[i].height;
    if (i <= drawing.head) start = whole;
  }
  const bool has_room = whole + canvas.follow <= page;
  canvas.need(whole <= page ? whole + (has_room ? canvas.follow : 0) : std::min(start, page));
  for (const ChartBand& band : drawing.bands) {
    canvas.need(band.height);
    place(canvas, band, node);
  }
  canvas.y += 8;
}

}  // namespace esep::document
