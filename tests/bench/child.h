// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace esep::bench {

/// What a piece of work took. Processor time hardly changes with what else the machine does.
struct Time {
  double seconds = 0;
  double processor = 0;  // all threads of the process
};
[[nodiscard]] Time time_of(const std::function<void()>& work);

/// One way to do a piece of work, in a process of its own. `run` prepares what it needs, returns the time of the work
/// alone.
struct Side {
  std::string name;
  std::function<Time(const std::filesystem::path& folder)> run;
  /// Instead of `run`: another program, measured from its start to its end; gets a file name to write. Left out of the
  /// table where it fails.
  std::vector<std::string> command = {};
};

/// The same work done by several sides; the first is the one that others are compared with.
struct Case {
  std::string id;
  std::string title;
  std::function<void(const std::filesystem::path& folder)> prepare;  // once, in a process of its own
  std::vector<Side> sides;
  int pieces = 0;  // above 0: also given as pieces a second
};

[[nodiscard]] Case write_case();
[[nodiscard]] Case read_case();
[[nodiscard]] Case styled_case();
[[nodiscard]] Case insert_case();
[[nodiscard]] Case small_pdf_case();
[[nodiscard]] Case large_pdf_case();
[[nodiscard]] Case submit_case();

struct Measured {
  Time time;
  double megabytes = 0;  // peak, of the whole process
};

/// Runs this program again with `arguments`; what it prints is the time. nullopt: it failed.
[[nodiscard]] std::optional<Measured> run_child(const std::vector<std::string>& arguments);
/// The whole run of another program.
[[nodiscard]] std::optional<Measured> run_program(const std::vector<std::string>& command);

}  // namespace esep::bench
