// SPDX-License-Identifier: MIT
#include "intake/rich_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "intake/cell_text.h"
#include "intake/limits.h"
#include "report/read/taken_words.h"

namespace esep::intake {

namespace {

constexpr size_t kMostColours = 8;

// A raised number behind a word, but for the powers of units and of single letters: «Асан»¹, not «5 км²», not «x²».
bool is_footnote(std::string_view before, std::string_view piece) {
  constexpr size_t kLongest = 3;
  const bool number = !piece.empty() && piece.size() <= kLongest && is_digit(piece.front());
  constexpr size_t kWord = 64;
  const std::string near = fold_case(before.substr(before.size() - std::min(before.size(), kWord)));
  if (!number || near.empty() || before.back() == ' ' || is_digit(before.back())) return false;
  const auto words = words_of(near);
  if (words.empty()) return false;
  const std::string& word = words.back();
  size_t first = 0;
  (void)next_code_point(word, first);
  return first < word.size() &&
         std::find(report::kMeasures.begin(), report::kMeasures.end(), word) == report::kMeasures.end();
}

}  // namespace

void RichText::begin() {
  where_ = Where::top;
  in_run_ = false;
  last_shifted_ = false;
  marks_ = {};
  value_.clear();
  piece_.clear();
}

void RichText::start(std::string_view name, XmlAttributes attributes) {
  if (where_ == Where::skipped) {
    ++skipped_;
    if (above_ == Where::run) take_font(name, attributes);
  } else if (name == "t" && (where_ == Where::top || where_ == Where::run)) {
    where_ = Where::text;
    preserve_ = attribute(attributes, "xml:space") == "preserve";
    piece_.clear();
  } else if (name == "r" && where_ == Where::top) {
    where_ = Where::run;
    in_run_ = true;
    run_ = {};
  } else {
    above_ = where_;
    where_ = Where::skipped;
    skipped_ = 1;
  }
}

void RichText::take_font(std::string_view name, XmlAttributes attributes) {
  run_.take(name, attributes);
  if (name != "vertAlign") return;
  const auto given = attribute(attributes, "val");
  run_.raised = given == "superscript";
  run_.shifted = run_.raised || given == "subscript";
}

void RichText::judge_run(std::string_view piece) {
  const Run run = in_run_ ? run_ : Run{};
  const bool beside = !piece.empty() && !value_.empty() && is_digit(piece.front()) && is_digit(value_.back());
  marks_.raised =
      marks_.raised || (beside && run.shifted != last_shifted_) || (run.raised && is_footnote(value_, trim_xml(piece)));
  if (!piece.empty()) last_shifted_ = run.shifted;
  if (trim_xml(piece).empty()) return;
  marks_.struck = marks_.struck || run.struck;
  marks_.tiny = marks_.tiny || run.tiny;
  marks_.unstruck = marks_.unstruck || !run.struck;
  marks_.legible = marks_.legible || !run.tiny;
  marks_.black = marks_.black || run.colour.rgb == CellColour::kBlack;
  marks_.dingbats = marks_.dingbats || run.dingbats;
  const bool known = std::any_of(marks_.colours.begin(), marks_.colours.end(), [&](const CellColour& one) {
    return one.rgb == run.colour.rgb && one.name == run.colour.name;
  });
  if (run.colour.rgb != CellColour::kBlack && !known && marks_.colours.size() < kMostColours)
    marks_.colours.push_back(run.colour);
}

bool RichText::end() {
  switch (where_) {
    case Where::skipped:
      if (--skipped_ == 0) where_ = above_;
      return true;
    case Where::text:
      judge_run(preserve_ ? std::string_view(piece_) : trim_xml(piece_));
      value_ += preserve_ ? std::string_view(piece_) : trim_xml(piece_);
      where_ = in_run_ ? Where::run : Where::top;
      return true;
    case Where::run:
      where_ = Where::top;
      in_run_ = false;
      return true;
    case Where::top:
      return false;
  }
  return false;
}

void RichText::text(std::string_view text) {
  if (where_ == Where::text && !too_long()) piece_ += text;
}

bool RichText::too_long() const { return piece_.size() + value_.size() > kMaxCellBytes; }

std::string RichText::take() {
  std::string out = value_.find("_x") == std::string::npos ? std::move(value_) : decode_escapes(value_);
  value_.clear();
  clean_controls(out);
  return out;
}

}  // namespace esep::intake
