// SPDX-License-Identifier: MIT
#include "text/reminder_json.h"

#include "text/json_value.h"

namespace esep::text {
namespace {

using report::ReminderKind;

}  // namespace

std::string reminders_json(const std::vector<ReminderView>& reminders) {
  Json out;
  out["schema"] = "esep/1";
  out["reminders"] = Json::array();
  for (const auto& one : reminders) {
    Json json;
    json["form"] = one.key.form;
    json["organisation"] = one.key.organisation;
    json["subject"] = or_null(one.key.subject);
    json["stage"] = or_null(one.key.stage);
    json["period"] = or_null(one.key.period);
    json["occurrence"] = one.key.occurrence;
    json["kind"] = report::reminder_kind_name(one.kind);
    json["effective"] = or_null(one.effective);
    const bool overdue = one.kind == ReminderKind::overdue;
    const bool left = one.kind == ReminderKind::coming || one.kind == ReminderKind::due;
    json["working_days_left"] = left ? Json(one.working_days) : Json(nullptr);
    json["working_days_late"] = overdue && one.working_days > 0 ? Json(one.working_days) : Json(nullptr);
    json["language"] = one.language;
    json["file"] = one.file;
    json["address"] = or_null(one.address);
    json["code"] = one.code;
    json["written_before"] = or_null(one.written_at);
    json["written_by"] = or_null(one.written_by);
    out["reminders"].push_back(std::move(json));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace esep::text
