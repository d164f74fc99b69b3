// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace esep::cli {

/// Texts on their way to a terminal: what a terminal would obey becomes what shows it (base/shown_text.h), whoever
/// wrote it. Only the line breaks and tabs stay, with which the program itself arranges its lines; a value in a line
/// has none after shown_in_line. JSON keeps its meaning. What is not UTF-8 becomes U+FFFD.
class ShownStream : private std::streambuf, public std::ostream {
 public:
  /// `target` must outlive this object. Each write goes there at once.
  explicit ShownStream(std::ostream& target);
  ~ShownStream() override;
  ShownStream(const ShownStream&) = delete;
  ShownStream& operator=(const ShownStream&) = delete;

 private:
  using Traits = std::char_traits<char>;
  Traits::int_type overflow(Traits::int_type character) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;
  void put(std::string_view text);

  std::ostream& target_;
  std::string begun_;  // the first bytes of a character
};

}  // namespace esep::cli
