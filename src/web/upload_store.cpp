// SPDX-License-Identifier: MIT
#include "web/upload_store.h"

#include <chrono>

#include "base/error.h"
#include "base/file.h"
#include "base/file_error.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace esep::web {
namespace {

namespace fs = std::filesystem;

constexpr size_t kIdBytes = 16;
constexpr std::string_view kRegistered = ".report";  // holds the number of the report that the file became
constexpr size_t kLongestName = 120;                 // in bytes: below what file systems take
constexpr size_t kLongestEnding = 10;

void make_private_folder(const fs::path& folder) {
  make_folders(folder);
  std::error_code failed;
  fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) throw unwritable_file(folder, failed.value());
}

// The name that findings and receipts show. The ending of one that is too long stays.
std::string file_name(const std::string& sent) {
  const std::string given = sent.substr(sent.rfind('/') + 1);
  if (given.empty() || given == "." || given == "..") return "file";
  if (given.size() <= kLongestName) return given;
  const size_t dot = given.rfind('.');
  const bool has_ending = dot != std::string::npos && given.size() - dot <= kLongestEnding;
  const std::string ending = has_ending ? given.substr(dot) : "";
  return std::string(utf8_prefix(given, kLongestName - ending.size())) + ending;
}

bool is_id(const std::string& text) {
  return text.size() == 2 * kIdBytes && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// The modification time of a file in seconds since 1970.
accounts::Instant changed_at(const fs::path& path) {
  std::error_code failed;
  const auto time = fs::last_write_time(path, failed);
  if (failed) return 0;
  const auto since = std::chrono::file_clock::to_sys(time).time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

}  // namespace

fs::path UploadStore::folder_of(int64_t account) const { return folder_ / std::to_string(account); }

WaitingFile UploadStore::keep(const http::Upload& upload, int64_t account) const {
  make_private_folder(folder_);
  make_private_folder(folder_of(account));
  WaitingFile out;
  out.id = random_hex(kIdBytes);
  make_private_folder(folder_of(account) / out.id);
  out.path = folder_of(account) / out.id / file_name(upload.name);
  std::error_code failed;
  fs::rename(upload.file->path(), out.path, failed);
  if (failed) throw unwritable_file(out.path, failed.value());
  return out;
}

std::optional<WaitingFile> UploadStore::find(const std::string& id, int64_t account) const {
  if (!is_id(id)) return std::nullopt;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder_of(account) / id, failed))
    if (entry.is_regular_file(failed)) return WaitingFile{id, entry.path()};
  return std::nullopt;
}

void UploadStore::finish(const WaitingFile& file, int64_t account, const std::string& number) const {
  write_file_atomically(folder_of(account) / (file.id + std::string(kRegistered)), number, 0600);
  std::error_code ignored;
  fs::remove_all(file.path.parent_path(), ignored);
}

std::string UploadStore::report_of(const std::string& id, int64_t account) const {
  const fs::path kept = folder_of(account) / (id + std::string(kRegistered));
  std::error_code failed;
  return is_id(id) && fs::is_regular_file(kept, failed) ? read_file(kept) : "";
}

void UploadStore::clean(accounts::Instant now) const {
  std::error_code failed;
  std::vector<fs::path> old;
  for (const auto& account : fs::directory_iterator(folder_, failed))
    for (const auto& one : fs::directory_iterator(account.path(), failed))
      if (changed_at(one.path()) < now - kKept) old.push_back(one.path());
  for (const fs::path& path : old) fs::remove_all(path, failed);
}

}  // namespace esep::web
