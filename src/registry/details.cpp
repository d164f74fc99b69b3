// SPDX-License-Identifier: MIT
#include "registry/details.h"

namespace esep::registry {

Details& Details::add(std::string_view key, std::string_view value) {
  text_ += key;
  text_ += '=';
  for (const char c : value) {
    if (c == '\n') {
      text_ += "\\n";
    } else if (c == '\\') {
      text_ += "\\\\";
    } else {
      text_ += c;
    }
  }
  text_ += '\n';
  return *this;
}

Details& Details::add(std::string_view key, int64_t value) { return add(key, std::to_string(value)); }

std::vector<std::pair<std::string, std::string>> read_details(std::string_view details) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!details.empty()) {
    const size_t end = details.find('\n');
    const std::string_view line = details.substr(0, end);
    details.remove_prefix(end == std::string_view::npos ? details.size() : end + 1);
    const size_t equals = line.find('=');
    std::string value;
    for (size_t i = equals == std::string_view::npos ? line.size() : equals + 1; i < line.size(); ++i) {
      const bool escape = line[i] == '\\' && i + 1 < line.size();
      if (escape) ++i;
      value += escape && line[i] == 'n' ? '\n' : line[i];
    }
    out.emplace_back(line.substr(0, equals), std::move(value));
  }
  return out;
}

DetailsByKey details_by_key(std::string_view details) {
  DetailsByKey out;
  for (auto& [key, value] : read_details(details)) out[key] = std::move(value);
  return out;
}

}  // namespace esep::registry
