// SPDX-License-Identifier: MIT
#include "app/queue/new_application.h"

#include <fmt/core.h>

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

}  // namespace

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

queue::Event new_application(const PersonKey& key, queue_store::Store& store, const ApplyRequest& request,
                             const ApplicationMarks& marks) {
  queue::Event out;
  out.at = request.at;
  out.kind = queue::EventKind::apply;
  out.ref = marks.id;
  out.circle = request.circle;
  out.child = key.child_id(request.child_iin);
  out.born = born_by(request.child_iin);
  out.priority = request.priority;
  store.add_person({marks.id, marks.number, sha256_hex(marks.secret), request.child_iin, request.child_name,
                    request.guardian_iin, request.guardian_name});
  return out;
}

ApplicationMarks new_marks(std::string id) {
  constexpr size_t kNumberBytes = 6;
  constexpr size_t kSecretBytes = 10;
  return {std::move(id), random_hex(kNumberBytes), random_hex(kSecretBytes)};
}

std::string next_application(const queue::Book& book, const queue_store::Store& store) {
  size_t number = book.applications();
  std::string out;
  do out = fmt::format("A-{:07}", ++number);
  while (book.find_application(out) || store.is_lost_number(out));
  return out;
}

}  // namespace esep::app
