// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "accounts/account.h"
#include "http/request.h"

namespace esep::web {

/// A file that somebody has chosen and not handed in yet.
struct WaitingFile {
  std::string id;              // for an address
  std::filesystem::path path;  // named as the person's file
  [[nodiscard]] std::string name() const { return path.filename().string(); }
};

/// Files between choosing and handing in, in a folder of each account (mode 0700). They are no part of the register: it
/// gets a file when its person says so. What waits for longer than a day goes.
///
/// Threads: several may call each function at once.
class UploadStore {
 public:
  static constexpr accounts::Instant kKept = 24 * 3600;

  /// `folder`: WS/portal/waiting; it is made with the first file.
  explicit UploadStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Takes the file over, so that the request no longer removes it. Error FILE-UNWRITABLE.
  [[nodiscard]] WaitingFile keep(const http::Upload& upload, int64_t account) const;
  /// nullopt: the account has no such file.
  [[nodiscard]] std::optional<WaitingFile> find(const std::string& id, int64_t account) const;
  /// The register has it now, as this report: the file goes, and its address leads to the report for a day.
  void finish(const WaitingFile& file, int64_t account, const std::string& number) const;
  /// The report that a file became; empty: none, or nobody knows any more.
  [[nodiscard]] std::string report_of(const std::string& id, int64_t account) const;
  /// Removes what waits since before `now - kKept`.
  void clean(accounts::Instant now) const;

 private:
  [[nodiscard]] std::filesystem::path folder_of(int64_t account) const;

  std::filesystem::path folder_;
};

}  // namespace esep::web
