// SPDX-License-Identifier: MIT
#include "base/leftovers.h"

#include <algorithm>
#include <chrono>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/work_folder.h"
#include "temporary_folder.h"

using namespace esep;
namespace fs = std::filesystem;

namespace {

void make_old(const fs::path& path) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(2));
}

std::vector<std::string> sorted_names(const Folder& folder) {
  auto out = folder.names();
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("leftovers: what is old, unlocked and bears such a name goes, and nothing else", "[file]") {
  const Folder folder;
  const std::string old_file = ".esep-0123456789abcdef.tmp";
  const std::string old_folder = ".esep-fedcba9876543210";
  const std::string young = ".esep-00000000000000aa.tmp";
  const std::string used = ".esep-00000000000000bb";
  for (const std::string& name : {old_file, young, std::string(".esep-not-ours.tmp"), std::string("report.xlsx")})
    folder.write(name, "x");
  folder.write(old_folder + "/esep.db", "x");
  folder.write(used + "/esep.db", "x");
  for (const auto& name : folder.names()) {
    if (name != young) make_old(folder / name);
  }
  const int in_use = ::open((folder / used).c_str(), O_RDONLY | O_DIRECTORY);
  mark_in_use(in_use);
  collect_leftovers(folder.path());
  CHECK(sorted_names(folder) ==
        std::vector<std::string>{".esep-00000000000000aa.tmp", used, ".esep-not-ours.tmp", "report.xlsx"});
  ::close(in_use);
  collect_leftovers(folder.path());
  CHECK(sorted_names(folder) == std::vector<std::string>{young, ".esep-not-ours.tmp", "report.xlsx"});
}

TEST_CASE("leftovers: a link with such a name goes, what it points to stays", "[file]") {
  const Folder folder;
  folder.write("kept/report.xlsx", "x");
  fs::create_directory_symlink(folder / "kept", folder / ".esep-0123456789abcdef");
  make_old(folder / "kept");
  collect_leftovers(folder.path());
  CHECK(fs::exists(folder / "kept/report.xlsx"));
}

TEST_CASE("a work folder collects what killed commands left beside it", "[file]") {
  const Folder folder;
  folder.write(".esep-0123456789abcdef/esep.db", "x");
  make_old(folder / ".esep-0123456789abcdef");
  { const WorkFolder work(folder.path()); }
  CHECK(folder.names().empty());
}

TEST_CASE("a finished file gets a free name and overwrites nothing", "[file]") {
  const Folder folder;
  folder.write("one", "1");
  folder.write("two", "2");
  folder.write("taken.backup", "other");
  const std::string stem = (folder / "taken").string();
  CHECK(give_free_name(folder / "one", stem, ".backup") == folder / "taken-2.backup");
  CHECK(read_file(folder / "taken.backup") == "other");
  CHECK(read_file(folder / "taken-2.backup") == "1");
  fs::create_symlink(folder / "nowhere", folder / "taken-3.backup");
  CHECK(give_free_name(folder / "two", stem, ".backup") == folder / "taken-4.backup");
  CHECK_FALSE(fs::exists(folder / "nowhere"));
  CHECK(sorted_names(folder) ==
        std::vector<std::string>{"taken-2.backup", "taken-3.backup", "taken-4.backup", "taken.backup"});
}
