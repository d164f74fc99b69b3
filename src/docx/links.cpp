// SPDX-License-Identifier: MIT
#include "docx/links.h"

#include <fmt/core.h>

#include "base/hash.h"
#include "base/xml_text.h"
#include "document/web_link.h"

namespace esep::docx {
namespace {

// Word's names are short and have no spaces.
std::string place_name(const std::string& anchor) { return "esep_" + sha256_hex(anchor).substr(0, 16); }

}  // namespace

std::string Links::linked(const std::string& link, std::string_view text, RunStyle style) {
  const bool within = link.size() > 1 && link.front() == '#';
  if (!within && !document::is_web_link(link)) return run(text, style);
  style.link = true;
  style.colour = "0B57D0";
  if (within)
    return fmt::format("<w:hyperlink w:anchor=\"{}\">{}</w:hyperlink>", place_name(link.substr(1)), run(text, style));
  const int number = addresses_.try_emplace(link, static_cast<int>(addresses_.size()) + 1).first->second;
  return fmt::format("<w:hyperlink r:id=\"link{}\">{}</w:hyperlink>", number, run(text, style));
}

std::string Links::place(const std::string& anchor) {
  if (anchor.empty() || !places_.insert(anchor).second) return {};
  return fmt::format("<w:bookmarkStart w:id=\"{0}\" w:name=\"{1}\"/><w:bookmarkEnd w:id=\"{0}\"/>", places_.size(),
                     place_name(anchor));
}

std::string Links::relationships() const {
  std::string out;
  for (const auto& [address, number] : addresses_) {
    out += fmt::format(
        "<Relationship Id=\"link{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        "hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
        number, xml_escape(address));
  }
  return out;
}

}  // namespace esep::docx
