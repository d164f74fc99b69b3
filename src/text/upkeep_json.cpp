// SPDX-License-Identifier: MIT
#include "text/upkeep_json.h"

#include "text/json_value.h"

namespace esep::text {
namespace {

std::string print(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string damage_json(const std::vector<DamageView>& damage, const std::vector<StepBackView>& steps,
                        const std::string& head) {
  Json out;
  out["schema"] = "esep/1";
  out["damage"] = Json::array();
  for (const auto& one : damage) {
    out["damage"].push_back({{"part", one.part},
                             {"place", or_null(one.place)},
                             {"code", one.code},
                             {"message", one.message},
                             {"advice", one.advice}});
  }
  out["steps_back"] = Json::array();
  for (const auto& one : steps) {
    out["steps_back"].push_back({{"entry", one.entry},
                                 {"user", one.user},
                                 {"from", one.from},
                                 {"to", one.to},
                                 {"what", one.of_clock ? "clock" : "day"}});
  }
  out["chain_head"] = or_null(head);
  return print(out);
}

std::string verified_json(const std::vector<VerifiedView>& files) {
  Json out;
  out["schema"] = "esep/1";
  out["files"] = Json::array();
  for (const auto& file : files) {
    Json submissions = Json::array();
    for (const auto& s : file.submissions) {
      submissions.push_back({{"submission", s.number},
                             {"form", s.key.form},
                             {"organisation", s.key.organisation},
                             {"subject", or_null(s.key.subject)},
                             {"period", or_null(s.key.period)},
                             {"revision", s.revision > 0 ? Json(s.revision) : Json(nullptr)},
                             {"state", report::state_name(s.state)}});
    }
    Json one;
    one["file"] = file.file;
    one["verdict"] = file.verdict;
    one["sha256"] = or_null(file.sha256);
    one["codes"] = file.codes;
    one["kinds"] = file.kinds;
    one["submissions"] = std::move(submissions);
    one["message"] = file.message;
    one["remarks"] = file.remarks;
    one["signatures"] = file.signatures;
    out["files"].push_back(std::move(one));
  }
  return print(out);
}

std::string history_json(const std::vector<EntryView>& entries) {
  Json out;
  out["schema"] = "esep/1";
  out["history"] = Json::array();
  for (const auto& entry : entries) {
    Json details = Json::object();
    for (const auto& [key, value] : entry.details) details[key] = value;
    Json one;
    one["seq"] = entry.seq;
    one["at"] = entry.at;
    one["clock"] = or_null(entry.clock);
    one["user"] = entry.user;
    one["action"] = entry.action;
    one["submission"] = or_null(entry.submission);
    one["details"] = std::move(details);
    one["hash"] = entry.hash;
    out["history"].push_back(std::move(one));
  }
  return print(out);
}

}  // namespace esep::text
