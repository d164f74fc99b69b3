// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace esep::xlsx {

/// The styles of a received workbook, to which marked ones are added: as a cell looks, with another fill.
class StyleBook {
 public:
  /// nullopt if the part is damaged or lacks what every workbook has.
  static std::optional<StyleBook> read(std::string text);

  /// The index of the style `base` with the fill of the severity. A style that is not there counts as the first.
  [[nodiscard]] int marked(int base, Severity severity);
  /// Styles of the list of findings.
  enum class Look { plain, head, link };
  [[nodiscard]] int look(Look look);
  /// The part with the added styles.
  [[nodiscard]] std::string text() const;

 private:
  struct List {                 // <fonts count="3">…</fonts>
    size_t begin = 0, end = 0;  // of its start tag
    size_t close = 0;           // where its end tag begins; 0: there is no list
    int count = 0;
    std::string added = {};
  };
  [[nodiscard]] int add(List& list, const std::string& item);

  std::string text_;
  std::string prefix_;
  List fonts_, fills_, styles_;
  std::vector<std::string> written_;  // the styles as they stand
  std::map<std::pair<int, Severity>, int> marked_;
  std::map<Severity, int> fill_at_;
  std::map<Look, int> looks_;
};

}  // namespace esep::xlsx
