// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "app/core/engine.h"
#include "registry/doctor/doctor.h"

namespace esep::app {

/// Compares a receipt with the register. `receipt` is a head of the chain (64 hexadecimal digits) or a file: a receipt
/// in any format, or the answer of `submit --json` or `show --json`.
///
/// A receipt whose bytes the register has issued is genuine. Its number, its head of the chain and every fact on it
/// that never changes must be the register's (of JSON, HTML and CSV; of other formats the bytes alone are compared).
/// Other bytes with the code of a receipt are an altered receipt; what differs is named as far as the format can be
/// read. Of an answer in JSON every fact is compared; a state, and a verdict, may be one that the submission once had.
///
/// Adds to `damage` whatever does not hold; returns sentences about what does. Error RECEIPT-UNREADABLE for a file that
/// is nothing of this kind, FILE-….
[[nodiscard]] std::vector<Message> examine_receipt(Engine& engine, const std::string& receipt,
                                                   std::vector<registry::Damage>& damage);

}  // namespace esep::app
