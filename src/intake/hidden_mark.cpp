// SPDX-License-Identifier: MIT
#include "intake/hidden_mark.h"

#include "intake/file_kind.h"
#include "intake/limits.h"
#include "intake/zip_archive.h"

namespace esep::intake {

bool holds_mark(const std::string& bytes, std::string_view mark) {
  if (file_kind(bytes) != FileKind::zip) return bytes.find(mark) != std::string::npos;
  Problem problem;
  const auto archive = ZipArchive::open(bytes, problem);
  if (!archive) return false;
  for (const auto& [name, entry] : archive->entries()) {
    if (entry.encrypted || entry.inflated > kMaxSmallPartBytes) continue;  // marks stand in small parts
    if (inflate(*archive, entry).text.find(mark) != std::string::npos) return true;
  }
  return false;
}

}  // namespace esep::intake
