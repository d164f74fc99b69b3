// SPDX-License-Identifier: MIT
#include "base/work_folder.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/leftovers.h"

namespace esep {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

WorkFolder::WorkFolder(const fs::path& beside) : path_(beside / temporary_name()) {
  if (::mkdir(path_.c_str(), 0700) != 0) unwritable(beside, errno);  // nobody asked for the folder of that name
  in_use_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (in_use_ >= 0) mark_in_use(in_use_);
  collect_leftovers(beside);
}

WorkFolder::~WorkFolder() {
  if (in_use_ >= 0) ::close(in_use_);
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void WorkFolder::become(const fs::path& target) const {
  if (::rename(path_.c_str(), target.c_str()) != 0) unwritable(target, errno);
}

}  // namespace esep
