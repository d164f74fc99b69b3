// SPDX-License-Identifier: MIT
#include "intake/problem.h"

#include <utility>

#include "intake/limits.h"

namespace esep::intake {

Problem problem(const char* code, Message::Args details) { return {code, code, std::move(details)}; }

Problem limit_problem(const char* key, uint64_t limit) {
  return {"FILE-LIMIT", key, {{"limit", std::to_string(limit)}}};
}

void ProblemList::add(const Problem& p) {
  if (findings_.size() > kMaxProblems) return;  // a hostile file has millions: nothing is kept of them
  // All texts of a file are counted, each time that they are read: the place says little, and may be another one.
  const bool of_file = p.key == "FILE-LIMIT-FILE-TEXT";
  const bool fresh = seen_.emplace(p.code, of_file ? "" : p.sheet, of_file ? 0 : p.row, of_file ? 0 : p.column).second;
  if (!fresh) return;
  if (findings_.size() == kMaxProblems) {
    findings_.push_back(
        report::Finding::of(Message("FILE-PROBLEMS-CUT", {{"limit", std::to_string(kMaxProblems)}})).in(file_));
    return;
  }
  const bool at_cell = addresses_ == Addresses::cells && p.row > 0 && p.column > 0;
  findings_.push_back(report::Finding::of(p.code, Message(p.key, p.details))
                          .in(file_, p.sheet)
                          .at(p.row, at_cell ? report::cell_name(p.row, p.column) : ""));
}

}  // namespace esep::intake
