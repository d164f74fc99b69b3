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

// The code, by which the paper is found, stays where the foot has it.
std::string whole_words(const std::string& foot, const std::string& code) {
  if (has_room(foot)) return foot;
  const bool has_code = !code.empty() && foot.find(code) != std::string::npos;
  const std::string end = has_code ? " … " + code : " …";
  std::string out;
  for (const std::string& word : split(foot, ' ')) {
    const std::string more = out.empty() ? word : out + " " + word;
    if (!has_room(more + end)) break;
    out = more;
  }
  if (has_code && out.find(code) != std::string::npos) return out + " …";
  return out.empty() ? std::string(trim(end)) : out + end;
}

}  // namespace

bool has_whole_foot(const document::Document& document) { return has_room(coded(document.footer)); }

std::string page_foot(const document::Document& document) {
  const bool whole = document.short_footer.empty() || has_whole_foot(document);
  return whole_words(coded(whole ? document.footer : document.short_footer), coded(document.code));
}

}  // namespace esep::xlsx
