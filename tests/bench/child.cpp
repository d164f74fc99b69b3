// SPDX-License-Identifier: MIT
#include "child.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace esep::bench {
namespace {

struct Finished {
  bool ok = false;
  std::string output;
  double processor = 0;
  double megabytes = 0;
};

Finished spawn(const std::string& program, const std::vector<std::string>& arguments, bool keep_output) {
  std::array<int, 2> pipe{};
  Finished out;
  if (::pipe(pipe.data()) != 0) return out;
  std::vector<char*> argv{const_cast<char*>(program.c_str())};  // NOLINT: exec changes nothing
  for (const std::string& one : arguments) argv.push_back(const_cast<char*>(one.c_str()));
  argv.push_back(nullptr);
  const pid_t child = ::vfork();
  if (child == 0) {
    ::dup2(keep_output ? pipe[1] : ::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    ::execvp(program.c_str(), argv.data());
    ::_exit(127);
  }
  ::close(pipe[1]);
  std::array<char, 256> buffer{};
  for (ssize_t got = 0; (got = ::read(pipe[0], buffer.data(), buffer.size())) > 0;) {
    out.output.append(buffer.data(), static_cast<size_t>(got));
  }
  ::close(pipe[0]);
  int status = 0;
  rusage usage{};
  out.ok = child > 0 && ::wait4(child, &status, 0, &usage) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  out.processor = of(usage.ru_utime) + of(usage.ru_stime);
  out.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  return out;
}

double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

Time time_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const double processor = processor_seconds();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
          processor_seconds() - processor};
}

std::optional<Measured> run_child(const std::vector<std::string>& arguments) {
  const Finished done = spawn("/proc/self/exe", arguments, true);
  if (!done.ok) return std::nullopt;
  char* rest = nullptr;
  const double wall = std::strtod(done.output.c_str(), &rest);
  return Measured{{wall, std::strtod(rest, nullptr)}, done.megabytes};
}

std::optional<Measured> run_program(const std::vector<std::string>& command) {
  Finished done;
  Time time = time_of([&] { done = spawn(command.front(), {command.begin() + 1, command.end()}, false); });
  if (!done.ok) return std::nullopt;
  time.processor = done.processor;
  return Measured{time, done.megabytes};
}

}  // namespace esep::bench
