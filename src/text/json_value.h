// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

/// What the answers in JSON have in common (docs/json.md). A value that is absent is null, never an empty text.
namespace esep::text {

using Json = nlohmann::ordered_json;

[[nodiscard]] inline Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
/// Of a calendar::Date or calendar::LocalTime: ISO 8601.
template <typename Time>
[[nodiscard]] Json or_null(const std::optional<Time>& time) {
  return time ? Json(time->iso()) : Json(nullptr);
}

/// One whole answer. Invalid bytes in the name of a file do not lose it.
[[nodiscard]] inline std::string answer(const char* plural, Json items) {
  Json out;
  out["schema"] = "esep/1";
  out[plural] = std::move(items);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace esep::text
