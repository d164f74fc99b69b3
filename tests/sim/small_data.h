// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/library.h"
#include "temporary_folder.h"

namespace esep::sim {

/// The data of a small office: those shipped, with the forms that it uses and its own bodies only. Nine tenths of a
/// deed would be the reading of forms that nobody there fills in.
class SmallData {
 public:
  SmallData();
  [[nodiscard]] datafile::Library library() const { return datafile::Library::from_folder(folder_.path()); }

 private:
  void copy(const std::string& name) const;
  Folder folder_;
};

}  // namespace esep::sim
