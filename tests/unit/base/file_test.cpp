// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <cerrno>
#include <csignal>
#include <fstream>

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/file_error.h"
#include "temporary_folder.h"

using namespace esep;
namespace fs = std::filesystem;

namespace {

// Root ignores permissions: the effect itself is tried, not the user's number.
bool is_writable(const fs::path& folder) {
  const fs::path probe = folder / "probe";
  const bool ok = std::ofstream(probe).good();
  std::error_code ignored;
  fs::remove(probe, ignored);
  return ok;
}

// Files of this process may not grow over `bytes` while this stands.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, handler_);
  }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;

 private:
  rlimit old_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("File: written and read back, with the mode asked for") {
  const Folder folder;
  const fs::path file = folder / "есеп.xlsx";
  const std::string bytes("a\0\xFF\r\n", 5);
  write_file_atomically(file, bytes, 0600);
  CHECK(read_file(file) == bytes);
  CHECK((fs::status(file).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
  write_file_atomically(file, "", 0600);
  CHECK(read_file(file).empty());
  CHECK(folder.names() == std::vector<std::string>{"есеп.xlsx"});
}

TEST_CASE("File: a name of 255 bytes can be written") {
  const Folder folder;
  std::string name(1, 'x');
  for (int i = 0; i < 127; ++i) name += "ұ";
  REQUIRE(name.size() == 255);
  write_file_atomically(folder / name, "1");
  CHECK(read_file(folder / name) == "1");
}

TEST_CASE("File: a relative name without a folder") {
  const Folder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  write_file_atomically("plain", "1");
  fs::current_path(before);
  CHECK(read_file(folder / "plain") == "1");
}

TEST_CASE("File: the limit counts bytes") {
  const Folder folder;
  write_file_atomically(folder / "f", std::string(3 << 20, 'x'));
  CHECK(read_file(folder / "f", 3 << 20).size() == 3 << 20);
  CHECK(error_of([&] { (void)read_file(folder / "f", (3 << 20) - 1); }) ==
        "FILE-TOO-LARGE file=" + (folder / "f").string() + " limit=2");
  CHECK(error_of([&] { (void)read_file("/dev/zero", 1 << 20); }) == "FILE-NOT-REGULAR file=/dev/zero");
}

TEST_CASE("File: what cannot be read is an Error with the reason") {
  const Folder folder;
  CHECK(error_of([&] { (void)read_file(folder / "none"); }) ==
        "FILE-MISSING file=" + (folder / "none").string() + " error=2");
  CHECK(error_of([&] { (void)read_file(folder.path()); }) ==
        "FILE-UNREADABLE-FOLDER file=" + folder.path().string() + " error=21");
}

TEST_CASE("File: no folder, a folder in its place: nothing is written") {
  const Folder folder;
  CHECK(error_of([&] { write_file_atomically(folder / "none/f", "1"); }) ==
        "FILE-UNWRITABLE-NO-FOLDER file=" + (folder / "none/f").string() + " error=2");
  CHECK(error_of([&] { write_file_atomically(folder.path(), "1"); }) ==
        "FILE-UNWRITABLE-FOLDER file=" + folder.path().string() + " error=21");
  CHECK(folder.names().empty());
}

TEST_CASE("File: a read-only folder leaves the old file") {
  const Folder folder;
  write_file_atomically(folder / "f", "old");
  ::chmod(folder.path().c_str(), 0500);
  if (is_writable(folder.path())) {
    WARN("this user may write into read-only folders: nothing to see here");
    return;
  }
  CHECK(error_of([&] { write_file_atomically(folder / "f", "new"); }) ==
        "FILE-UNWRITABLE-DENIED file=" + (folder / "f").string() + " error=13");
  CHECK(read_file(folder / "f") == "old");
}

TEST_CASE("File: a write that breaks off leaves the old file and no rest") {
  const Folder folder;
  write_file_atomically(folder / "f", "old");
  {
    const SizeLimit limit(4096);
    CHECK(error_of([&] { write_file_atomically(folder / "f", std::string(1 << 20, 'x')); }) ==
          "FILE-UNWRITABLE-FULL file=" + (folder / "f").string() + " error=27");
  }
  CHECK(read_file(folder / "f") == "old");
  CHECK(folder.names() == std::vector<std::string>{"f"});
}

TEST_CASE("File: a full device is an Error, a device stays a device") {
  CHECK(error_of([] { write_file_atomically("/dev/full", "1"); }) == "FILE-UNWRITABLE-FULL file=/dev/full error=28");
  write_file_atomically("/dev/null", "1");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("File: a pipe that nobody reads is named, and nobody waits") {
  const Folder folder;
  const fs::path pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(error_of([&] { write_file_atomically(pipe, "1"); }) ==
        "FILE-UNWRITABLE-PIPE file=" + pipe.string() + " error=6");
}

TEST_CASE("File: folders are made, and a file in their place is named") {
  const Folder folder;
  make_folders(folder / "a/b/c");
  make_folders(folder / "a/b/c");
  CHECK(fs::is_directory(folder / "a/b/c"));
  folder.write("plain", "1");
  CHECK(error_of([&] { make_folders(folder / "plain/in"); }) ==
        "FILE-UNWRITABLE-NOT-FOLDER file=" + (folder / "plain/in").string() + " error=20");
}

TEST_CASE("File: each cause of the system has a message of its own, any other its number") {
  const auto read = [](int error) { return unreadable_file("f", error).message().key; };
  const auto write = [](int error) { return unwritable_file("f", error).message().key; };
  CHECK(read(ENOENT) == "FILE-MISSING");
  CHECK(read(EACCES) == "FILE-UNREADABLE-DENIED");
  CHECK(read(EIO) == "FILE-UNREADABLE");
  CHECK(write(EPERM) == "FILE-UNWRITABLE-DENIED");
  CHECK(write(EDQUOT) == "FILE-UNWRITABLE-FULL");
  CHECK(write(EROFS) == "FILE-UNWRITABLE-READ-ONLY");
  CHECK(write(ENXIO) == "FILE-UNWRITABLE-PIPE");
  CHECK(write(ENAMETOOLONG) == "FILE-UNWRITABLE-NAME");
  CHECK(write(EIO) == "FILE-UNWRITABLE");
  CHECK(std::string(unwritable_file("f", EIO).what()) == "FILE-UNWRITABLE file=f error=5");
}
