// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace esep::http {

/// What one client may take. What exceeds it is answered with 400, 413, 431 or 503; who exceeds a
/// time is closed without an answer.
struct Limits {
  size_t header_bytes = size_t{16} << 10;
  uint64_t body_bytes = uint64_t{96} << 20;  // of a body with files
  size_t form_bytes = size_t{1} << 20;       // of all fields of a form, and of a body without files
  size_t fields = 2000;
  size_t uploads = 100;
  size_t connections = 1024;                      // beyond twice as many the next ones are closed at once
  std::chrono::milliseconds header_time{15'000};  // for the whole header, and for a connection that waits
  std::chrono::milliseconds chunk_time{15'000};   // for the next bytes of a body or of an answer that is read
  std::chrono::milliseconds body_time{600'000};   // for the whole body
  std::chrono::milliseconds drain_time{20'000};   // for what runs when the server stops
};

}  // namespace esep::http
