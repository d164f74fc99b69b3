// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// What libxlsxwriter leaves to its callers: a text that breaks the XML or Excel's limits makes a file that does not
/// open.
namespace esep::xlsx {

/// Characters a cell or a comment holds; Excel counts UTF-16 units.
inline constexpr size_t kTextLimit = 32767;

/// Whether the text may go into a file as it is: valid UTF-8, characters that XML knows, nothing that Excel would read
/// as an escape (`_x000D_`), within the limit.
[[nodiscard]] bool is_safe(std::string_view text);

/// The text made safe: invalid bytes become U+FFFD, control characters blanks, CR LF a line break, what looks like an
/// escape is escaped, what is too long is cut with an ellipsis.
[[nodiscard]] std::string safe_text(std::string_view text);

/// The first `limit` characters (UTF-16 units) of valid UTF-8.
[[nodiscard]] std::string clip(std::string_view text, size_t limit);

/// Lines that the text takes when words are wrapped at `width` characters; longer words are broken.
[[nodiscard]] int wrapped_lines(std::string_view text, double width);

/// Texts for C calls: the given one where it is safe, else a safe copy that lives until the next call.
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
