// SPDX-License-Identifier: MIT
#include "report/submission.h"

#include "base/enum_names.h"

namespace esep::report {
namespace {

constexpr EnumNames<Timeliness, 5> kTimeliness{{{Timeliness::on_time, "on_time"},
                                                {Timeliness::late, "late"},
                                                {Timeliness::missing, "missing"},
                                                {Timeliness::due, "due"},
                                                {Timeliness::excused, "excused"}}};
constexpr EnumNames<State, 8> kStates{{{State::none, ""},
                                       {State::rejected, "rejected"},
                                       {State::received, "received"},
                                       {State::under_review, "under_review"},
                                       {State::returned, "returned"},
                                       {State::approved, "approved"},
                                       {State::superseded, "superseded"},
                                       {State::withdrawn, "withdrawn"}}};

}  // namespace

std::string_view timeliness_name(Timeliness timeliness) { return enum_name(kTimeliness, timeliness); }
std::string_view state_name(State state) { return enum_name(kStates, state); }
std::optional<State> state_from(std::string_view name) { return enum_from(kStates, name); }
std::optional<Timeliness> timeliness_from(std::string_view name) { return enum_from(kTimeliness, name); }

}  // namespace esep::report
