// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "intake/problem.h"

namespace esep::intake {

/// One file inside a zip.
struct ZipEntry {
  std::string name;  // as written, with '/' between folders
  uint64_t compressed = 0;
  uint64_t inflated = 0;
  uint64_t directory_offset = 0;
  uint64_t number = 0;
  bool encrypted = false;
};

/// A zip in memory. Entries are inflated piece by piece. Several readers can be open at once and share the bytes. Use
/// it from one thread at a time.
class ZipArchive {
 public:
  /// nullopt with `problem`: FILE-ZIP-DAMAGED, FILE-ZIP-BOMB, FILE-LIMIT. The sizes in the directory are checked before
  /// anything is inflated; readers never give more bytes than the directory says.
  static std::optional<ZipArchive> open(SharedBytes bytes, Problem& problem);
  static std::optional<ZipArchive> open(std::string bytes, Problem& problem);

  /// Names of parts ignore case (ECMA-376 part 2); nullptr if there is no such part.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, ZipEntry>& entries() const { return entries_; }

 private:
  friend class ZipEntryReader;
  struct Handle;
  struct Pool;
  std::shared_ptr<Pool> pool_;
  std::map<std::string, ZipEntry> entries_;  // by lower-case name
};

/// A small entry, inflated completely.
struct InflatedPart {
  std::string text;
  bool damaged = false;  // `text` ends at the damage
};

[[nodiscard]] InflatedPart inflate(const ZipArchive& archive, const ZipEntry& entry);

/// Inflates one entry from its beginning.
class ZipEntryReader {
 public:
  ZipEntryReader(const ZipArchive& archive, const ZipEntry& entry);
  ~ZipEntryReader();
  ZipEntryReader(ZipEntryReader&&) noexcept;
  ZipEntryReader& operator=(ZipEntryReader&&) noexcept;

  /// Bytes read into `buffer`, 0 at the end. nullopt on damage: broken deflate stream, wrong length, wrong CRC.
  std::optional<size_t> read(char* buffer, size_t size);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace esep::intake
