// SPDX-License-Identifier: MIT
#include "registry/registry.h"

#include <sys/stat.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "registry/schema.h"

namespace esep::registry {
namespace {

// f_type of statfs(2): NFS, SMB, CIFS, SMB2, AFS, CODA, NCP, 9P, FUSE is left alone (local encrypted disks use it).
constexpr std::array<uint64_t, 8> kNetworkFileSystems{0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                                      0x5346414F, 0x73757245, 0x564C,     0x01021997};

void refuse_network(const std::filesystem::path& file) {
  struct statfs info {};
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (::statfs(folder.c_str(), &info) != 0) return;  // opening will say what is wrong
  const auto type = static_cast<uint64_t>(info.f_type) & 0xFFFFFFFF;
  if (std::find(kNetworkFileSystems.begin(), kNetworkFileSystems.end(), type) != kNetworkFileSystems.end()) {
    throw Error(Message("REGISTRY-NETWORK", {{"file", file.string()}}), Message("REGISTRY-NETWORK-HINT"));
  }
}

std::unique_ptr<sqlite::Database> open_database(const std::filesystem::path& file, sqlite::OpenMode mode) {
  refuse_network(file);
  auto database = std::make_unique<sqlite::Database>(file, mode);
  auto journal = database->prepare("PRAGMA journal_mode = WAL");
  journal.step();
  journal.reset();
  database->execute("PRAGMA synchronous = FULL");
  return database;
}

}  // namespace

Registry Registry::create(const std::filesystem::path& file, const Actor& actor) {
  if (std::filesystem::exists(file)) throw Error(Message("REGISTRY-EXISTS", {{"file", file.string()}}));
  const mode_t old_mask = ::umask(077);
  try {
    Registry out(open_database(file, sqlite::OpenMode::create));
    migrate(out.database(), file);
    sqlite::Transaction transaction(out.database());
    out.history().append(actor, "init", std::nullopt, Details().add("schema", kSchemaVersion).text());
    transaction.commit();
    ::umask(old_mask);
    return out;
  } catch (...) {
    ::umask(old_mask);
    throw;
  }
}

Registry Registry::open(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) throw Error(Message("REGISTRY-MISSING", {{"file", file.string()}}), "REGISTRY-MISSING-HINT");
  Registry out(open_database(file, sqlite::OpenMode::read_write));
  migrate(out.database(), file);
  return out;
}

}  // namespace esep::registry
