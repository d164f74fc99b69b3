// SPDX-License-Identifier: MIT
#include "app/queue/apply.h"

#include <fmt/core.h>

#include "app/core/rights.h"
#include "app/queue/circle_event.h"
#include "app/queue/person_key.h"
#include "base/hash.h"
#include "form/identifier.h"

namespace esep::app {
namespace {

// The first six digits are the day of birth, the seventh tells the century.
calendar::Date born_by(const std::string& iin) {
  constexpr size_t kCenturyAt = 6;
  const int century = 18 + (iin[kCenturyAt] - '1') / 2;
  const std::string iso = fmt::format("{}{}-{}-{}", century, iin.substr(0, 2), iin.substr(2, 2), iin.substr(4, 2));
  return calendar::Date::parse_iso(iso).value_or(calendar::Date());
}

std::optional<queue::Remark> wrong_number(Engine& engine, const ApplyRequest& request) {
  const auto wrong_in = [&](const std::string& iin, const char* title) -> std::optional<queue::Remark> {
    auto wrong = form::check_identifier(form::ColumnType::iin, iin);
    if (!wrong) return std::nullopt;
    wrong->args.emplace_back("title", engine.render_all(Message(title)));
    wrong->args.emplace_back("value", iin);
    return queue::Remark{std::move(*wrong), Severity::error};
  };
  auto out = wrong_in(request.child_iin, "QUEUE-CHILD-IIN");
  return out ? out : wrong_in(request.guardian_iin, "QUEUE-GUARDIAN-IIN");
}

}  // namespace

Applied apply_for_place(Engine& engine, const ApplyRequest& request, const registry::Actor& user) {
  const registry::Actor actor = acting_at(user, request.at);
  Applied out;
  require_right(engine, report::RegisterAction::queue, actor);
  if ((out.answer.remark = wrong_number(engine, request))) return out;
  constexpr size_t kNumberBytes = 4;
  constexpr size_t kSecretBytes = 10;
  out.number = random_hex(kNumberBytes);
  out.secret = random_hex(kSecretBytes);
  out.answer = write_queue(
      engine, report::RegisterAction::queue, actor, [&](const QueueWorld& world, queue_store::Store& store) {
        const std::string queue = queue_meant(engine, world.policies, request.queue, request.circle);
        std::vector<queue::Event> events;
        if (auto circle = circle_event(engine, world, request.circle, queue, request.at)) events.push_back(*circle);
        const auto known = world.state().circles.find(request.circle);
        if (known != world.state().circles.end()) require_body(engine, actor, known->second.facts.operator_code);
        if (!events.empty()) require_body(engine, actor, events.front().facts.operator_code);
        queue::Event event;
        event.at = request.at;
        event.kind = queue::EventKind::apply;
        event.ref = fmt::format("A-{:07}", world.state().applications.size() + 1);
        event.circle = request.circle;
        event.child = child_id(engine, store, request.child_iin);
        event.born = born_by(request.child_iin);
        event.priority = request.priority;
        out.application = event.ref;
        store.add_person({event.ref, out.number, sha256_hex(out.secret), request.child_iin, request.child_name,
                          request.guardian_iin, request.guardian_name});
        events.push_back(std::move(event));
        return events;
      });
  return out;
}

}  // namespace esep::app
