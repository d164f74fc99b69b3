// SPDX-License-Identifier: MIT
#include "app/queue/import_applications.h"

#include <algorithm>
#include <set>

#include "app/core/rights.h"
#include "app/queue/apply.h"
#include "app/queue/circle_event.h"
#include "app/queue/new_application.h"
#include "base/file.h"
#include "datafile/csv.h"
#include "datafile/data_invalid.h"

namespace esep::app {
namespace {

using report::Finding;

struct ListedApplication {
  int line = 0;
  std::string id;
  ApplyRequest request;
};

// The rows that can be read, by time; equal times by line.
std::vector<ListedApplication> listed(const std::filesystem::path& file, report::Findings& findings) {
  constexpr uint64_t kMostImported = uint64_t{1} << 30;
  Diagnostics diagnostics;
  const auto table = datafile::read_csv_table(file.string(), read_file(file, kMostImported),
                                              {"application", "circle", "child", "guardian", "at"},
                                              {"priority", "child_name", "guardian_name"}, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  std::vector<ListedApplication> out;
  for (const auto& record : table.records) {
    const auto cell = [&](const char* column) { return table.cell(record, column); };
    ListedApplication one{record.line, cell("application"), {}};
    one.request.circle = cell("circle");
    one.request.child_iin = cell("child");
    one.request.child_name = cell("child_name");
    one.request.guardian_iin = cell("guardian");
    one.request.guardian_name = cell("guardian_name");
    one.request.priority = cell("priority");
    const auto at = calendar::Instant::parse_local(cell("at"));
    if (!at || one.id.empty()) {
      const Message::Args which{{"column", at ? "application" : "at"}, {"value", at ? one.id : cell("at")}};
      findings.push_back(Finding::of(Message("QUEUE-IMPORT-CELL", which)).in(file.string()).at(record.line));
      continue;
    }
    one.request.at = *at;
    out.push_back(std::move(one));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.request.at < b.request.at; });
  return out;
}

}  // namespace

ImportedApplications import_applications(Engine& engine, const std::filesystem::path& file,
                                         const registry::Actor& user) {
  ImportedApplications out;
  require_right_for_all(engine, report::RegisterAction::queue, user);
  const auto rows = listed(file, out.findings);
  for (const auto& row : rows) {
    if (auto wrong = wrong_number(engine, row.request))
      out.findings.push_back(Finding::of(wrong->message).in(file.string()).at(row.line));
  }
  if (report::has_errors(out.findings) || rows.empty()) return out;
  const registry::Actor actor = acting_at(user, rows.back().request.at);
  std::vector<int> lines;  // of the events, in their order
  const QueueAnswer answer = write_queue(
      engine, report::RegisterAction::queue, actor, [&](const QueueWorld& world, queue_store::Store& store) {
        std::vector<queue::Event> events;
        std::set<std::string> entered;
        std::optional<PersonKey> key;
        for (const auto& row : rows) {
          if (entered.insert(row.request.circle).second) {
            const std::string queue = queue_meant(engine, world.policies, "", row.request.circle);
            if (auto circle = circle_event(engine, world, row.request.circle, queue, row.request.at))
              events.push_back(std::move(*circle));
          }
          if (!key) key.emplace(engine, store);
          lines.resize(events.size(), row.line);
          events.push_back(new_application(*key, store, row.request, new_marks(row.id)));
          lines.push_back(row.line);
        }
        return events;
      });
  if (answer.done()) {
    out.added = static_cast<int>(rows.size());
  } else {
    out.findings.push_back(
        Finding::of(answer.remark->message).in(file.string()).at(lines[std::min(answer.taken, lines.size() - 1)]));
  }
  return out;
}

}  // namespace esep::app
