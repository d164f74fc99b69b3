// SPDX-License-Identifier: MIT
#include "registry/file_system.h"

#include <algorithm>
#include <array>

#include <sys/vfs.h>

namespace esep::registry {

std::optional<uint64_t> file_system_type(const std::filesystem::path& folder) {
  struct statfs info {};
  if (::statfs(folder.c_str(), &info) != 0) return std::nullopt;
  return static_cast<uint64_t>(info.f_type) & 0xFFFFFFFF;
}

bool is_network_file_system(uint64_t type) {
  constexpr std::array<uint64_t, 8> kNetwork{0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                             0x5346414F, 0x73757245, 0x564C,     0x01021997};
  return std::find(kNetwork.begin(), kNetwork.end(), type) != kNetwork.end();
}

}  // namespace esep::registry
