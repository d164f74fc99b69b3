// SPDX-License-Identifier: MIT
#include "registry/registry.h"

#include "base/error.h"
#include "base/private_mask.h"
#include "registry/details.h"
#include "registry/schema.h"
#include "sqlite/pragma.h"
#include "sqlite/transaction.h"
#include "sqlite/write_turn.h"

namespace esep::registry {
namespace {

void refuse_network(const std::filesystem::path& file, const FileSystemType& ask) {
  const auto type = ask(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
  if (type && is_network_file_system(*type))  // without one, opening reports the mistake
    throw Error(Message("REGISTRY-NETWORK", {{"file", file.string()}}), Message("REGISTRY-NETWORK-HINT"));
}

std::unique_ptr<sqlite::Database> open_database(const std::filesystem::path& file, sqlite::OpenMode mode,
                                                const FileSystemType& ask) {
  refuse_network(file, ask);
  auto database = std::make_unique<sqlite::Database>(file, mode);
  require_ours(*database, file);  // before writing into a file that may belong to another program
  sqlite::write_durably(*database);
  sqlite::wait_for_turns(*database, file,
                         Error(Message("REGISTRY-REPLACED", {{"file", file.string()}}), "REGISTRY-REPLACED-HINT"));
  return database;
}

}  // namespace

Registry Registry::create(const std::filesystem::path& file, const Actor& actor, const FileSystemType& ask) {
  if (std::filesystem::exists(file)) throw Error(Message("REGISTRY-EXISTS", {{"file", file.string()}}));
  const PrivateMask mask;
  Registry out(open_database(file, sqlite::OpenMode::create, ask));
  migrate(out.database(), file);
  sqlite::Transaction transaction(out.database());
  out.history().append(actor, "init", std::nullopt, Details().add("schema", kSchemaVersion).text());
  transaction.commit();
  return out;
}

Registry Registry::open(const std::filesystem::path& file, const FileSystemType& ask) {
  if (!std::filesystem::exists(file))
    throw Error(Message("REGISTRY-MISSING", {{"file", file.string()}}), "REGISTRY-MISSING-HINT");
  Registry out(open_database(file, sqlite::OpenMode::read_write, ask));
  migrate(out.database(), file);
  try {
    out.head_at_opening_ = out.history().head();
  } catch (const Error&) {  // a damaged register is opened all the same: doctor says what is wrong
  }
  return out;
}

bool Registry::is_replaced() {
  try {
    return database_->has_moved() || (!head_at_opening_.empty() && !history().contains(head_at_opening_));
  } catch (const Error&) {
    return false;
  }
}

void Registry::note(const std::string& action, const std::string& details, const Actor& actor, const Permit& then) {
  sqlite::Transaction transaction(*database_);
  history().append(actor, action, std::nullopt, details);
  if (then) then();
  transaction.commit();
}

}  // namespace esep::registry
