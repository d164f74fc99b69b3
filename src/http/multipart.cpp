// SPDX-License-Identifier: MIT
#include "http/multipart.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "http/header_value.h"

namespace esep::http {
namespace {

constexpr size_t kMostHeaderBytes = 8192;  // of one part

/// The lines of a part's headers, each ended by CR LF, that say its names. nullopt: it is no part of a form.
struct PartNames {
  std::string field;
  std::optional<std::string> file;
};

std::optional<PartNames> part_names(std::string_view headers) {
  std::optional<PartNames> out;
  while (!headers.empty()) {
    const size_t end = headers.find("\r\n");
    const std::string_view line = headers.substr(0, end);
    headers.remove_prefix(std::min(line.size() + 2, headers.size()));
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    if (ascii_lower(line.substr(0, colon)) != "content-disposition") continue;
    const HeaderValue value = header_value(line.substr(colon + 1));
    const auto name = value.parameters.find("name");
    if (out || value.word != "form-data" || !name) return std::nullopt;
    out = PartNames{*name, value.parameters.find("filename")};
  }
  return out;
}

}  // namespace

MultipartReader::MultipartReader(std::string boundary, PartSink& sink)
    : delimiter_("\r\n--" + std::move(boundary)), sink_(sink), kept_("\r\n") {}

bool MultipartReader::take(std::string_view piece) {
  kept_ += piece;
  for (bool waits = false; !waits;)
    if (!step(waits)) return false;
  return true;
}

bool MultipartReader::step(bool& waits) {
  switch (state_) {
    case State::preamble:
    case State::body:
      return read_body(waits);
    case State::boundary:
      return read_boundary_end(waits);
    case State::headers:
      return read_headers(waits);
    case State::closed:
      break;
  }
  kept_.clear();  // an epilogue says nothing
  waits = true;
  return true;
}

// Behind a boundary: CR LF before a part, or "--" at the end.
bool MultipartReader::read_boundary_end(bool& waits) {
  const size_t after = kept_.find_first_not_of(" \t");
  waits = after == std::string::npos || kept_.size() < after + 2;
  if (waits) return kept_.size() <= kMostHeaderBytes;
  const std::string_view sign = std::string_view(kept_).substr(after, 2);
  if (sign != "\r\n" && sign != "--") return false;
  state_ = sign == "--" ? State::closed : State::headers;
  kept_.erase(0, after + 2);
  return true;
}

bool MultipartReader::read_headers(bool& waits) {
  const size_t end = kept_.find("\r\n\r\n");
  waits = end == std::string::npos;
  if (waits) return kept_.size() <= kMostHeaderBytes;
  if (end > kMostHeaderBytes) return false;
  const auto names = part_names(std::string_view(kept_).substr(0, end + 2));
  if (!names || !sink_.begin(names->field, names->file ? &*names->file : nullptr)) return false;
  kept_.erase(0, end + 4);
  state_ = State::body;
  return true;
}

// Bytes up to the next boundary; what may be the beginning of one waits.
bool MultipartReader::read_body(bool& waits) {
  const bool of_part = state_ == State::body;
  const size_t found = kept_.find(delimiter_);
  waits = found == std::string::npos;
  const size_t safe = waits ? kept_.size() - std::min(kept_.size(), delimiter_.size() - 1) : found;
  if (of_part && safe > 0 && !sink_.bytes(std::string_view(kept_).substr(0, safe))) return false;
  kept_.erase(0, waits ? safe : safe + delimiter_.size());
  if (waits) return true;
  state_ = State::boundary;
  return !of_part || sink_.end();
}

std::string multipart_boundary(std::string_view content_type) {
  const HeaderValue value = header_value(content_type);
  if (value.word != "multipart/form-data") return "";
  const std::string boundary = value.parameters.get("boundary");
  return boundary.size() <= 70 ? boundary : "";
}

}  // namespace esep::http
