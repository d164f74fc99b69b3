// SPDX-License-Identifier: MIT
#include "app/queue/apply.h"

#include "app/core/rights.h"
#include "app/queue/circle_event.h"
#include "app/queue/new_application.h"

namespace esep::app {

Applied apply_for_place(Engine& engine, const ApplyRequest& request, const registry::Actor& user) {
  const registry::Actor actor = acting_at(user, request.at);
  Applied out;
  require_right(engine, report::RegisterAction::queue, actor);
  if ((out.answer.remark = wrong_number(engine, request))) return out;
  out.answer = write_queue(
      engine, report::RegisterAction::queue, actor, [&](const QueueWorld& world, queue_store::Store& store) {
        const std::string queue = queue_meant(engine, world.policies, request.queue, request.circle);
        std::vector<queue::Event> events;
        if (auto circle = circle_event(engine, world, request.circle, queue, request.at)) events.push_back(*circle);
        if (const auto known = world.book().circle(request.circle))
          require_body(engine, actor, known->facts.operator_code);
        if (!events.empty()) require_body(engine, actor, events.front().facts.operator_code);
        out.marks = new_marks(next_application(world.book(), store));
        events.push_back(new_application(PersonKey(engine, store), store, request, out.marks));
        return events;
      });
  return out;
}

}  // namespace esep::app
