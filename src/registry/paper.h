// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "report/output_format.h"

namespace esep::registry {

enum class PaperKind { report, receipt, recommendations, returned, differences, status, due, summary, reminder, queue };
[[nodiscard]] std::string_view paper_kind_name(PaperKind kind);  // "report", "receipt" …

/// What a paper shows.
struct PaperTopic {
  PaperKind kind = PaperKind::report;
  std::string id = {};  // status: the form; summary: the summary; queue: what of it; else empty
  std::optional<int64_t> submission = std::nullopt;  // nullopt: a paper about no single report
};
/// How the register names the paper: "report pdf", "status tied-grant-usage xlsx".
[[nodiscard]] std::string paper_name(const PaperTopic& topic, report::OutputFormat format);

/// A paper that was made. The same code stands on every output of one revision.
struct Paper {
  std::string code;    // as printed
  std::string sha256;  // of its bytes
  std::string name;    // paper_name of the program that made it
  std::optional<int64_t> submission;
  std::string language;
};

}  // namespace esep::registry
