// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "http/limits.h"
#include "http/multipart.h"
#include "http/request.h"

namespace esep::http {

/// Takes the body of a form in pieces: its fields into memory, its files into a folder. An answer's status says what is
/// wrong: 400 none of these types or damaged, 413 too much of it, 415 another type, 507 no room for a file.
class BodyReader : private PartSink {
 public:
  /// `folder` exists and is private. `type` is the header Content-Type.
  BodyReader(const std::string& type, const Limits& limits, std::filesystem::path folder);

  /// 0: go on. Afterwards nothing may be given.
  [[nodiscard]] int take(std::string_view piece);
  /// 0: the body is whole, and its fields and files stand in the request.
  [[nodiscard]] int finish(Request& request);

 private:
  bool begin(const std::string& field, const std::string* file_name) override;
  bool bytes(std::string_view bytes) override;
  bool end() override;
  [[nodiscard]] bool refuse(int status);

  const Limits& limits_;
  std::filesystem::path folder_;
  int status_ = 0;
  std::optional<MultipartReader> parts_;  // absent: urlencoded
  std::string text_;                      // the urlencoded body, or the value of a part
  size_t form_bytes_ = 0;
  std::string field_;
  Fields form_;
  std::vector<Upload> uploads_;
  std::ofstream file_;  // open: the part is a file
};

}  // namespace esep::http
