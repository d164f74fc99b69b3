// SPDX-License-Identifier: MIT
#include "app/queue/circle_event.h"

#include <charconv>
#include <set>

#include "app/core/rights.h"
#include "base/text.h"
#include "base/titled_list.h"

namespace esep::app {
namespace {

constexpr std::string_view kCircles = "circles";

std::string cell(const report::RegisterRow& row, const char* column) {
  const auto at = row.values.find(column);
  return at == row.values.end() ? std::string() : form::canonical_text(at->second);
}

int whole(const report::RegisterRow& row, const char* column) {
  const std::string text = cell(row, column);
  int out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

// With the titles of their last editions.
std::vector<Titled> titled_queues(const queue::PolicyBook& policies) {
  const auto latest = calendar::Date::from_ymd(9999, 12, 31).value();
  std::vector<Titled> out;
  for (const std::string& queue : policies.queues()) out.push_back({queue, policies.in_force(queue, latest).title});
  return out;
}

Message unknown_queue(const queue::PolicyBook& policies, const std::string& queue) {
  return Message("QUEUE-NO-SUCH", {{"queue", queue}, {"known", titled_list(titled_queues(policies))}});
}

}  // namespace

std::vector<Message> unknown_queues(Engine& engine, const std::string& imported) {
  if (imported != kCircles) return {};
  const queue::PolicyBook policies = queue_policies(engine);
  std::set<std::string> named;
  for (const auto& row : engine.rows(kCircles)) named.insert(cell(row, "queue"));
  std::vector<Message> out;
  for (const std::string& queue : named) {
    if (!queue.empty() && !policies.has(queue)) out.push_back(unknown_queue(policies, queue));
  }
  return out;
}

std::string queue_meant(Engine& engine, const queue::PolicyBook& policies, const std::string& named,
                        const std::string& circle) {
  std::string out = named;
  if (const auto* row = circle.empty() || !out.empty() ? nullptr : engine.row(kCircles, circle))
    out = cell(*row, "queue");
  const auto known = policies.queues();
  if (out.empty() && known.size() == 1) return known.front();
  if (out.empty()) throw Error(Message("QUEUE-WHICH", {{"known", join(known, ", ")}}), {}, Error::Kind::usage);
  if (!policies.has(out)) throw Error(unknown_queue(policies, out));
  return out;
}

std::optional<queue::Event> circle_event(Engine& engine, const QueueWorld& world, const std::string& circle,
                                         const std::string& queue, calendar::Instant at) {
  const auto* row = engine.row(kCircles, circle);
  if (row == nullptr) return std::nullopt;
  queue::Event event;
  event.at = at;
  event.kind = queue::EventKind::circle;
  event.ref = circle;
  event.facts = {queue, organisation_of_row(engine, engine.catalog().register_by_id(std::string(kCircles)), *row),
                 cell(*row, "region"), whole(*row, "age_from"), whole(*row, "age_to")};
  event.amount = Decimal::parse(cell(*row, "monthly_norm")).value_or(Decimal());
  const auto known = world.book().circle(circle);
  if (known && known->facts == event.facts && known->norm == event.amount) return std::nullopt;
  return event;
}

}  // namespace esep::app
