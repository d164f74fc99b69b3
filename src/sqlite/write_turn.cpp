// SPDX-License-Identifier: MIT
#include "sqlite/write_turn.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace esep::sqlite {

WriteTurn::WriteTurn(const std::filesystem::path& file) {
  std::filesystem::path lock = file;
  lock.replace_extension(".lock");
  file_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  while (file_ >= 0 && ::flock(file_, LOCK_EX) != 0 && errno == EINTR) continue;
}

WriteTurn::~WriteTurn() {
  if (file_ >= 0) ::close(file_);
}

void wait_for_turns(Database& database, const std::filesystem::path& file, Error replaced) {
  database.set_turn([&database, file, replaced = std::move(replaced)]() -> Turn {
    auto turn = std::make_shared<const WriteTurn>(file);
    if (database.has_moved()) throw replaced;
    return turn;
  });
}

}  // namespace esep::sqlite
