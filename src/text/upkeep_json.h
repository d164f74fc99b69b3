// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/submission.h"

/// The JSON of the commands that keep the register (docs/json.md).
namespace esep::text {

struct DamageView {
  std::string part;
  std::string place;
  std::string code;
  std::string message;
  std::string advice;  // what to do next
};
/// A day that goes back in the history.
struct StepBackView {
  int64_t entry = 0;
  std::string user;
  std::string from, to;  // "2030-05-01"
  bool of_clock = false;
};
[[nodiscard]] std::string damage_json(const std::vector<DamageView>& damage, const std::vector<StepBackView>& steps,
                                      const std::string& head);

struct VerifiedView {
  std::string file;
  std::string verdict;
  std::string sha256;
  std::vector<std::string> codes;
  std::vector<std::string> kinds;  // names of the papers, "report pdf"; "received": a file as it came; "signature"
  std::vector<report::Submission> submissions;
  std::string message;
  std::vector<std::string> remarks;     // what changed since in the reports of which its report is made
  std::vector<std::string> signatures;  // a sentence about each signature file that is stored beside it
};
[[nodiscard]] std::string verified_json(const std::vector<VerifiedView>& files);

struct EntryView {
  int64_t seq = 0;
  std::string at;
  std::string user;
  std::string action;
  std::string submission;  // number; empty: none
  std::vector<std::pair<std::string, std::string>> details;
  std::string hash;
  std::string clock = {};  // of the computer; empty: an earlier program wrote the entry
};
[[nodiscard]] std::string history_json(const std::vector<EntryView>& entries);

}  // namespace esep::text
