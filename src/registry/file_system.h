// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

namespace esep::registry {

/// The type of the file system of a folder: `f_type` of statfs(2). nullopt: it cannot be asked. Tests give their own
/// function.
using FileSystemType = std::function<std::optional<uint64_t>(const std::filesystem::path& folder)>;
[[nodiscard]] std::optional<uint64_t> file_system_type(const std::filesystem::path& folder);

/// True for NFS, SMB, CIFS, SMB2, AFS, CODA, NCP and 9P: SQLite's locks do not hold there. False for FUSE, because
/// local encrypted disks use it.
[[nodiscard]] bool is_network_file_system(uint64_t type);

}  // namespace esep::registry
