// SPDX-License-Identifier: MIT
// esep_bench [--repeat N] [--only CASE] FOLDER: every case, each side in a process of its own, as one Markdown table.
// Sides take turns, so that a slow minute of the machine falls on all; the median of N runs counts.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "child.h"

namespace esep::bench {
namespace {

struct Options {
  int repeat = 5;
  std::string only;
  std::string folder;
};

std::vector<Case> cases() {
  return {write_case(), read_case(), styled_case(), insert_case(), small_pdf_case(), large_pdf_case(), submit_case()};
}

void print_line(const std::string& what, const std::string& side, const Measured& m, const Measured* base, int pieces) {
  std::printf("| %s | %s | %.3f | ", what.c_str(), side.c_str(), m.time.seconds);
  if (base != nullptr) std::printf("%.2f ×", m.time.seconds / base->time.seconds);
  std::printf(" | %.3f | ", m.time.processor);
  if (base != nullptr) std::printf("%.2f ×", m.time.processor / base->time.processor);
  std::printf(" | %.0f | ", m.megabytes);
  if (pieces > 0) std::printf("%d a second", static_cast<int>(pieces / m.time.seconds));
  std::printf(" |\n");
  std::fflush(stdout);
}

Measured median(std::vector<Measured> runs) {
  std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.time.seconds < b.time.seconds; });
  Measured out = runs[runs.size() / 2];
  for (const Measured& run : runs) out.megabytes = std::max(out.megabytes, run.megabytes);
  return out;
}

std::optional<Measured> run_side(const Case& one, size_t side, const std::string& folder) {
  std::vector<std::string> command = one.sides[side].command;
  if (command.empty()) return run_child({"--run", one.id, std::to_string(side), folder});
  command.push_back(folder + "/other");
  return run_program(command);
}

bool measure(const Case& one, const Options& options) {
  const std::string folder = options.folder + "/" + one.id;
  std::filesystem::create_directories(folder);
  if (one.prepare && !run_child({"--prepare", one.id, folder})) return false;
  std::vector<std::vector<Measured>> runs(one.sides.size());
  for (int n = 0; n < options.repeat; ++n) {
    for (size_t side = 0; side < one.sides.size(); ++side) {
      const auto measured = run_side(one, side, folder);
      if (measured) runs[side].push_back(*measured);
      if (!measured && one.sides[side].run) return false;
    }
  }
  const Measured base = median(runs[0]);
  for (size_t side = 0; side < one.sides.size(); ++side) {
    if (runs[side].empty()) continue;
    print_line(side == 0 ? one.title : "", one.sides[side].name, median(runs[side]), side == 0 ? nullptr : &base,
               one.pieces);
  }
  std::filesystem::remove_all(folder);
  return true;
}

void measure_start(const Options& options) {
  std::vector<Measured> runs;
  for (int n = 0; n < 4 * options.repeat; ++n) {
    if (const auto run = run_program({ESEP_PROGRAM, "--version"})) runs.push_back(*run);
  }
  if (!runs.empty()) print_line("the program started", "`esep --version`", median(std::move(runs)), nullptr, 0);
}

int run_all(const Options& options) {
  std::printf(
      "| what | side | seconds | ratio | processor s | ratio | peak MB | rate "
      "|\n|---|---|---:|---:|---:|---:|---:|---:|\n");
  for (const Case& one : cases()) {
    if (!options.only.empty() && options.only != one.id) continue;
    if (!measure(one, options)) {
      std::cerr << "case " << one.id << " failed\n";
      return EXIT_FAILURE;
    }
  }
  if (options.only.empty()) measure_start(options);
  return EXIT_SUCCESS;
}

const Case& case_by_id(const std::vector<Case>& all, const std::string& id) {
  return *std::find_if(all.begin(), all.end(), [&](const Case& one) { return one.id == id; });
}

int run(const std::vector<std::string>& arguments) {
  const auto all = cases();
  if (arguments.size() == 3 && arguments[0] == "--prepare") {
    case_by_id(all, arguments[1]).prepare(arguments[2]);
    return EXIT_SUCCESS;
  }
  if (arguments.size() == 4 && arguments[0] == "--run") {
    const Side& side = case_by_id(all, arguments[1]).sides.at(std::stoul(arguments[2]));
    const Time time = side.run(arguments[3]);
    std::printf("%.6f %.6f\n", time.seconds, time.processor);
    return EXIT_SUCCESS;
  }
  Options options;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--repeat" && i + 1 < arguments.size()) {
      options.repeat = std::max(1, std::atoi(arguments[++i].c_str()));
    } else if (arguments[i] == "--only" && i + 1 < arguments.size()) {
      options.only = arguments[++i];
    } else {
      options.folder = arguments[i];
    }
  }
  if (!options.folder.empty()) return run_all(options);
  std::cerr << "usage: esep_bench [--repeat N] [--only CASE] FOLDER\n";
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace esep::bench

int main(int argc, char** argv) { return esep::bench::run({argv + 1, argv + argc}); }
