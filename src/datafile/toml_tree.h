// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/diagnostic.h"

/// A TOML file as a tree of values in one array. The build packs the trees of the shipped files (pack_toml.cpp), so
/// that a command does not parse them at each start.
namespace esep::datafile {

struct Position {
  int line = 0;
  int column = 0;
};

enum class Kind : uint32_t { table, array, string, integer, floating, boolean, date };

/// A part of the tree's words.
struct TomlWord {
  uint32_t at = 0;
  uint32_t bytes = 0;
};

/// One value. Those of a table or an array stand one after the other, in the order of the file.
struct TomlValue {
  int64_t number = 0;  // of an integer; 1 is true
  Kind kind = Kind::table;
  Position position;
  TomlWord key;  // in its table
  Position key_position;
  TomlWord text;       // of a string; of a local date "2026-11-21"; empty for other dates and times
  uint32_t first = 0;  // of the values in it
  uint32_t how_many = 0;
};
static_assert(std::is_trivially_copyable_v<TomlValue> && sizeof(TomlValue) == 56);  // no bytes between them

struct TomlTree {
  std::vector<TomlValue> values;  // the root first
  std::string own_words;
  std::string_view packed_words;  // of a packed tree, which outlives it

  [[nodiscard]] std::string_view word(const TomlWord& word) const {
    return (own_words.empty() ? packed_words : std::string_view(own_words)).substr(word.at, word.bytes);
  }
};

/// Reads `text`, which is normalised (NFC). On a syntax error std::nullopt, and TOML-SYNTAX… in `diagnostics`.
[[nodiscard]] std::optional<TomlTree> parse_toml(const std::string& name, std::string_view text,
                                                 Diagnostics& diagnostics);

/// The bytes from which `unpack` makes the same tree, on the same kind of machine.
[[nodiscard]] std::string pack(const TomlTree& tree);
/// `bytes` are those of `pack` and outlive the tree.
[[nodiscard]] TomlTree unpack(std::string_view bytes);

}  // namespace esep::datafile
