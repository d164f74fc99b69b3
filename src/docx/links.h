// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>

#include "docx/text.h"

/// Private to this folder.
namespace esep::docx {

/// The addresses and the places that a document's links lead to.
class Links {
 public:
  /// The text as a link to a web page or to "#anchor"; plain where the link is neither.
  [[nodiscard]] std::string linked(const std::string& link, std::string_view text, RunStyle style);
  /// What marks the place of an anchor, once; empty afterwards.
  [[nodiscard]] std::string place(const std::string& anchor);
  /// The relationships of the addresses.
  [[nodiscard]] std::string relationships() const;

 private:
  std::map<std::string, int> addresses_;  // their numbers
  std::set<std::string> places_;
};

}  // namespace esep::docx
