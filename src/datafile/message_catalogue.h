// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/message.h"
#include "datafile/library.h"

namespace esep::datafile {

/// data/messages/*.toml: `[KEY] kk = "…" ru = "…" en = "…"`, all three required, none a copy of another. There is one
/// file per area, so that two people rarely edit the same file.
class MessageCatalogue {
 public:
  /// Error DATA-INVALID if a file is wrong (all diagnostics in its arguments).
  explicit MessageCatalogue(const Library& library);

  /// The rendered sentence. An unknown key gives the key and its arguments (tests/lint/messages.py prevents it).
  [[nodiscard]] std::string render(const Message& message, Lang lang) const;
  /// The sentence in kk, ru and en.
  [[nodiscard]] LocalText render_all(const Message& message) const;
  [[nodiscard]] const LocalText* find(const std::string& key) const;
  [[nodiscard]] std::vector<std::string> keys() const;

 private:
  std::map<std::string, LocalText> texts_;
};

}  // namespace esep::datafile
