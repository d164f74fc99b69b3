// SPDX-License-Identifier: MIT
#include "text/queue_json.h"

#include "text/json_value.h"

namespace esep::text {
namespace {

constexpr int kTengePlaces = 2;

Json voucher_object(const VoucherView& view) {
  const queue::Voucher& voucher = view.voucher;
  Json out;
  out["voucher"] = voucher.id;
  out["application"] = view.application;
  out["circle"] = voucher.circle;
  out["place"] = voucher.place;
  out["amount"] = voucher.amount.to_string(kTengePlaces);
  out["valid_until"] = or_null(voucher.valid_until);
  out["issued"] = voucher.issued.iso();
  out["state"] = enum_name(queue::kVoucherStateNames, voucher.state);
  out["ended"] = voucher.ended ? Json(voucher.ended->local_iso()) : Json(nullptr);
  return out;
}

Json vouchers_array(const std::vector<VoucherView>& vouchers) {
  Json out = Json::array();
  for (const VoucherView& one : vouchers) out.push_back(voucher_object(one));
  return out;
}

Json ledger_array(const queue::Standing& standing) {
  Json out = Json::array();
  for (const auto& [cause, name] : queue::kCauseNames) {
    if (standing.change(cause) != 0) out.push_back({{"cause", name}, {"count", standing.change(cause)}});
  }
  return out;
}

}  // namespace

std::string application_json(const NewApplicationView& application) {
  Json one;
  one["application"] = application.application;
  one["circle"] = application.circle;
  one["position"] = application.position;
  one["number"] = application.number;
  one["secret"] = application.secret;
  return answer("applications", Json::array({std::move(one)}));
}

std::string positions_json(const std::vector<PositionView>& positions) {
  Json items = Json::array();
  for (const PositionView& view : positions) {
    const auto& standing = view.standing;
    Json one;
    one["application"] = view.application;
    one["circle"] = view.circle;
    one["state"] = enum_name(queue::kApplicationStateNames, view.state);
    one["position"] = standing ? Json(standing->position) : Json(nullptr);
    one["ahead_when_applied"] = standing ? Json(standing->ahead_when_applied) : Json(nullptr);
    one["still_ahead"] = standing ? Json(standing->still_ahead) : Json(nullptr);
    one["came_back"] = standing ? Json(standing->came_back) : Json(nullptr);
    one["ledger"] = standing ? ledger_array(*standing) : Json::array();
    items.push_back(std::move(one));
  }
  return answer("positions", std::move(items));
}

std::string vouchers_json(const std::vector<VoucherView>& vouchers) {
  return answer("vouchers", vouchers_array(vouchers));
}

std::string runs_json(const std::vector<RunView>& runs) {
  Json items = Json::array();
  for (const RunView& view : runs) {
    Json one;
    one["queue"] = view.run.queue;
    one["edition"] = view.edition;
    one["day"] = view.run.day.iso();
    one["cutoff"] = view.cutoff.local_iso();
    one["given"] = view.run.given;
    one["reason"] = or_null(view.run.reason);
    one["input_sha256"] = view.run.input;
    one["output_sha256"] = view.run.output;
    one["vouchers"] = vouchers_array(view.vouchers);
    items.push_back(std::move(one));
  }
  return answer("runs", std::move(items));
}

}  // namespace esep::text
