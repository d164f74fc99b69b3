// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/cell_colour.h"
#include "intake/xml_part.h"

namespace esep::intake {

/// How a text is written, where its runs differ from the font of the cell.
struct RunMarks {
  bool struck = false;    // a run is crossed out
  bool tiny = false;      // nobody can read a run
  bool unstruck = false;  // a run is not crossed out
  bool legible = false;   // a run is not tiny
  bool black = false;     // a run is
  bool raised = false;    // a digit is higher or lower than the one beside it, or behind a word: 1250¹, «А»¹
  bool dingbats = false;  // the font of a run has pictures for letters
  std::vector<CellColour> colours;  // of runs, but black

  [[nodiscard]] bool any() const { return struck || tiny || raised || dingbats || !colours.empty(); }
};

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
  [[nodiscard]] const RunMarks& marks() const { return marks_; }
  /// Escapes decoded, controls cleaned.
  [[nodiscard]] std::string take();

 private:
  enum class Where { top, run, text, skipped };
  // The font of one run.
  struct Run : FontMarks {
    bool shifted = false;  // raised or lowered
    bool raised = false;
  };
  void take_font(std::string_view name, XmlAttributes attributes);
  void judge_run(std::string_view piece);

  Where where_ = Where::top;
  Where above_ = Where::top;  // the place of a skipped element
  bool in_run_ = false;
  Run run_;
  bool last_shifted_ = false;  // of the run before
  RunMarks marks_;
  int skipped_ = 0;
  bool preserve_ = false;
  std::string piece_;
  std::string value_;
};

}  // namespace esep::intake
