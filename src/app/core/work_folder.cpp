// SPDX-License-Identifier: MIT
#include "app/core/work_folder.h"

#include <cerrno>

#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"

namespace esep::app {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

WorkFolder::WorkFolder(const fs::path& beside) : path_(beside / (".esep-" + random_hex(8))) {
  if (::mkdir(path_.c_str(), 0700) != 0) unwritable(path_, errno);
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void WorkFolder::become(const fs::path& target) const {
  if (::rename(path_.c_str(), target.c_str()) != 0) unwritable(target, errno);
}

}  // namespace esep::app
