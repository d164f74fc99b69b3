// SPDX-License-Identifier: MIT
#include "app/receive/marked_copy.h"

#include "base/file.h"
#include "base/leftovers.h"
#include "base/zip_file.h"
#include "intake/package_parts.h"
#include "xlsx/annotate.h"
#include "xlsx/marked/mark_package.h"

namespace esep::app {

void write_marked_copy(const MarkedFile& marked, const std::function<std::string(const Message&)>& say,
                       const std::filesystem::path& file) {
  collect_leftovers(file.parent_path());
  auto parts = intake::package_parts(marked.bytes);
  if (!parts || !xlsx::mark_package(*parts, marked.findings, say))
    return xlsx::annotate(marked.grid, marked.findings, say, file);
  constexpr const char* kFirst = "[Content_Types].xml";  // programs that read a package in one go want it first
  ZipFile zip;
  zip.add(kFirst, parts->at(kFirst));
  for (const auto& [name, content] : *parts) {
    if (name != kFirst) zip.add(name, content);
  }
  OutputFile output(file);
  output.write(zip.finish());
  output.keep();
}

}  // namespace esep::app
