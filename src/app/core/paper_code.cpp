// SPDX-License-Identifier: MIT
#include "app/core/paper_code.h"

#include <algorithm>

#include "base/replace_all.h"
#include "base/text.h"
#include "base/utf8.h"

namespace esep::app {

std::string short_code(std::string_view hash) {
  std::string out;
  for (size_t i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) out += '-';
    out += hash[i] >= 'a' ? static_cast<char>(hash[i] - 32) : hash[i];
  }
  return out;
}

std::string typed_paper_code(std::string_view typed) {
  constexpr size_t kDigits = 12;
  std::string folded = fold_look_alikes(typed);
  // Between the groups people type a space or a dash of any length.
  for (const char* between : {" ", "-", "\u00A0", "\u00AD", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
    folded = replace_all(std::move(folded), between, "");
  std::string out;
  for (const char c : folded) {
    const bool digit = is_digit(c) || (c >= 'a' && c <= 'f') || c == 'o';
    if (!digit) return trim(typed);
    out += c == 'o' ? '0' : c;
  }
  return out.size() == kDigits ? short_code(out) : trim(typed);
}

std::string paper_code(const report::Submission& submission, registry::PaperKind kind, Lang lang,
                       std::string_view content_sha256) {
  const std::string shown = std::string(registry::paper_kind_name(kind)) + " " + std::string(content_sha256);
  const std::string hash =
      sha256_hex(submission.receipt.sha256 + "\n" + submission.contents.form_sha256 + "\n" + submission.number + "\n" +
                 std::to_string(submission.revision) + "\n" + shown + "\n" + std::string(lang_code(lang)));
  return short_code(hash);
}

PaperContent& PaperContent::add(std::string_view text) {
  // The length before each keeps two texts from reading like one.
  hash_.update(std::to_string(text.size()) + ":");
  hash_.update(text);
  return *this;
}

PaperContent& PaperContent::add(const std::vector<std::pair<std::string, std::string>>& texts) {
  for (const auto& [label, value] : texts) add(label).add(value);
  return *this;
}

std::string report_file_stem(const report::ReportKey& key) {
  std::string out = key.form + "_" + key.organisation;
  for (const std::string& part : {key.subject, key.stage, key.period}) {
    if (!part.empty()) out += "_" + part;
  }
  if (key.occurrence > 1) out += "_" + std::to_string(key.occurrence);
  const std::string whole = out;
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '_';
  }
  constexpr size_t kLongest = 150;
  if (out == whole && out.size() <= kLongest) return out;
  return std::string(utf8_prefix(out, kLongest)) + "_" + sha256_hex(whole).substr(0, 8);
}

}  // namespace esep::app
