// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "datafile/library.h"

namespace esep::datafile {

/// data/messages/*.toml: `[KEY] kk = "…" ru = "…" en = "…"`, all three required, none a copy of another. There is one
/// file per area, so that two people rarely edit the same file. Several threads may use one catalogue.
///
/// A command says some twenty of 1,500 sentences. An embedded file, which the tests have read whole, is therefore only
/// divided at its headings, and an entry is parsed when it is first said. A file of a folder is read at once.
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
  void divide(const LibraryFile& source);
  void read(const std::string& name, std::string text, Diagnostics& diagnostics) const;

  mutable std::mutex reading_;
  mutable std::map<std::string, LocalText> texts_;  // read entries
  std::map<std::string, LibraryFile> entries_;      // of embedded files, by key, as they stand there
};

}  // namespace esep::datafile
