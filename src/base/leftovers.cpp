// SPDX-License-Identifier: MIT
#include "base/leftovers.h"

#include <chrono>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/hash.h"

namespace esep {
namespace {

namespace fs = std::filesystem;

constexpr size_t kNameDigits = 16;
constexpr auto kOld = std::chrono::hours(1);

bool is_temporary(const std::string& name) {
  const std::string_view begin = kTemporaryName;
  if (!name.starts_with(begin)) return false;
  std::string_view rest = std::string_view(name).substr(begin.size());
  if (rest.ends_with(".tmp")) rest.remove_suffix(4);
  return rest.size() == kNameDigits && rest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_old(const fs::path& path) {
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  return !error && fs::file_time_type::clock::now() - written > kOld;
}

bool is_in_use(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return true;
  const bool free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
  ::close(descriptor);
  return !free;
}

}  // namespace

std::string temporary_name() { return kTemporaryName + random_hex(kNameDigits / 2); }

void mark_in_use(int descriptor) { ::flock(descriptor, LOCK_EX | LOCK_NB); }

void collect_leftovers(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? fs::path(".") : folder, error);
       !error && at != fs::directory_iterator(); at.increment(error)) {
    const fs::path path = at->path();
    if (!is_temporary(path.filename().string()) || !is_old(path) || is_in_use(path)) continue;
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
}

}  // namespace esep
