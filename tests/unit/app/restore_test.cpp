// SPDX-License-Identifier: MIT
#include "app/upkeep/restore.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "app/upkeep/backup.h"
#include "base/error.h"
#include "faulty_vfs.h"
#include "orchard_fixture.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

ino_t file_of(const std::filesystem::path& path) {
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info.st_ino;
}

}  // namespace

TEST_CASE("a disk that fails for a moment does not make the register a file that is no database", "[app]") {
  FaultyVfs disk;
  const Orchards orchards;
  {
    app::Engine engine = orchards.engine();
    static_cast<void>(app::back_up(engine, orchards.path("copy.db"), app::BackupKeys::left_out));
  }
  const ino_t before = file_of(orchards.path("esep.db"));
  const auto fails_at = [&](int64_t at) {
    disk.arm(at, FaultyVfs::Mode::once);
    bool failed = false;
    try {
      app::Engine engine = orchards.engine();
      static_cast<void>(app::restore(engine, orchards.path("copy.db"), app::ExistingRegister::replace,
                                     Orchards::actor("2026-11-20")));
    } catch (const Error&) {
      failed = true;
    }
    const int64_t operations = disk.operations();
    disk.arm(0, FaultyVfs::Mode::once);
    CHECK(file_of(orchards.path("esep.db")) == before);
    return std::pair(failed, operations);
  };
  const int64_t all = fails_at(0).second;
  int failures = 0;
  constexpr int64_t kTries = 12;  // the register itself is written last
  for (int64_t at = all; at > all - kTries; --at) failures += fails_at(at).first ? 1 : 0;
  CHECK(failures > 0);
  CHECK_FALSE(orchards.engine().rows("orchards").empty());
}

TEST_CASE("what a replaced register lacks is said as that it was replaced", "[app]") {
  const Orchards orchards;
  {
    app::Engine engine = orchards.engine();
    static_cast<void>(app::back_up(engine, orchards.path("copy.db"), app::BackupKeys::left_out));
  }
  REQUIRE(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;10\nB-2;Алмұрт;2,25;20\n") == "S-000001");
  const auto told = [](app::Engine& engine) {
    try {
      static_cast<void>(engine.registry().database().value("SELECT 1 FROM \"report.harvest.2026-01\""));
      return std::string();
    } catch (const Error& error) {
      return engine.explained(error).message().key;
    }
  };
  app::Engine reading = orchards.engine();
  CHECK(told(reading).empty());
  {
    app::Engine engine = orchards.engine();
    static_cast<void>(
        app::restore(engine, orchards.path("copy.db"), app::ExistingRegister::replace, Orchards::actor("2026-11-20")));
  }
  CHECK(told(reading) == "REGISTRY-REPLACED");
  // Whoever opens the new register lacks the table for another reason.
  app::Engine later = orchards.engine();
  CHECK(told(later) == "SQLITE-ERROR");
}
