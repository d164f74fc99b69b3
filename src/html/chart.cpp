// SPDX-License-Identifier: MIT
#include "html/chart.h"

#include <cmath>
#include <tuple>

#include <fmt/core.h>

#include "base/utf8.h"
#include "document/chart/drawing.h"
#include "html/escape.h"

namespace esep::html {
namespace {

constexpr double kWidth = 720;

// The widths of the reader's font are not known; this is a little more than most letters of most fonts.
class RoughMeasure : public document::TextMeasure {
 public:
  double width(std::string_view utf8, document::Face face, double size) const override {
    double out = 0;
    for (size_t pos = 0; pos < utf8.size();) {
      const char32_t letter = next_code_point(utf8, pos);
      const bool narrow = letter == U' ' || letter == U'.' || letter == U',' || letter == U';' || letter == U'(' ||
                          letter == U')' || letter == 0xA0;
      out += narrow ? 0.35 : 0.6;
    }
    return out * size * (face == document::Face::bold ? 1.08 : 1);
  }
};

// Tenths of a point.
std::string number(double value) {
  const long long tenths = std::llround(value * 10);
  const long long magnitude = tenths < 0 ? -tenths : tenths;
  const std::string whole = fmt::format("{}{}", tenths < 0 ? "-" : "", magnitude / 10);
  return magnitude % 10 == 0 ? whole : fmt::format("{}.{}", whole, magnitude % 10);
}

std::string attribute(const char* name, double value) { return fmt::format(" {}=\"{}\"", name, number(value)); }

std::string colour(const std::array<double, 3>& rgb) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (const double part : rgb) {
    const auto byte = static_cast<size_t>(std::llround(part * 255));
    out += kDigits[byte / 16];
    out += kDigits[byte % 16];
  }
  return out;
}

class Svg {
 public:
  std::string run(const document::Chart& chart, Lang lang) {
    const document::ChartDrawing drawing = document::draw_chart(chart, lang, kWidth, RoughMeasure());
    for (const auto& band : drawing.bands) {
      for (const auto& fill : band.fills) add(fill);
      strokes(band);
      for (const auto& text : band.texts) add(text);
      top_ += band.height;
    }
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" "
        "width=\"100%\" font-family=\"serif\">\n{}</svg>\n",
        escape(chart.title), number(kWidth), number(top_), out_);
  }

 private:
  void add(const document::Fill& fill) {
    out_ += fmt::format("<rect{}{}{}{} fill=\"{}\"/>\n", attribute("x", fill.x), attribute("y", top_ + fill.y),
                        attribute("width", fill.width), attribute("height", fill.height), colour(fill.rgb));
  }

  // Lines of one kind that follow one another are one path.
  void strokes(const document::ChartBand& band) {
    const auto kind = [](const document::Stroke& one) { return std::tie(one.weight, one.dash, one.rgb); };
    for (size_t i = 0; i < band.strokes.size();) {
      const document::Stroke& first = band.strokes[i];
      std::string path;
      for (; i < band.strokes.size() && kind(band.strokes[i]) == kind(first); ++i) {
        const document::Stroke& one = band.strokes[i];
        path +=
            fmt::format("M{} {}L{} {}", number(one.x1), number(top_ + one.y1), number(one.x2), number(top_ + one.y2));
      }
      out_ += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\"{}{}/>\n", path, colour(first.rgb),
                          attribute("stroke-width", first.weight),
                          first.dash > 0 ? attribute("stroke-dasharray", first.dash) : "");
    }
  }

  void add(document::TextRun run) {
    if (document::drop_cut_hyphen(run.text)) run.text += '-';  // a browser would not show the other
    out_ +=
        fmt::format("<text{}{}{}{}{}>{}</text>\n", attribute("x", run.x), attribute("y", top_ + run.y),
                    attribute("font-size", run.size), run.face == document::Face::bold ? " font-weight=\"bold\"" : "",
                    run.grey ? " fill=\"#595959\"" : "", escape(run.text));
  }

  double top_ = 0;
  std::string out_;
};

std::string figures(const document::Chart& chart, Lang lang) {
  const int places = document::chart_places(chart);
  std::string out = "<table>\n<thead><tr><td></td>";
  for (const auto& series : chart.series) out += fmt::format("<th scope=\"col\">{}</th>", escape(series.name));
  out += "</tr></thead>\n<tbody>\n";
  for (size_t c = 0; c < chart.categories.size(); ++c) {
    out += fmt::format("<tr><th scope=\"row\">{}</th>", escape(chart.categories[c]));
    for (size_t s = 0; s < chart.series.size(); ++s) {
      const auto value = document::chart_value(chart, s, c);
      out += fmt::format("<td class=\"n\">{}</td>",
                         escape(value ? form::display_text(*value, places, lang) : chart.absent));
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string chart_markup(const document::Chart& chart, Lang lang) {
  const bool drawn = !chart.categories.empty() && !chart.series.empty();
  return fmt::format("<figure tabindex=\"0\"><figcaption>{}</figcaption>\n{}{}</figure>\n", escape(chart.title),
                     drawn ? Svg().run(chart, lang) : "", figures(chart, lang));
}

}  // namespace esep::html
