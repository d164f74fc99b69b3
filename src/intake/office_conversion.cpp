// SPDX-License-Identifier: MIT
#include "intake/office_conversion.h"

#include <array>
#include <csignal>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/work_folder.h"
#include "intake/file_kind.h"

namespace esep::intake {
namespace {

namespace fs = std::filesystem;

// Macros never run and links are never followed, whatever a file asks for. What the file leaves to the reader's system,
// such as the order of its short date, is written as offices here see it and not as in the United States.
constexpr const char* kProfile =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>kk-KZ</value></prop></item>
</oor:items>
)";

void limit(__rlimit_resource resource, uint64_t most) {
  const rlimit value{most, most};
  setrlimit(resource, &value);
}

// Between fork and exec: calls that are safe there, and none that takes memory.
[[noreturn]] void run_child(char* const* arguments, char* const* environment, const OfficeLimits& limits) {
  constexpr int kNotStarted = 127;
  setpgid(0, 0);
  // A network of its own, in which nothing is reachable; the system may refuse it.
  if (unshare(CLONE_NEWNET) != 0) static_cast<void>(unshare(CLONE_NEWUSER | CLONE_NEWNET));
  const int nothing = open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, stream);
  limit(RLIMIT_DATA, limits.memory);
  limit(RLIMIT_FSIZE, limits.output);
  limit(RLIMIT_CPU, static_cast<uint64_t>(limits.time.count() / 1000 + 1));
  limit(RLIMIT_CORE, 0);
  execve(arguments[0], arguments, environment);
  _exit(kNotStarted);
}

// Whether the process came to a good end in time; it and what it started are gone afterwards.
bool wait_for(pid_t child, std::chrono::milliseconds time) {
  constexpr auto kStep = std::chrono::milliseconds(20);
  const auto end = std::chrono::steady_clock::now() + time;
  int status = 0;
  pid_t gone = 0;
  while ((gone = waitpid(child, &status, WNOHANG)) == 0 && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(kStep);
  kill(-child, SIGKILL);
  if (gone == 0) waitpid(child, &status, 0);
  return gone == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

fs::path office_program() {
  for (const char* place : {"/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice",
                            "/opt/libreoffice/program/soffice", "/snap/bin/libreoffice"}) {
    if (access(place, X_OK) == 0) return place;
  }
  return {};
}

std::string convertible_ending(std::string_view bytes) {
  constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0";  // what Excel wrote before has none around it
  constexpr std::string_view kType = "application/vnd.oasis.opendocument.spreadsheet";  // the first entry of the zip
  constexpr size_t kFront = 200;
  const FileKind kind = file_kind(bytes);
  if (kind == FileKind::xls) return bytes.starts_with(kCompoundFile) ? "xls" : "";
  const bool open_document = kind == FileKind::zip && bytes.substr(0, kFront).find(kType) != std::string_view::npos;
  return open_document ? "ods" : "";
}

std::optional<std::string> convert_to_xlsx(const std::string& bytes, const std::string& ending, const fs::path& program,
                                           const OfficeLimits& limits) {
  const WorkFolder folder(fs::temp_directory_path());
  const fs::path profile = folder.path() / "profile";
  std::error_code failed;
  fs::create_directories(profile / "user", failed);
  write_file_atomically(profile / "user" / "registrymodifications.xcu", kProfile, 0600);
  const fs::path source = folder.path() / ("report." + ending);
  write_file_atomically(source, bytes, 0600);
  // The filter is named, or the program would read anything at all as a text.
  const bool old = ending == "xls";
  const bool oldest = old && bytes.find(std::string("W\0o\0r\0k\0b\0o\0o\0k", 15)) == std::string::npos;
  std::vector<std::string> arguments{
      program.string(), std::string("--infilter=") + (!old ? "calc8" : oldest ? "MS Excel 95" : "MS Excel 97"),
      "--headless",     "--norestore",
      "--nolockcheck",  "-env:UserInstallation=file://" + profile.string(),
      "--convert-to",   "xlsx:Calc MS Excel 2007 XML",
      "--outdir",       (folder.path() / "out").string(),
      source.string()};
  std::vector<std::string> environment{"PATH=/usr/bin:/bin",
                                       "LANG=C.UTF-8",
                                       "HOME=" + folder.path().string(),
                                       "TMPDIR=" + folder.path().string(),
                                       "http_proxy=http://127.0.0.1:9",
                                       "https_proxy=http://127.0.0.1:9",
                                       "SAL_USE_VCLPLUGIN=svp"};
  const auto argv = pointers_to(arguments);
  const auto envp = pointers_to(environment);
  const pid_t child = fork();
  if (child == 0) run_child(argv.data(), envp.data(), limits);
  if (child < 0 || !wait_for(child, limits.time)) return std::nullopt;
  try {
    return read_file(folder.path() / "out" / "report.xlsx", limits.output);
  } catch (const Error&) {
    return std::nullopt;  // the program says nothing of what it could not read
  }
}

}  // namespace esep::intake
