// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Checks that libxlsxwriter leaves to its callers: a text that breaks the XML or Excel's limits makes a file that
/// Excel does not open.
namespace esep::xlsx {

/// Characters a cell or a comment holds; Excel counts UTF-16 units.
inline constexpr size_t kTextLimit = 32767;

/// Whether the text may be written unchanged: valid UTF-8, only characters of XML, nothing that Excel would read as an
/// escape (`_x000D_`), within the limit.
[[nodiscard]] bool is_safe(std::string_view text);

/// The text made safe. Invalid bytes become U+FFFD, control characters become blanks, CR LF becomes a line break. Text
/// that looks like an escape is escaped; a text that is too long is cut with an ellipsis.
[[nodiscard]] std::string safe_text(std::string_view text);

/// The first `limit` characters (UTF-16 units) of valid UTF-8.
[[nodiscard]] std::string clip(std::string_view text, size_t limit);

/// The number of lines if words are wrapped at `width` characters; longer words are broken.
[[nodiscard]] int wrapped_lines(std::string_view text, double width);

/// Texts for C calls: the given text if it is safe, else a safe copy that lives until the next call.
class CellText {
 public:
  [[nodiscard]] const char* operator()(const std::string& text) {
    if (is_safe(text)) return text.c_str();
    copy_ = safe_text(text);
    return copy_.c_str();
  }

 private:
  std::string copy_;
};

}  // namespace esep::xlsx
