// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "intake/xml_part.h"

namespace esep::intake {

/// The text inside `<si>` (a shared string) or `<is>` (a string in its cell): plain `<t>`, or runs `<r><t>` joined;
/// phonetic runs `<rPh>` left out. As Excel does, white space at the ends of a `<t>` counts only with
/// xml:space="preserve".
class RichText {
 public:
  void begin();
  void start(std::string_view name, XmlAttributes attributes);
  /// False if the element that ended is the `<si>` or `<is>` itself.
  bool end();
  void text(std::string_view text);
  /// Whether the text has more than `kMaxCellBytes`.
  [[nodiscard]] bool too_long() const;
  /// Whether a run of it is crossed out.
  [[nodiscard]] bool struck() const { return struck_; }
  /// Escapes decoded, controls cleaned.
  [[nodiscard]] std::string take();

 private:
  enum class Where { top, run, text, skipped };
  Where where_ = Where::top;
  Where above_ = Where::top;  // the place of a skipped element
  bool in_run_ = false;
  bool struck_run_ = false;
  bool struck_ = false;
  int skipped_ = 0;
  bool preserve_ = false;
  std::string piece_;
  std::string value_;
};

}  // namespace esep::intake
