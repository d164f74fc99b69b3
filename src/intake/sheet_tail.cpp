// SPDX-License-Identifier: MIT
#include "intake/sheet_tail.h"

#include <algorithm>

#include "intake/limits.h"
#include "intake/look_rule_reader.h"

namespace esep::intake {
namespace {

constexpr std::string_view kRows = "sheetData";
constexpr std::string_view kRules = "conditionalFormatting";

ReadRules rules_in(XmlPart part, LookRuleReader& reader, bool& whole) {
  auto step = XmlPart::Step::more;
  while (step == XmlPart::Step::more) step = part.step();
  whole = step == XmlPart::Step::done;
  return reader.take();
}

}  // namespace

void SheetTail::feed(std::string_view chunk) {
  pending_ += chunk;
  if (at_ == At::head) find_root();
  if (at_ == At::rows) find_rows_end();
  if (at_ == At::tail && pending_.size() > kMaxSmallPartBytes) pending_.resize(kMaxSmallPartBytes);
}

void SheetTail::find_root() {
  size_t open = pending_.find('<');
  while (open != std::string::npos && open + 1 < pending_.size() &&
         (pending_[open + 1] == '?' || pending_[open + 1] == '!'))
    open = pending_.find('<', open + 1);
  const size_t close = open == std::string::npos ? open : pending_.find('>', open);
  if (close == std::string::npos) return;
  head_ = pending_.substr(0, close + 1);
  pending_.erase(0, close + 1);
  at_ = At::rows;
}

// `</sheetData>`, `</x:sheetData>` or `<sheetData/>`.
void SheetTail::find_rows_end() {
  constexpr size_t kLongestTag = 256;
  for (size_t at = pending_.find(kRows); at != std::string::npos; at = pending_.find(kRows, at + 1)) {
    const size_t open = pending_.rfind('<', at);
    const size_t close = pending_.find('>', at);
    if (open == std::string::npos || close == std::string::npos) continue;
    if (pending_[open + 1] != '/' && pending_[close - 1] != '/') continue;
    pending_.erase(0, close + 1);
    at_ = At::tail;
    return;
  }
  if (pending_.size() > kLongestTag) pending_.erase(0, pending_.size() - kLongestTag);
}

ReadRules SheetTail::rules(const ZipArchive& archive, const ZipEntry& entry, const Styles& styles) {
  if (at_ == At::tail && pending_.find(kRules) == std::string::npos) return {};
  bool whole = false;
  if (at_ == At::tail) {
    const InflatedPart tail{head_ + pending_, false};
    LookRuleReader reader(styles);
    ReadRules out = rules_in(XmlPart(tail, entry, reader), reader, whole);
    if (whole) return out;
  }
  LookRuleReader reader(styles);
  return rules_in(XmlPart(archive, entry, reader), reader, whole);
}

}  // namespace esep::intake
