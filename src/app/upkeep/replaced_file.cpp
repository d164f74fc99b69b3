// SPDX-License-Identifier: MIT
#include "app/upkeep/replaced_file.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "app/upkeep/register_copy.h"
#include "base/file.h"
#include "base/work_folder.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

// Of a file whose beginning cannot be read nobody knows what it is.
bool begins_as_database(const fs::path& file) {
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  std::array<char, kMagic.size()> begin{};
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return true;
  const ssize_t size = ::read(descriptor, begin.data(), begin.size());
  ::close(descriptor);
  return size < 0 || std::string_view(begin.data(), static_cast<size_t>(size)) == kMagic;
}

// SQLite would apply the old file's write-ahead log to the new one.
void remove_companions(const fs::path& file, std::initializer_list<const char*> tails) {
  for (const char* tail : tails) {
    std::error_code ignored;
    fs::remove(file.string() + tail, ignored);
  }
}

}  // namespace

bool is_no_database(const Error& error, const fs::path& file) {
  const std::string& key = error.message().key;
  return key == "SQLITE-CORRUPT" || (key == "SQLITE-ERROR" && !begins_as_database(file));
}

fs::path save_replaced(const fs::path& file, const fs::path& scratch, const std::string& stem,
                       const std::string& tail) {
  fs::path kept_log;
  try {
    sqlite::Database(file, sqlite::OpenMode::read_write).backup_to(scratch);
    leave_wal(scratch);
  } catch (const Error&) {
    std::error_code error;
    fs::copy_file(file, scratch, fs::copy_options::overwrite_existing, error);
    if (error) unwritable(stem + tail, error.value());
    const fs::path log = file.string() + "-wal";
    std::error_code absent;
    if (fs::file_size(log, absent) > 0 && !absent) {
      kept_log = scratch.string() + "-log";
      fs::copy_file(log, kept_log, error);
      if (error) unwritable(stem + tail, error.value());
    }
  }
  make_private(scratch);
  const fs::path saved = give_free_name(scratch, stem, tail);
  if (!kept_log.empty()) give_free_name(kept_log, saved.string(), "-wal");
  return saved;
}

void overwrite(const fs::path& copy, const fs::path& file) {
  try {
    sqlite::Database(copy, sqlite::OpenMode::read_only).backup_to(file);
  } catch (const Error& error) {
    if (!is_no_database(error, file)) throw;
    remove_companions(file, {"-wal", "-shm"});
    if (::rename(copy.c_str(), file.c_str()) != 0) unwritable(file, errno);
    sync_folder(folder_of(file));
  }
}

void put_in_place(const fs::path& copy, const fs::path& file, const char* taken) {
  remove_companions(file, {"-wal", "-shm", "-journal"});
  give_name(copy, file, taken);
}

}  // namespace esep::app
