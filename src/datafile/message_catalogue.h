// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/message.h"
#include "datafile/library.h"

namespace esep::datafile {

/// data/messages/*.toml: `[KEY] kk = "…" ru = "…" en = "…"`, all three required, none a copy of another.
/// One file per area, so that people who add messages do not meet in one file.
class MessageCatalogue {
 public:
  /// Error DATA-INVALID when a file is wrong (all diagnostics in its arguments).
  explicit MessageCatalogue(const Library& library);

  /// Rendered sentence. An unknown key gives the key and its arguments (a test forbids that to happen).
  [[nodiscard]] std::string render(const Message& message, Lang lang) const;
  [[nodiscard]] const LocalText* find(const std::string& key) const;
  [[nodiscard]] std::vector<std::string> keys() const;

 private:
  std::map<std::string, LocalText> texts_;
};

}  // namespace esep::datafile
