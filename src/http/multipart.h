// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace esep::http {

/// Takes the parts of a body of multipart/form-data, in order.
class PartSink {
 public:
  PartSink() = default;
  PartSink(const PartSink&) = delete;
  PartSink& operator=(const PartSink&) = delete;
  virtual ~PartSink() = default;
  /// A part begins. `file_name` is nullptr for a field. false: no more is taken.
  virtual bool begin(const std::string& field, const std::string* file_name) = 0;
  /// The next bytes of it. false: no more is taken.
  virtual bool bytes(std::string_view bytes) = 0;
  virtual bool end() = 0;
};

/// Reads multipart/form-data (RFC 7578) in pieces of any length, in constant memory: no more than a boundary and the
/// headers of one part are kept.
class MultipartReader {
 public:
  /// `boundary` of the header Content-Type.
  MultipartReader(std::string boundary, PartSink& sink);

  /// false: the body is none of this type, or the sink takes no more. Nothing may be given afterwards.
  [[nodiscard]] bool take(std::string_view piece);
  /// The closing boundary has come.
  [[nodiscard]] bool complete() const { return state_ == State::closed; }

 private:
  enum class State { preamble, boundary, headers, body, closed };
  [[nodiscard]] bool step(bool& waits);
  [[nodiscard]] bool read_boundary_end(bool& waits);
  [[nodiscard]] bool read_headers(bool& waits);
  [[nodiscard]] bool read_body(bool& waits);

  std::string delimiter_;  // "\r\n--boundary"
  PartSink& sink_;
  State state_ = State::preamble;
  std::string kept_;  // not yet judged
};

/// The boundary of a Content-Type, or "" if it is no multipart/form-data with one (1 to 70 signs, RFC 2046).
[[nodiscard]] std::string multipart_boundary(std::string_view content_type);

}  // namespace esep::http
