// SPDX-License-Identifier: MIT
#include "xlsx/page_foot.h"

#include "base/text.h"
#include "base/utf8.h"
#include "xlsx/cell_text.h"

namespace esep::xlsx {
namespace {

constexpr size_t kMostFoot = 230;  // the codes of Excel and the number of the page take the rest

// In a footer & begins a code.
std::string coded(const std::string& text) {
  std::string out;
  for (const char c : squeeze_spaces(safe_text(text))) out += c == '&' ? std::string("&&") : std::string(1, c);
  return out;
}

bool has_room(const std::string& foot) { return count_code_points(foot) <= kMostFoot; }

std::string whole_words(const std::string& foot) {
  if (has_room(foot)) return foot;
  std::string out;
  for (const std::string& word : split(foot, ' ')) {
    const std::string more = out.empty() ? word : out + " " + word;
    if (!has_room(more + " …")) break;
    out = more;
  }
  return out.empty() ? "…" : out + " …";
}

}  // namespace

bool has_whole_foot(const document::Document& document) { return has_room(coded(document.footer)); }

std::string page_foot(const document::Document& document) {
  const bool whole = document.short_footer.empty() || has_whole_foot(document);
  return whole_words(coded(whole ? document.footer : document.short_footer));
}

}  // namespace esep::xlsx
