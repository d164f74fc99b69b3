// SPDX-License-Identifier: MIT
#include "html/chart.h"

#include <algorithm>
#include <array>
#include <vector>

#include "html/escape.h"

namespace esep::html {
namespace {

constexpr int64_t kLeft = 200;    // room for the names of the categories
constexpr int64_t kWidth = 500;   // of the drawing area
constexpr int64_t kHeight = 220;  // of a line chart
constexpr int64_t kBar = 16;
constexpr int64_t kTop = 10;
constexpr std::array<const char*, 6> kColours{"#2f5597", "#c55a11", "#548235",
                                              "#7f6000", "#7030a0", "#00787a"};

const char* colour(size_t series) { return kColours[series % kColours.size()]; }
std::string attribute(const char* name, int64_t value) {
  return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

// Ten-thousandths, made small enough to be multiplied by a width.
class Drawing {
 public:
  explicit Drawing(const document::Chart& chart) : chart_(chart) {
    for (const auto& series : chart.series) {
      for (const Decimal& one : series.values) {
        while (one.units() / unit_ > kFits || one.units() / unit_ < -kFits) unit_ *= 10;
      }
    }
    const bool stacked = chart.kind == document::Chart::Kind::stacked_bar;
    for (size_t c = 0; c < chart.categories.size(); ++c) {
      int64_t below = 0;
      int64_t above = 0;
      for (size_t s = 0; s < chart.series.size(); ++s) {
        const int64_t one = value(s, c);
        if (!stacked) below = above = 0;
        (one < 0 ? below : above) += one;
        low_ = std::min(low_, below);
        high_ = std::max(high_, above);
      }
    }
    if (high_ == low_) high_ = low_ + 1;
  }

  std::string run() {
    const bool line = chart_.kind == document::Chart::Kind::line;
    const auto series = static_cast<int64_t>(chart_.series.size());
    const auto categories = static_cast<int64_t>(chart_.categories.size());
    const int64_t rows = chart_.kind == document::Chart::Kind::stacked_bar ? 1 : series;
    const int64_t height = line ? kHeight + 20 : categories * (rows * kBar + 8);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + escape(chart_.title) +
           "\" viewBox=\"0 0 " + std::to_string(kLeft + kWidth + 20) + " " +
           std::to_string(height + 2 * kTop + 20 * series) + "\" font-size=\"11\">\n";
    if (line) {
      lines(categories);
    } else {
      bars(rows);
    }
    for (int64_t s = 0; s < series; ++s) legend(static_cast<size_t>(s), height + kTop + 20 * s);
    return std::move(out_) + "</svg>\n";
  }

 private:
  int64_t value(size_t series, size_t category) const {
    const auto& values = chart_.series[series].values;
    return category < values.size() ? values[category].units() / unit_ : 0;
  }
  int64_t at(int64_t units, int64_t length) const { return (units - low_) * length / (high_ - low_); }

  void text(int64_t x, int64_t y, const std::string& words, const char* anchor) {
    out_ += "<text" + attribute("x", x) + attribute("y", y) + " text-anchor=\"" + anchor + "\">" +
            escape(words) + "</text>\n";
  }

  void bars(int64_t rows) {
    const bool stacked = chart_.kind == document::Chart::Kind::stacked_bar;
    int64_t y = kTop;
    for (size_t c = 0; c < chart_.categories.size(); ++c) {
      text(kLeft - 8, y + rows * kBar / 2 + 4, chart_.categories[c], "end");
      int64_t below = 0;
      int64_t above = 0;
      for (size_t s = 0; s < chart_.series.size(); ++s) {
        const int64_t one = value(s, c);
        if (!stacked) below = above = 0;
        int64_t& from = one < 0 ? below : above;
        const int64_t first = at(std::min(from, from + one), kWidth);
        const int64_t last = at(std::max(from, from + one), kWidth);
        from += one;
        out_ += "<rect" + attribute("x", kLeft + first) + attribute("y", y) +
                attribute("width", last - first) + attribute("height", kBar - 2) + " fill=\"" + colour(s) +
                "\"/>\n";
        if (!stacked) y += kBar;
      }
      y += (stacked ? kBar : 0) + 8;
    }
  }

  void lines(int64_t categories) {
    const auto x_of = [&](int64_t c) { return kLeft + (categories > 1 ? c * kWidth / (categories - 1) : 0); };
    for (size_t s = 0; s < chart_.series.size(); ++s) {
      out_ +=
          "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + std::string(colour(s)) + "\" points=\"";
      for (int64_t c = 0; c < categories; ++c) {
        out_ += std::to_string(x_of(c)) + "," +
                std::to_string(kTop + kHeight - at(value(s, static_cast<size_t>(c)), kHeight)) + " ";
      }
      out_ += "\"/>\n";
    }
    for (int64_t c = 0; c < categories; ++c)
      text(x_of(c), kTop + kHeight + 14, chart_.categories[static_cast<size_t>(c)], "middle");
  }

  void legend(size_t series, int64_t y) {
    out_ += "<rect" + attribute("x", kLeft) + attribute("y", y) + " width=\"12\" height=\"12\" fill=\"" +
            colour(series) + "\"/>\n";
    text(kLeft + 18, y + 10, chart_.series[series].name, "start");
  }

  static constexpr int64_t kFits = 1'000'000'000'000;

  const document::Chart& chart_;
  int64_t unit_ = 1;
  int64_t low_ = 0;
  int64_t high_ = 0;
  std::string out_;
};

std::string figures(const document::Chart& chart, Lang lang) {
  std::string out = "<table>\n<thead><tr><td></td>";
  for (const auto& series : chart.series) out += "<th scope=\"col\">" + escape(series.name) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (size_t c = 0; c < chart.categories.size(); ++c) {
    out += "<tr><th scope=\"row\">" + escape(chart.categories[c]) + "</th>";
    for (const auto& series : chart.series) {
      out += "<td class=\"n\">" +
             (c < series.values.size() ? escape(form::display_text(series.values[c], 0, lang)) : "") +
             "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string chart_markup(const document::Chart& chart, Lang lang) {
  const bool drawn =
      !chart.categories.empty() && !chart.series.empty() && chart.kind != document::Chart::Kind::tiles;
  return "<figure><figcaption>" + escape(chart.title) + "</figcaption>\n" +
         (drawn ? Drawing(chart).run() : "") + figures(chart, lang) + "</figure>\n";
}

}  // namespace esep::html
