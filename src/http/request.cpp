// SPDX-License-Identifier: MIT
#include "http/request.h"

namespace esep::http {

std::optional<std::string> Fields::find(std::string_view name) const {
  for (const auto& [known, value] : pairs_)
    if (known == name) return value;
  return std::nullopt;
}

std::string Fields::get(std::string_view name) const { return find(name).value_or(""); }

UploadedFile::~UploadedFile() {
  std::error_code gone;
  std::filesystem::remove(path_, gone);
}

std::vector<std::string> Fields::all(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& [known, value] : pairs_)
    if (known == name) out.push_back(value);
  return out;
}

}  // namespace esep::http
