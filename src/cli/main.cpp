// SPDX-License-Identifier: MIT
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#include "cli/commands.h"

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
  return value == nullptr ? "" : value;
}

std::string system_user() {
  const passwd* entry = ::getpwuid(::geteuid());  // NOLINT(concurrency-mt-unsafe)
  return entry != nullptr ? entry->pw_name : std::to_string(::geteuid());
}

// LC_ALL, LC_MESSAGES, LANG, in the order in which POSIX asks them: "kk_KZ.UTF-8" → "kk".
std::string system_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = variable(name);
    if (!value.empty()) return value.substr(0, value.find_first_of("_.@"));
  }
  return "";
}

// A file that the program opens must not become its standard output. What is closed refuses to be written to.
void fill_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) == -1) ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

int main(int argc, char** argv) {
  fill_closed_streams();
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  esep::cli::Environment environment;
  environment.user = system_user();
  environment.language = system_language();
  environment.data_root = variable("ESEP_DATA");
  environment.workspace = variable("ESEP_WORKSPACE");
  std::error_code gone;
  environment.folder = std::filesystem::current_path(gone);
  environment.terminal = ::isatty(STDERR_FILENO) != 0;
  environment.colour = environment.terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  const std::vector<std::string> words(argv + 1, argv + argc);
  return esep::cli::run(words, environment, std::cout, std::cerr);
}
