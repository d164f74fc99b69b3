// SPDX-License-Identifier: MIT
#include "datafile/toml_tree.h"

#include <cstring>

namespace esep::datafile {

std::string pack(const TomlTree& tree) {
  const uint64_t how_many = tree.values.size();
  const size_t values = tree.values.size() * sizeof(TomlValue);
  std::string out(sizeof how_many + values, '\0');
  std::memcpy(out.data(), &how_many, sizeof how_many);
  std::memcpy(out.data() + sizeof how_many, tree.values.data(), values);
  return out + tree.own_words;
}

TomlTree unpack(std::string_view bytes) {
  uint64_t how_many = 0;
  std::memcpy(&how_many, bytes.data(), sizeof how_many);
  TomlTree out;
  out.values.resize(how_many);
  std::memcpy(out.values.data(), bytes.data() + sizeof how_many, how_many * sizeof(TomlValue));
  out.packed_words = bytes.substr(sizeof how_many + how_many * sizeof(TomlValue));
  return out;
}

}  // namespace esep::datafile
