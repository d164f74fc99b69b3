// SPDX-License-Identifier: MIT
// Folds the logs of standard input and prints each state as text (docs/queues.md), as property/queue_model.py does. A
// row of the kind `history` begins the next log. usage: esep_queue_fold CALENDAR.csv POLICY.toml … < LOG.csv
#include <iostream>
#include <iterator>

#include "base/file.h"
#include "datafile/csv.h"
#include "queue/compare.h"
#include "queue/fold.h"
#include "queue/state.h"
#include "queue_store/schema.h"
#include "queue_store/table_book.h"
#include "state_text.h"

namespace {

using namespace esep;

int complain(const Diagnostics& diagnostics) {
  for (const auto& one : diagnostics) std::cerr << one.file << ":" << one.line << ": " << one.code << "\n";
  return 1;
}

/// The same log over tables, with a fold that begins anew at each event, as one deed after another does. Gives what
/// differs from the state in memory.
class Tables {
 public:
  Tables(const queue::PolicyBook& policies, const calendar::WorkingDays& calendar)
      : policies_(policies), calendar_(calendar) {
    database_.execute(queue_store::kSchema);
  }
  void take(const queue::Event& event) {
    queue::Fold fold(policies_, calendar_, book_, now_);
    fold.take(event);
    if (!now_ || *now_ < event.at) now_ = event.at;
  }
  [[nodiscard]] std::string differences(const queue::State& state) const {
    std::string out;
    for (const std::string& one : queue::differences(state, book_)) out += "tables differ: " + one + "\n";
    return out;
  }

 private:
  const queue::PolicyBook& policies_;
  const calendar::WorkingDays& calendar_;
  sqlite::Database database_ = sqlite::Database::temporary();
  queue_store::TableBook book_{database_};
  std::optional<calendar::Instant> now_;
};

void fold_logs(const datafile::CsvTable& log, const queue::PolicyBook& policies,
               const calendar::WorkingDays& calendar) {
  auto state = std::make_unique<queue::State>();
  auto fold = std::make_unique<queue::Fold>(policies, calendar, *state, std::nullopt);
  auto tables = std::make_unique<Tables>(policies, calendar);
  std::string refusals;
  int number = 0;
  const auto print = [&] {
    std::cout << "history\n" << queue::state_text(*state) << refusals << tables->differences(*state);
  };
  const auto kind = static_cast<size_t>(log.column("kind"));
  for (const auto& record : log.records) {
    if (record.fields[kind] == "history") {
      print();
      state = std::make_unique<queue::State>();
      fold = std::make_unique<queue::Fold>(policies, calendar, *state, std::nullopt);
      tables = std::make_unique<Tables>(policies, calendar);
      refusals.clear();
      number = 0;
      continue;
    }
    ++number;
    const auto event = queue::read_event(log, record);
    if (const auto* column = std::get_if<std::string>(&event)) {
      refusals += "refused " + std::to_string(number) + " cell " + *column + "\n";
      continue;
    }
    tables->take(std::get<queue::Event>(event));
    if (const auto remark = fold->take(std::get<queue::Event>(event))) {
      refusals += "refused " + std::to_string(number) + " " + remark->message.key + "\n";
    }
  }
  print();
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> files(argv + 1, argv + argc);
  if (files.size() < 2) return 64;
  Diagnostics diagnostics;
  const auto calendar = calendar::WorkingDays::from_csv(files[0], read_file(files[0]), diagnostics);
  queue::PolicyBook policies;
  for (size_t i = 1; i < files.size(); ++i) {
    policies.add(queue::read_policy({files[i], files[i], read_file(files[i])}, diagnostics));
  }
  const std::string input{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  const auto log = datafile::read_csv_table("log", input, queue::event_columns(), {}, diagnostics);
  if (has_errors(diagnostics)) return complain(diagnostics);
  fold_logs(log, policies, calendar);
  return 0;
}
