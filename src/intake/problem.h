// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <tuple>

#include "report/finding.h"

namespace esep::intake {

/// A problem of a file, found by the reader of its format. `key` is the key of the message catalogue.
struct Problem {
  std::string code;
  std::string key;
  Message::Args details;
  std::string sheet = {};
  int row = 0;     // 0: none
  int column = 0;  // 0: none
};

/// A problem whose message key is its code.
[[nodiscard]] Problem problem(const char* code, Message::Args details = {});
/// FILE-LIMIT with the sentence `key`.
[[nodiscard]] Problem limit_problem(const char* key, uint64_t limit);

/// The findings of one file. A sheet can be read several times: the same problem at the same place is kept once. After
/// `kMaxProblems` a last finding FILE-PROBLEMS-CUT says that there are more.
class ProblemList {
 public:
  /// Whether rows and columns of the file are cells of a sheet («C14») or lines of a text.
  enum class Addresses { cells, lines };
  ProblemList(std::string file, Addresses addresses) : file_(std::move(file)), addresses_(addresses) {}
  void add(const Problem& problem);
  [[nodiscard]] const report::Findings& findings() const { return findings_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  Addresses addresses_;
  report::Findings findings_;
  std::set<std::tuple<std::string, std::string, int, int>> seen_;
};

}  // namespace esep::intake
