// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "calendar/date.h"

namespace esep::registry {

/// A signature file that came beside a report or a paper. Esep stores and shows it. It does not check it.
struct Attachment {
  int64_t id = 0;
  std::string number;                 // for people: "A-000001"
  std::optional<int64_t> submission;  // nullopt: the paper is not about one report
  std::string paper_code;             // of the signed paper; empty: the report as received
  std::string paper_sha256;           // of that paper's bytes
  std::string sha256;                 // of the signature file
  std::string file_name;
  std::string user;
  calendar::LocalTime at;
};

}  // namespace esep::registry
