// SPDX-License-Identifier: MIT
#include "intake/sheet_check.h"

#include <algorithm>

#include "intake/limits.h"
#include "intake/sheet_tail.h"
#include "intake/xml_part.h"
#include "report/cell_reference.h"

namespace esep::intake {
namespace {

using report::MergedRange;

constexpr std::string_view kTag = "mergeCell";
constexpr size_t kLongestTag = 512;

bool is_worksheet(std::string_view name, std::string_view name_space) {
  return name == "worksheet" && is_spreadsheet_namespace(name_space);
}

// Reads as far as the root element.
class RootHandler final : public XmlHandler {
 public:
  bool accepts_root(std::string_view name, std::string_view name_space) override {
    seen = true;
    pause();
    return is_worksheet(name, name_space);
  }
  void start(std::string_view /*name*/, XmlAttributes /*attributes*/) override {}
  void end() override {}
  void text(std::string_view /*text*/) override {}
  bool seen = false;
};

// For sheets in UTF-16, whose bytes cannot be searched.
class MergeHandler final : public XmlHandler {
 public:
  bool accepts_root(std::string_view name, std::string_view name_space) override {
    return is_worksheet(name, name_space);
  }
  void start(std::string_view name, XmlAttributes attributes) override {
    if (name != kTag) return unknown(name, attributes);
    const auto range = report::parse_range(attribute(attributes, "ref").value_or(""));
    if (range && ranges.size() <= kMaxMergedRanges) ranges.push_back(*range);
  }
  void end() override {}
  void text(std::string_view /*text*/) override {}
  std::vector<MergedRange> ranges;
};

// Finds <mergeCell ref="A1:B2"/>, with or without prefix, in a stream of bytes.
class MergeSearch {
 public:
  void feed(std::string_view chunk) {
    pending_ += chunk;
    size_t at = 0;
    size_t done = pending_.size() > kTag.size() + 1 ? pending_.size() - kTag.size() - 1 : 0;
    while ((at = pending_.find(kTag, at)) != std::string::npos) {
      const size_t close = pending_.find('>', at);
      if (close == std::string::npos) {
        if (pending_.size() - at < kLongestTag) done = std::min(done, at == 0 ? 0 : at - 1);
        break;
      }
      if (at > 0 && (pending_[at - 1] == '<' || pending_[at - 1] == ':')) {
        take(std::string_view(pending_).substr(at + kTag.size(), close - at - kTag.size()));
      }
      at = close;
      done = std::max(done, at);
    }
    pending_.erase(0, done);
  }
  std::vector<MergedRange> ranges;

 private:
  void take(std::string_view attributes) {
    if (attributes.empty() || std::string_view(" \t\r\n").find(attributes.front()) == std::string_view::npos) return;
    const size_t ref = attributes.find("ref=");
    if (ref == std::string_view::npos || ref + 5 > attributes.size()) return;
    const std::string_view value = attributes.substr(ref + 5);
    const auto range = report::parse_range(value.substr(0, value.find(attributes[ref + 4])));
    if (range && ranges.size() <= kMaxMergedRanges) ranges.push_back(*range);
  }
  std::string pending_;
};

bool check_root(XmlPart& part, const RootHandler& handler, Problem& refusal) {
  auto step = XmlPart::Step::more;
  while (!handler.seen && step == XmlPart::Step::more) step = part.step();
  if (step != XmlPart::Step::failed) return true;
  refusal = part.failure();
  return false;
}

bool is_utf16(std::string_view head) {
  return head.size() >= 2 &&
         (head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF" || head[0] == '\0' || head[1] == '\0');
}

// `part` is parsed for them if the bytes could not be searched.
std::optional<std::vector<MergedRange>> found_ranges(std::unique_ptr<XmlPart> part, MergeHandler& parsed,
                                                     MergeSearch& search, Problem& refusal) {
  auto step = part != nullptr ? XmlPart::Step::more : XmlPart::Step::done;
  while (step == XmlPart::Step::more) step = part->step();
  if (step == XmlPart::Step::failed) {
    refusal = part->failure();
    return std::nullopt;
  }
  std::vector<MergedRange>& ranges = part != nullptr ? parsed.ranges : search.ranges;
  if (ranges.size() <= kMaxMergedRanges) return std::move(ranges);
  refusal = limit_problem("FILE-LIMIT-MERGED", kMaxMergedRanges);
  return std::nullopt;
}

}  // namespace

std::optional<CheckedSheet> check_sheet(const ZipArchive& archive, const ZipEntry& entry, const Styles& styles,
                                        Problem& refusal) {
  RootHandler root;
  XmlPart part(archive, entry, root);
  if (!check_root(part, root, refusal)) return std::nullopt;
  ZipEntryReader reader(archive, entry);
  MergeSearch search;
  SheetTail tail;
  std::string buffer(static_cast<size_t>(std::min<uint64_t>(kChunk, entry.inflated + 1)), '\0');
  bool utf16 = false;
  for (bool first = true;; first = false) {
    const auto got = reader.read(buffer.data(), buffer.size());
    if (!got) {
      refusal = problem("FILE-ZIP-DAMAGED");
      return std::nullopt;
    }
    if (*got == 0) break;
    const std::string_view chunk(buffer.data(), *got);
    if (first) utf16 = is_utf16(chunk);
    if (utf16) continue;
    search.feed(chunk);
    tail.feed(chunk);
  }
  MergeHandler handler;
  auto merged =
      found_ranges(utf16 ? std::make_unique<XmlPart>(archive, entry, handler) : nullptr, handler, search, refusal);
  if (!merged) return std::nullopt;
  return CheckedSheet{std::move(*merged), tail.rules(archive, entry, styles)};
}

std::optional<CheckedSheet> check_sheet(const InflatedPart& part, const ZipArchive& archive, const ZipEntry& entry,
                                        const Styles& styles, Problem& refusal) {
  RootHandler root;
  XmlPart head(part, entry, root);
  if (!check_root(head, root, refusal)) return std::nullopt;
  if (part.damaged) {
    refusal = problem("FILE-ZIP-DAMAGED");
    return std::nullopt;
  }
  MergeSearch search;
  SheetTail tail;
  const bool utf16 = is_utf16(part.text);
  if (!utf16) {
    search.feed(part.text);
    tail.feed(part.text);
  }
  MergeHandler handler;
  auto merged =
      found_ranges(utf16 ? std::make_unique<XmlPart>(part, entry, handler) : nullptr, handler, search, refusal);
  if (!merged) return std::nullopt;
  return CheckedSheet{std::move(*merged), tail.rules(archive, entry, styles)};
}

}  // namespace esep::intake
