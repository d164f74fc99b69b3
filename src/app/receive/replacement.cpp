// SPDX-License-Identifier: MIT
#include "app/receive/replacement.h"

#include <algorithm>
#include <set>

namespace esep::app {
namespace {

// Who says of a registered file that it is another report, or hands it in twice, gets no receipt; nor does anybody
// while the period is closed or not over.
bool is_said_otherwise(const CheckedFile& file) {
  static const std::set<std::string> kOther{"FORM-OTHER",  "ORGANISATION-OTHER", "SUBJECT-OTHER", "PERIOD-OTHER",
                                            "STAGE-OTHER", "DUPLICATE-KEY",      "LOCKED",        "PERIOD-NOT-OPEN"};
  return std::any_of(file.findings.begin(), file.findings.end(),
                     [](const report::Finding& f) { return kOther.contains(f.code); });
}

}  // namespace

std::optional<report::Submission> registered_as(Engine& engine, const CheckedFile& file) {
  if (file.form == nullptr || is_said_otherwise(file)) return std::nullopt;
  auto in_force = engine.registry().latest_accepted(file.key);
  if (in_force && in_force->receipt.sha256 != file.sha256) in_force.reset();
  return in_force;
}

Replacement replacement_of(Engine& engine, const CheckedFile& file) {
  Replacement out;
  if (!engine.has_workspace()) return out;
  out.in_force = registered_as(engine, file);
  out.registered = out.in_force.has_value();
  if (!out.registered) out.in_force = engine.registry().latest_accepted(file.said);
  out.revision = out.registered ? out.in_force->revision : engine.registry().next_revision(file.said);
  return out;
}

std::optional<Message> replacement_message(const Replacement& replacement, const CheckedFile& file) {
  if (!replacement.in_force) return std::nullopt;
  const report::Submission& one = *replacement.in_force;
  const Message::Args args{
      {"number", one.number}, {"revision", std::to_string(one.revision)}, {"date", one.receipt.received.date.dotted()}};
  if (replacement.registered && one.state == report::State::returned) return Message("CHECK-RETURNED", args);
  if (replacement.registered) return Message("CHECK-REGISTERED", args);
  if (report::has_errors(file.findings)) return std::nullopt;
  return Message("CHECK-REPLACES", args);
}

}  // namespace esep::app
