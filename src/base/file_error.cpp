// SPDX-License-Identifier: MIT
#include "base/file_error.h"

#include <cerrno>
#include <string>

namespace esep {
namespace {

const char* key_of_reading(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return "FILE-MISSING";
    case EACCES:
    case EPERM:
      return "FILE-UNREADABLE-DENIED";
    case EISDIR:
      return "FILE-UNREADABLE-FOLDER";
    default:
      return "FILE-UNREADABLE";
  }
}

const char* key_of_writing(int error) {
  switch (error) {
    case ENOENT:
      return "FILE-UNWRITABLE-NO-FOLDER";
    case ENOTDIR:
    case EEXIST:
      return "FILE-UNWRITABLE-NOT-FOLDER";
    case EACCES:
    case EPERM:
      return "FILE-UNWRITABLE-DENIED";
    case EISDIR:
      return "FILE-UNWRITABLE-FOLDER";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "FILE-UNWRITABLE-FULL";
    case EROFS:
      return "FILE-UNWRITABLE-READ-ONLY";
    case ENXIO:  // a pipe that nobody reads, a socket
      return "FILE-UNWRITABLE-PIPE";
    case ENAMETOOLONG:
      return "FILE-UNWRITABLE-NAME";
    default:
      return "FILE-UNWRITABLE";
  }
}

Error about(const char* key, const std::filesystem::path& path, int error) {
  return Error(Message(key, {{"file", path.string()}, {"error", std::to_string(error)}}));
}

}  // namespace

Error unreadable_file(const std::filesystem::path& path, int error) {
  return about(key_of_reading(error), path, error);
}

Error unwritable_file(const std::filesystem::path& path, int error) {
  return about(key_of_writing(error), path, error);
}

void make_folders(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw unwritable_file(folder, error.value());
}

}  // namespace esep
