// SPDX-License-Identifier: MIT
#include "intake/hidden_mark.h"

#include "intake/file_kind.h"
#include "intake/limits.h"
#include "intake/zip_archive.h"

namespace esep::intake {
namespace {

bool part_holds(const ZipArchive& archive, const ZipEntry& entry, std::string_view mark) {
  ZipEntryReader reader(archive, entry);
  std::string buffer(kChunk, '\0');
  std::string window;  // the end of a piece is kept, because the mark may begin there
  for (auto got = reader.read(buffer.data(), buffer.size()); got && *got > 0;
       got = reader.read(buffer.data(), buffer.size())) {
    window += std::string_view(buffer).substr(0, *got);
    if (window.find(mark) != std::string::npos) return true;
    if (window.size() > mark.size()) window.erase(0, window.size() - mark.size());
  }
  return false;
}

}  // namespace

bool holds_mark(const std::string& bytes, std::string_view mark) {
  if (file_kind(bytes) != FileKind::zip) return bytes.find(mark) != std::string::npos;
  Problem problem;
  const auto archive = ZipArchive::open(bytes, problem);
  if (!archive) return false;
  for (const auto& [name, entry] : archive->entries()) {
    if (entry.encrypted || entry.inflated > kMaxSmallPartBytes) continue;  // marks stand in small parts
    if (part_holds(*archive, entry, mark)) return true;
  }
  return false;
}

}  // namespace esep::intake
