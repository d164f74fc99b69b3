// SPDX-License-Identifier: MIT
#include "app/queue/replay.h"

#include <array>

#include "app/queue/circle_event.h"
#include "app/queue/noted_entry.h"
#include "base/file.h"
#include "datafile/data_invalid.h"
#include "queue/audit.h"
#include "queue/compare.h"
#include "queue_store/store.h"

namespace esep::app {
namespace {

using report::Finding;

void check_history(Engine& engine, const queue_store::Store& store, report::Findings& findings) {
  const auto rows = engine.registry().cached("SELECT seq, details FROM history WHERE action = 'queue' ORDER BY seq");
  while (rows->step()) {
    const auto noted = noted_entry(rows->text_view(1));
    if (noted.seq > 0 && holds(store, noted)) continue;
    findings.push_back(Finding::of(Message(
        "QUEUE-HISTORY", {{"history", std::to_string(rows->integer(0))}, {"entry", std::to_string(noted.seq)}})));
  }
}

// The tables are compared only where they stand by these rules: others are brought to them with the next deed.
void check_tables(Engine& engine, const queue_store::Store& store, const queue::Book& folded,
                  report::Findings& findings) {
  const auto add = [&](const std::string& what) {
    findings.push_back(Finding::of(Message("QUEUE-TABLE", {{"what", what}})).in("queue.db"));
  };
  const std::string rules = queue_rules(engine);
  if (store.standing().rules != rules) return;
  if (!store.stands_at_end(rules)) return add("standing");
  for (const std::string& what : queue::differences(store.book(), folded)) add(what);
}

bool is_recorded(const std::vector<queue::Run>& stored, const queue::Run& run) {
  const auto one = find_run(stored, run.queue, run.day);
  return one && one->given == run.given && one->reason == run.reason && one->input == run.input &&
         one->output == run.output;
}

std::string file_text(const std::filesystem::path& folder, const char* name) {
  constexpr uint64_t kMostAudited = uint64_t{2} << 30;
  return read_file(folder / name, kMostAudited);
}

}  // namespace

Replay replay_queue(Engine& engine, std::optional<calendar::Instant> until) {
  Replay out;
  engine.open_register();
  if (!std::filesystem::exists(queue_file(engine))) {
    const auto row = engine.registry().cached("SELECT count(*) FROM history WHERE action = 'queue'");
    row->step();
    if (row->integer(0) > 0)
      out.findings.push_back(Finding::of(Message(
          "QUEUE-STORE-LOST", {{"file", queue_file(engine).string()}, {"entry", std::to_string(row->integer(0))}})));
    return out;
  }
  const queue_store::Store store(queue_file(engine), false);
  for (const int64_t seq : store.damage())
    out.findings.push_back(Finding::of(Message("QUEUE-ENTRY", {{"entry", std::to_string(seq)}})).in("queue.db"));
  check_history(engine, store, out.findings);
  for (const std::string& reason : store.broken())
    out.findings.push_back(Finding::of(Message("QUEUE-FILE", {{"reason", reason}})).in("queue.db"));
  QueueWorld world(engine, nullptr, QueueWorld::Kept::in_memory);
  world.book().pass_over(store.lost_numbers());
  const auto events = store.events();
  for (const queue::Event& event : events) {
    if (until && *until < event.at) break;
    world.fold().take(event);
    ++out.events;
  }
  if (out.events == static_cast<int64_t>(events.size())) check_tables(engine, store, world.book(), out.findings);
  const auto stored = store.runs();
  for (const queue::Run& run : world.runs()) {
    ++out.runs;
    if (!is_recorded(stored, run))
      out.findings.push_back(
          Finding::of(Message("QUEUE-RUN-DIFFERS", {{"queue", run.queue}, {"day", run.day.dotted()}})).in("queue.db"));
  }
  return out;
}

report::Findings audit_queue(Engine& engine, const std::string& named, const std::filesystem::path& folder) {
  const auto policies = queue_policies(engine);
  const std::string queue = queue_meant(engine, policies, named, "");
  constexpr std::array<const char*, 5> kFiles{"applications.csv", "places.csv", "vouchers.csv", "events.csv",
                                              "runs.csv"};
  std::vector<std::string> texts;
  for (const char* file : kFiles) texts.push_back(file_text(folder, file));
  queue::AuditFindings found;
  Diagnostics diagnostics;
  const auto log = queue::read_audited_log({texts[0], texts[1], texts[2], texts[3], texts[4]}, found, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  for (auto& one : queue::audit(log, policies, queue, engine.calendar())) found.push_back(std::move(one));
  report::Findings out;
  for (const auto& one : found) {
    out.push_back(Finding::of(one.message).in((folder / one.file).string()).at(one.line));
    if (!one.paragraph.empty())
      out.back().law = engine.render_all(Message("QUEUE-PARAGRAPH", {{"paragraph", one.paragraph}}));
  }
  return out;
}

}  // namespace esep::app
