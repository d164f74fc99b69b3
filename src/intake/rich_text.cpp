// SPDX-License-Identifier: MIT
#include "intake/rich_text.h"

#include "intake/cell_text.h"
#include "intake/limits.h"

namespace esep::intake {

void RichText::begin() {
  where_ = Where::top;
  in_run_ = false;
  struck_run_ = struck_ = false;
  value_.clear();
  piece_.clear();
}

void RichText::start(std::string_view name, XmlAttributes attributes) {
  if (where_ == Where::skipped) {
    ++skipped_;
    const auto given = attribute(attributes, "val");
    if (name == "strike" && above_ == Where::run) struck_run_ = !given || is_true(given);
  } else if (name == "t" && (where_ == Where::top || where_ == Where::run)) {
    where_ = Where::text;
    preserve_ = attribute(attributes, "xml:space") == "preserve";
    piece_.clear();
  } else if (name == "r" && where_ == Where::top) {
    where_ = Where::run;
    in_run_ = true;
    struck_run_ = false;
  } else {
    above_ = where_;
    where_ = Where::skipped;
    skipped_ = 1;
  }
}

bool RichText::end() {
  switch (where_) {
    case Where::skipped:
      if (--skipped_ == 0) where_ = above_;
      return true;
    case Where::text:
      value_ += preserve_ ? std::string_view(piece_) : trim_xml(piece_);
      struck_ = struck_ || (in_run_ && struck_run_ && !trim_xml(piece_).empty());
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
