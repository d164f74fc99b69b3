// SPDX-License-Identifier: MIT
#include "app/upkeep/queue_restoration.h"

#include "app/queue/write_queue.h"
#include "app/upkeep/register_copy.h"
#include "app/upkeep/replaced_file.h"
#include "base/file.h"
#include "sqlite/transaction.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<queue_store::Store> open_log(const fs::path& file) {
  if (!fs::exists(file)) return nullptr;
  try {
    return std::make_unique<queue_store::Store>(file, false);
  } catch (const Error&) {
    return nullptr;
  }
}

bool is_whole(const queue_store::Store* store) {
  try {
    return store != nullptr && store->damage().empty();
  } catch (const Error&) {
    return false;
  }
}

LostDeed lost_entry(const queue_store::Entry& entry, const queue::Event& event) {
  LostDeed out{entry.seq, event.at.local_iso(), entry.user, "queue", event.ref, {}};
  out.facts["code"] = enum_name(queue::kEventKindNames, event.kind);
  out.facts["key"] = event.circle;
  return out;
}

}  // namespace

QueueRestoration::QueueRestoration(Engine& engine, const fs::path& backup, const fs::path& work,
                                   const queue_store::EntryMark& noted)
    : engine_(engine), own_(queue_files_of(engine)), copy_(queue_files_beside(work / "restored.db")) {
  const QueueFiles beside = queue_files_beside(backup);
  copy_queue(beside, copy_);
  const auto copy = open_log(copy_.log);
  const auto own = open_log(own_.log);
  const bool is_right = is_whole(copy.get()) && holds(*copy, noted);
  const queue_store::EntryMark wanted = is_right ? copy->last() : noted;
  const Message::Args which{{"file", beside.log.string()}, {"entry", std::to_string(noted.seq)}};
  if (is_whole(own.get()) && holds(*own, wanted)) {
    kept_more_ = own->last().seq - wanted.seq;
    choose_key(*own);
    return;
  }
  if (fs::exists(copy_.log) && !is_right) throw Error(Message("RESTORE-QUEUE-DAMAGED", which));
  if (!copy && noted.seq > 0) throw Error(Message("RESTORE-NO-QUEUE", which), "RESTORE-NO-QUEUE-HINT");
  if (!copy) return;
  log_ = fs::exists(own_.log) ? Log::replaces : Log::comes;
  if (log_ == Log::replaces) {
    lost_.reset();
    if (own) compare(*own, *copy);
  }
  choose_key(*copy);
}

void QueueRestoration::compare(const queue_store::Store& own, queue_store::Store& copy) {
  try {
    const auto events = own.events();
    const auto entries = own.entries();
    std::vector<std::string> applications;
    std::vector<LostDeed> lost;
    for (size_t i = 0; i < entries.size(); ++i) {
      if (copy.hash_of(entries[i].seq) == entries[i].hash) continue;
      lost.push_back(lost_entry(entries[i], events[i]));
      if (events[i].kind == queue::EventKind::apply) applications.push_back(events[i].ref);
    }
    keep_numbers(own, applications, copy);
    lost_ = std::move(lost);
  } catch (const Error&) {
    lost_.reset();  // nobody can read it
  }
}

// A number that the copy's log gave itself is not lost: its vouchers would get others when it is folded again.
void QueueRestoration::keep_numbers(const queue_store::Store& own, const std::vector<std::string>& applications,
                                    queue_store::Store& copy) {
  sqlite::Transaction transaction(copy.database());
  bring_to_end(engine_, copy, queue_rules(engine_));
  std::vector<std::string> numbers = own.lost_numbers();
  numbers.insert(numbers.end(), applications.begin(), applications.end());
  const size_t count = own.book().vouchers();
  for (size_t i = 0; i < count; ++i) {
    std::string voucher = own.book().voucher(i).id;
    if (!copy.book().find_voucher(voucher)) lost_vouchers_.push_back(voucher);
    numbers.push_back(std::move(voucher));
  }
  for (const std::string& number : numbers) {
    if (!copy.book().find_application(number) && !copy.book().find_voucher(number)) copy.keep_lost_number(number);
  }
  transaction.commit();
}

void QueueRestoration::choose_key(const queue_store::Store& log) {
  if (key_fits(log, own_.key)) return;
  key_ = key_fits(log, copy_.key) ? Key::comes : Key::none;
}

fs::path QueueRestoration::put(const std::string& stem) {
  if (key_ == Key::comes) {
    if (fs::exists(own_.key)) give_free_name(own_.key, stem, ".person.key");
    write_file_atomically(own_.key, read_file(copy_.key), 0600);
  }
  if (log_ == Log::keeps) return {};
  leave_wal(copy_.log);
  if (log_ == Log::comes) {
    put_in_place(copy_.log, own_.log, "RESTORE-EXISTS");
    return {};
  }
  fs::path saved = save_replaced(own_.log, copy_.log.string() + ".old", stem, ".queue.db");
  overwrite(copy_.log, own_.log);
  return saved;
}

}  // namespace esep::app
