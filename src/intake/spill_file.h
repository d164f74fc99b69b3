// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace esep::intake {

/// Bytes that need not stand in memory: a file without a name in the folder for temporary files. They are added at the
/// end and read anywhere. Error FILE-UNWRITABLE if the disk is full or fails.
class SpillFile {
 public:
  SpillFile();
  ~SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  [[nodiscard]] uint64_t size() const { return written_ + waiting_.size(); }
  void add(std::string_view bytes);
  /// Valid until the next call. The bytes must be there.
  [[nodiscard]] std::string_view read(uint64_t offset, size_t length);

 private:
  void write_waiting();

  int file_ = -1;
  uint64_t written_ = 0;
  std::string waiting_;  // added and not yet written
  std::string window_;   // read ahead: what is read is mostly read in order
  uint64_t window_at_ = 0;
};

}  // namespace esep::intake
