// SPDX-License-Identifier: MIT
#include "report/submission.h"

#include <algorithm>
#include <array>
#include <utility>

namespace esep::report {
namespace {

constexpr std::array<std::pair<Timeliness, std::string_view>, 5> kTimeliness{{{Timeliness::on_time, "on_time"},
                                                                              {Timeliness::late, "late"},
                                                                              {Timeliness::missing, "missing"},
                                                                              {Timeliness::due, "due"},
                                                                              {Timeliness::excused, "excused"}}};
constexpr std::array<std::pair<State, std::string_view>, 8> kStates{{{State::none, ""},
                                                                     {State::rejected, "rejected"},
                                                                     {State::received, "received"},
                                                                     {State::under_review, "under_review"},
                                                                     {State::returned, "returned"},
                                                                     {State::approved, "approved"},
                                                                     {State::superseded, "superseded"},
                                                                     {State::withdrawn, "withdrawn"}}};

template <typename Table, typename Value>
std::string_view name_of(const Table& table, Value value) {
  return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == value; })->second;
}

template <typename Value, typename Table>
std::optional<Value> value_of(const Table& table, std::string_view name) {
  const auto* at = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.second == name; });
  return at == table.end() ? std::nullopt : std::optional<Value>(at->first);
}

}  // namespace

std::string_view timeliness_name(Timeliness timeliness) { return name_of(kTimeliness, timeliness); }
std::string_view state_name(State state) { return name_of(kStates, state); }
std::optional<State> state_from(std::string_view name) { return value_of<State>(kStates, name); }
std::optional<Timeliness> timeliness_from(std::string_view name) { return value_of<Timeliness>(kTimeliness, name); }

}  // namespace esep::report
