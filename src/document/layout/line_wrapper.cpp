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

  void run(std::string_view line, std::vector<std::string>& out) {
    line_ = line;
    out_ = &out;
    const bool plain = line.find(kCutHyphen) == std::string_view::npos;
    if (plain && wide(line) <= width_) {
      out.emplace_back(line);
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
    if (end > line_begin_)
      out_->push_back(without_soft_hyphens(without_blank(line_.substr(line_begin_, end - line_begin_))));
    line_begin_ = end;
    used_ = 0;
  }

  // Lines of a piece that is too wide for one; returns where its last begins.
  size_t cut(size_t begin, std::string_view piece) {
    const auto places = breaks_.places_within(piece, token_at(begin));
    size_t start = 0;
    for (auto at = best_place(piece, start, places, 0); at; at = best_place(piece, start, places, *at + 1)) {
      const LineBreaks::Place& place = places[*at];
      out_->emplace_back(without_blank(piece.substr(start, place.at - start)));
      if (place.hyphen) out_->back() += kCutHyphen;
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

  // The text around `at` from space to space.
  [[nodiscard]] std::string_view token_at(size_t at) const {
    const size_t before = line_.substr(0, at).rfind(' ');
    const size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return line_.substr(begin, line_.find(' ', at) - begin);
  }

  LineBreaks& breaks_;
  const TextMeasure& measure_;
  Face face_;
  double size_;
  double width_;
  std::string_view line_;
  std::vector<std::string>* out_ = nullptr;
  size_t line_begin_ = 0;
  double used_ = 0;  // from line_begin_ on, the blank at the end included
};

}  // namespace

bool drop_cut_hyphen(std::string& line) {
  if (!line.ends_with(kCutHyphen)) return false;
  line.resize(line.size() - kCutHyphen.size());
  return true;
}

std::vector<std::string> LineWrapper::lines(std::string_view text, double width, Face face, double size) const {
  std::vector<std::string> out;
  if (text.empty()) return out;
  each_line(text, [&](std::string_view line) {
    if (line.empty()) {
      out.emplace_back();
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
