// SPDX-License-Identifier: MIT
#include "pdf/fonts.h"

#include <cerrno>

#include <fmt/core.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file_error.h"
#include "base/utf8.h"
#include "pdf/embedded_profile.h"

namespace esep::pdf {

std::string_view icc_profile() { return embedded_profile().front().bytes; }

FontPath::FontPath(std::string_view bytes) : fd_(::memfd_create("font", MFD_CLOEXEC)) {
  while (fd_ >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  if (fd_ < 0 || !bytes.empty()) throw unwritable_file("memfd", ENOMEM);
}

FontPath::~FontPath() {
  if (fd_ >= 0) ::close(fd_);
}

std::string FontPath::path() const { return fmt::format("/proc/self/fd/{}", fd_); }

font::FontFile font_of(document::Face face) {
  switch (face) {
    case document::Face::bold:
      return font::FontFile::bold;
    case document::Face::italic:
      return font::FontFile::italic;
    case document::Face::regular:
      break;
  }
  return font::FontFile::regular;
}

double FontMeasure::width(std::string_view utf8, document::Face face, double size) const {
  double sum = 0;
  for (size_t pos = 0; pos < utf8.size();) sum += glyph(next_code_point(utf8, pos), face).advance;
  return sum * size;
}

}  // namespace esep::pdf
