// SPDX-License-Identifier: MIT
#include "report/duty/reminder_kind.h"

#include "base/enum_names.h"

namespace esep::report {
namespace {

constexpr EnumNames<ReminderKind, 4> kKinds{{{ReminderKind::coming, "coming"},
                                             {ReminderKind::due, "due"},
                                             {ReminderKind::overdue, "overdue"},
                                             {ReminderKind::undated, "undated"}}};

}  // namespace

std::string_view reminder_kind_name(ReminderKind kind) { return enum_name(kKinds, kind); }
std::optional<ReminderKind> reminder_kind_from(std::string_view name) { return enum_from(kKinds, name); }

}  // namespace esep::report
