// SPDX-License-Identifier: MIT
#include "intake/office_conversion.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "temporary_folder.h"

using namespace esep;
using namespace std::chrono_literals;

namespace {

// A program in the place of LibreOffice. Its last two words are the folder of the result and the file.
std::filesystem::path program(const Folder& folder, const std::string& script) {
  const auto path = folder / "office";
  write_file_atomically(path, "#!/bin/sh\n" + script, 0700);
  return path;
}

// A folder for temporary files of its own, while it lives.
class OwnTemporaryFiles {
 public:
  OwnTemporaryFiles() { ::setenv("TMPDIR", folder_.path().c_str(), 1); }
  ~OwnTemporaryFiles() { before_ ? ::setenv("TMPDIR", before_->c_str(), 1) : ::unsetenv("TMPDIR"); }
  OwnTemporaryFiles(const OwnTemporaryFiles&) = delete;
  OwnTemporaryFiles& operator=(const OwnTemporaryFiles&) = delete;

  [[nodiscard]] bool empty() const { return std::filesystem::is_empty(folder_.path()); }

 private:
  static std::optional<std::string> set_before() {
    const char* value = std::getenv("TMPDIR");
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  }

  std::optional<std::string> before_ = set_before();
  Folder folder_;
};

}  // namespace

TEST_CASE("the office program gets the file and a profile of its own, and its result is read", "[intake]") {
  const Folder folder;
  const OwnTemporaryFiles temporary;
  const auto copies = program(folder,
                              "shift 7\nmkdir -p \"$2\"\n{ cat \"$3\"; cat \"$HOME/profile/user/"
                              "registrymodifications.xcu\"; } > \"$2/report.xlsx\"\n");
  const auto out = intake::convert_to_xlsx("bytes", "ods", copies);
  REQUIRE(out);
  CHECK(out->starts_with("bytes"));
  CHECK_THAT(*out, Catch::Contains("DisableMacrosExecution"));
  CHECK_THAT(*out, Catch::Contains("kk-KZ"));
  CHECK(temporary.empty());
}

TEST_CASE("an office program that fails, hangs or takes too much gives nothing", "[intake]") {
  const Folder folder;
  const OwnTemporaryFiles temporary;
  CHECK_FALSE(intake::convert_to_xlsx("x", "xls", program(folder, "exit 3\n")));
  CHECK_FALSE(intake::convert_to_xlsx("x", "xls", program(folder, "exit 0\n")));
  CHECK_FALSE(intake::convert_to_xlsx("x", "xls", folder / "none"));
  const auto began = std::chrono::steady_clock::now();
  CHECK_FALSE(intake::convert_to_xlsx("x", "xls", program(folder, "sleep 60 & sleep 60\n"), {.time = 300ms}));
  CHECK(std::chrono::steady_clock::now() - began < 20s);
  const auto writes = program(folder, "shift 7\nmkdir -p \"$2\"\nhead -c 3000000 /dev/zero > \"$2/report.xlsx\"\n");
  CHECK_FALSE(intake::convert_to_xlsx("x", "xls", writes, {.output = 1 << 20}));
  const auto hoards = program(folder, "a=x; while :; do a=\"$a$a\"; done\n");
  CHECK_FALSE(intake::convert_to_xlsx("x", "xls", hoards, {.memory = 64 << 20}));
  CHECK(temporary.empty());
}
