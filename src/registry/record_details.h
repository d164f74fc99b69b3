// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "report/duty/status.h"
#include "report/event.h"
#include "report/submission.h"

/// What the history says of a record: written with it, and compared with it by `examine`.
namespace esep::registry {

[[nodiscard]] std::string event_details(const report::Event& event);
[[nodiscard]] std::string waiver_details(const report::Waiver& waiver);
[[nodiscard]] std::string lock_details(std::string_view form, std::string_view period, std::string_view reason);
[[nodiscard]] std::string paper_details(std::string_view code, std::string_view sha256, std::string_view kind,
                                        std::string_view language);

/// SHA-256 over records of one submission, as they lie in their table: its findings (sheet, cell, row, column, code,
/// severity, message in kk, ru, en, law in kk, ru) or its papers' texts (language, row, name, value).
class RecordsDigest {
 public:
  void add(const std::vector<std::string>& record);
  [[nodiscard]] std::string hex() { return hash_.finish_hex(); }

 private:
  Sha256 hash_;
};

/// The state that an entry about a submission gives it; nullopt: none. Entries of older programs do not say it.
[[nodiscard]] std::optional<report::State> state_after(std::string_view action, std::string_view details);

/// The `key=value` lines of an entry in their order, escapes undone.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_details(std::string_view details);
using Facts = std::map<std::string, std::string>;
/// The same by key; of a key that stands twice the last.
[[nodiscard]] Facts facts_of(std::string_view details);

}  // namespace esep::registry
