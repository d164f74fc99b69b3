// SPDX-License-Identifier: MIT
#include "document/layout/line_wrapper.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace esep::document {
namespace {

// Valid UTF-8 of one or more lines, without other control characters; a run of spaces is one, none at the ends.
std::string tidy(std::string_view text) {
  const std::string scrubbed = is_valid_utf8(text) ? std::string() : scrub_utf8(text);
  std::string out;
  out.reserve(text.size());
  const auto at_start = [&out] { return out.empty() || out.back() == '\n'; };
  for (char c : scrubbed.empty() ? text : std::string_view(scrubbed)) {
    if (c == '\r') continue;
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') c = ' ';
    if (c == ' ' && (at_start() || out.back() == ' ')) continue;
    if (c == '\n' && !out.empty() && out.back() == ' ') out.pop_back();
    out += c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Most texts are: they need no copy.
bool is_tidy(std::string_view text) {
  char before = '\n';
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return false;
    if (c == ' ' && (before == '\n' || before == ' ')) return false;
    if (c == '\n' && before == ' ') return false;
    before = c;
  }
  return before != ' ' && is_valid_utf8(text);
}

// `each` gets every part of `text` between separators, the empty ones too.
template <typename Each>
void split_into(std::string_view text, char separator, Each each) {
  for (size_t begin = 0;;) {
    const size_t end = text.find(separator, begin);
    each(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return;
    begin = end + 1;
  }
}

// `each` gets the lines of `text`, tidied.
template <typename Each>
void each_line(std::string_view text, Each each) {
  if (is_tidy(text)) {
    split_into(text, '\n', each);
  } else {
    const std::string clean = tidy(text);
    split_into(clean, '\n', each);
  }
}

std::string_view without_blank(std::string_view piece) {
  if (piece.ends_with(' ')) piece.remove_suffix(1);
  return piece;
}

// Soft hyphens that do not end a line are not shown.
std::string without_soft_hyphens(std::string_view line) {
  std::string out;
  for (size_t begin = 0; begin < line.size();) {
    const size_t end = line.find(kCutHyphen, begin);
    out += line.substr(begin, end - begin);
    if (end == std::string_view::npos) break;
    begin = end + kCutHyphen.size();
    if (begin == line.size()) out += kCutHyphen;
  }
  return out;
}

// One line of a text, broken into lines of the page.
class Wrapping {
 public:
  Wrapping(LineBreaks& breaks, const TextMeasure& measure, Face face, double size, double width)
      : breaks_(breaks), measure_(measure), face_(face), size_(size), width_(width) {}

  void run(std::string_view line, std::vector<Line>& out) {
    line_ = line;
    out_ = &out;
    const bool plain = line.find(kCutHyphen) == std::string_view::npos;
    if (plain && wide(line) <= width_) {
      out.push_back({std::string(line)});
      return;
    }
    size_t begin = 0;
    for (const size_t end : breaks_.pieces(line)) {
      add(begin, end);
      begin = end;
    }
    finish_line(line.size());
  }

 private:
  [[nodiscard]] double wide(std::string_view text) const { return measure_.width(text, face_, size_); }

  void add(size_t begin, size_t end) {
    const std::string_view piece = line_.substr(begin, end - begin);
    const std::string_view shown = without_blank(piece);
    const double needed = wide(shown);
    if (used_ + needed > width_) finish_line(begin);
    if (needed > width_) begin = cut(begin, shown);
    used_ += wide(line_.substr(begin, end - begin));
  }

  void finish_line(size_t end) {
    if (end > line_begin_) put(line_begin_, end);
    line_begin_ = end;
    used_ = 0;
  }

  void put(size_t begin, size_t end) {
    Line out{without_soft_hyphens(without_blank(line_.substr(begin, end - begin)))};
    if (is_within_word(begin)) out.cut.above = std::min(out.text.find(' '), out.text.size());
    if (is_within_word(end) && word_begin_ >= begin) {
      const size_t space = out.text.rfind(' ');
      out.cut.at = space == std::string::npos ? 0 : space + 1;
      out.cut.said = without_soft_hyphens(line_.substr(word_begin_, word_end_ - word_begin_));
      drop_cut_hyphen(out.cut.said);
    }
    out_->push_back(std::move(out));
  }

  // Lines of a piece that is too wide for one; returns where its last begins.
  size_t cut(size_t begin, std::string_view piece) {
    find_word(begin);
    const auto places = breaks_.places_within(piece, line_.substr(word_begin_, word_end_ - word_begin_));
    size_t start = 0;
    for (auto at = best_place(piece, start, places, 0); at; at = best_place(piece, start, places, *at + 1)) {
      const LineBreaks::Place& place = places[*at];
      put(begin + start, begin + place.at);
      if (place.hyphen) out_->back().text += kCutHyphen;
      start = place.at;
    }
    line_begin_ = begin + start;
    return line_begin_;
  }

  // Of the places from `next` on, the last of the best that end a line from `start` within the width; `next` itself if
  // not even that fits; none if all the rest does. Reads no further than the line.
  [[nodiscard]] std::optional<size_t> best_place(std::string_view piece, size_t start,
                                                 const std::vector<LineBreaks::Place>& places, size_t next) const {
    if (next >= places.size()) return std::nullopt;
    const double hyphen = wide(kCutHyphen);
    std::optional<size_t> best;
    double used = 0;
    size_t from = start;
    for (size_t i = next; i <= places.size(); ++i) {
      const size_t to = i < places.size() ? places[i].at : piece.size();
      used += wide(piece.substr(from, to - from));
      if (used > width_) return best ? best : next;
      from = to;
      const bool fits = i < places.size() && used + (places[i].hyphen ? hyphen : 0) <= width_;
      if (fits && (!best || places[i].rank <= places[*best].rank)) best = i;
    }
    return std::nullopt;
  }

  // The text around `at` from space to space; `at` never goes back.
  void find_word(size_t at) {
    if (at < word_end_) return;
    const size_t space = line_.rfind(' ', at);
    word_begin_ = space == std::string_view::npos ? 0 : space + 1;
    word_end_ = std::min(line_.find(' ', at), line_.size());
  }

  // Whether a word goes on at `at` that began before it. One of more than `kLongest` bytes is said as it is cut.
  [[nodiscard]] bool is_within_word(size_t at) {
    constexpr size_t kLongest = 4000;
    if (at == 0 || at >= line_.size() || line_[at - 1] == ' ' || line_[at] == ' ') return false;
    find_word(at);
    return word_end_ - word_begin_ <= kLongest;
  }

  LineBreaks& breaks_;
  const TextMeasure& measure_;
  Face face_;
  double size_;
  double width_;
  std::string_view line_;
  std::vector<Line>* out_ = nullptr;
  size_t line_begin_ = 0;
  size_t word_begin_ = 0;
  size_t word_end_ = 0;
  double used_ = 0;  // from line_begin_ on, the blank at the end included
};

}  // namespace

bool drop_cut_hyphen(std::string& line) {
  if (!line.ends_with(kCutHyphen)) return false;
  line.resize(line.size() - kCutHyphen.size());
  return true;
}

void shorten(std::vector<Line>& lines, size_t most, const std::function<bool(const std::string&)>& fits) {
  if (lines.size() <= most || most == 0) return;
  Line& last = lines[most - 1];
  std::string said;
  for (size_t i = most - 1; i < lines.size(); ++i) {
    const Cut& cut = lines[i].cut;
    const size_t end = cut.said.empty() ? lines[i].text.size() : cut.at;
    const std::string own = lines[i].text.substr(cut.above, end - cut.above) + cut.said;
    if (!own.empty() && !said.empty()) said += ' ';
    said += own;
  }
  lines.resize(most);
  drop_cut_hyphen(last.text);
  while (!last.text.empty() && !fits(last.text + "…")) {
    do last.text.pop_back();
    while (!is_valid_utf8(last.text));
  }
  last.text += "…";
  last.cut.above = std::min(last.cut.above, last.text.size());
  last.cut.at = last.cut.above;
  last.cut.said = said;
}

std::vector<Line> LineWrapper::lines(std::string_view text, double width, Face face, double size) const {
  std::vector<Line> out;
  if (text.empty()) return out;
  each_line(text, [&](std::string_view line) {
    if (line.empty()) {
      out.push_back({});
    } else {
      Wrapping(breaks_, measure_, face, size, width).run(line, out);
    }
  });
  return out;
}

double LineWrapper::widest_piece(std::string_view text, Face face, double widest) const {
  each_line(text, [&](std::string_view line) {
    bool wider = false;
    split_into(line, ' ', [&](std::string_view word) { wider = wider || measure_.width(word, face, 1) > widest; });
    if (!wider) return;  // most cells: nobody need look for pieces
    size_t begin = 0;
    for (const size_t end : breaks_.pieces(line)) {
      widest = std::max(widest, measure_.width(without_blank(line.substr(begin, end - begin)), face, 1));
      begin = end;
    }
  });
  return widest;
}

}  // namespace esep::document
