// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "queue/ledger.h"
#include "queue/records.h"

/// Answers about queues of places (docs/json.md, docs/queues.md).
namespace esep::text {

struct NewApplicationView {
  std::string application;
  std::string circle;
  int position = 0;
  std::string number;  // for public lists
  std::string secret;
};

struct PositionView {
  std::string application;  // in public lists the random number
  std::string circle;
  queue::ApplicationState state = queue::ApplicationState::waiting;
  std::optional<queue::Standing> standing;  // absent: it does not wait
};

struct VoucherView {
  queue::Voucher voucher;
  std::string application;
};

struct RunView {
  queue::Run run;
  std::string edition;  // of the policy
  calendar::Instant cutoff;
  std::vector<VoucherView> vouchers;
  std::string paragraph = {};  // by which nothing was given
};

[[nodiscard]] std::string application_json(const NewApplicationView& application);
[[nodiscard]] std::string positions_json(const std::vector<PositionView>& positions);
[[nodiscard]] std::string vouchers_json(const std::vector<VoucherView>& vouchers);
[[nodiscard]] std::string runs_json(const std::vector<RunView>& runs);

}  // namespace esep::text
