// SPDX-License-Identifier: MIT
// The simulated office (docs/testing.md). A fault is one line: `sim --seed 7 --steps 3,17-40`.
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

#include "sim/deeds.h"
#include "sim/planted.h"
#include "sim/run.h"

using namespace esep::sim;

namespace {

struct Options {
  uint64_t seed = 1;
  int64_t years = kYears;
  int64_t more = 0;  // years beyond those of the log
  int64_t seconds = 0;
  std::string steps;
  std::string log;
  std::string found;
  bool faults = true;
  bool repertoire = false;
  bool planted = false;
  bool shrink = false;
};

Options read(const std::vector<std::string>& words) {
  Options out;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--calm") out.faults = false;
    if (word == "--repertoire") out.repertoire = true;
    if (word == "--shrink") out.shrink = true;
    if (word == "--planted") out.planted = true;
    if (i + 1 == words.size()) break;
    if (word == "--seed") out.seed = std::stoull(words[i + 1]);
    if (word == "--years") out.years = std::stoll(words[i + 1]);
    if (word == "--seconds") out.seconds = std::stoll(words[i + 1]);
    if (word == "--steps") out.steps = words[i + 1];
    if (word == "--log") out.log = words[i + 1];
    if (word == "--found") out.found = words[i + 1];
    if (word == "--more") out.more = std::stoll(words[i + 1]);
  }
  return out;
}

/// What was lived so far: a line for each office, `seed years faults power_cuts`. A run with the same log goes on
/// behind it.
class Log {
 public:
  explicit Log(std::string file) : file_(std::move(file)) {
    if (file_.empty()) return;
    std::ifstream in(file_);
    uint64_t seed = 0;
    int64_t years = 0;
    int64_t faults = 0;
    int64_t cuts = 0;
    while (in >> seed >> years >> faults >> cuts) {
      next_ = seed + 1;
      years_ += years;
    }
  }
  [[nodiscard]] uint64_t next(uint64_t first) const { return std::max(first, next_); }
  [[nodiscard]] int64_t years() const { return years_; }
  void add(uint64_t seed, const Life& life) {
    years_ += kYears;
    if (file_.empty()) return;
    std::ofstream(file_, std::ios::app) << seed << ' ' << kYears << ' ' << life.faults << ' ' << life.power_cuts
                                        << '\n';
  }

 private:
  std::string file_;
  uint64_t next_ = 0;
  int64_t years_ = 0;
};

int report_wrong(const Plan& plan, const Life& life) {
  std::cout << "WRONG at step " << life.last_step << ": " << *life.wrong << "\n";
  const Plan least = shrunk(plan, life.last_step, 300);
  const Life again = live(least);
  std::cout << again.wrong.value_or("not again") << "\nsim --seed " << least.seed << (least.faults ? "" : " --calm")
            << " --steps " << steps_text(least.steps) << std::endl;
  return 1;
}

void add(std::map<std::string, int64_t>& to, const std::map<std::string, int64_t>& from) {
  for (const auto& [name, count] : from) to[name] += count;
}

int run_offices(const Options& options) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  const auto seconds = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count() / 1000;
  };
  Log log(options.log);
  Life all;
  int64_t lived = 0;
  uint64_t seed = log.next(options.seed);
  const int64_t last = options.more > 0 ? log.years() + options.more : options.years;
  while (options.seconds > 0 ? seconds() < options.seconds : log.years() < last) {
    Plan plan = Plan::whole(seed);
    plan.faults = options.faults;
    const Life life = live(plan);
    if (life.wrong) return report_wrong(plan, life);
    log.add(seed++, life);
    lived += kYears;
    add(all.answered, life.answered);
    add(all.refused, life.refused);
    all.faults += life.faults;
    all.power_cuts += life.power_cuts;
    all.between += life.between;
  }
  for (const auto& [name, count] : all.answered)
    std::cout << name << ' ' << count << " answered, " << all.refused[name] << " refused\n";
  std::cout << lived << " years, " << all.faults << " faults, " << all.power_cuts << " power cuts, " << all.between
            << " deeds between, " << seconds() << " s; by now " << log.years() << " years\n";
  return 0;
}

/// Lives that once went wrong: lines `seed [steps] [calm]`; what follows `#` says what was found.
int run_found(const std::string& file) {
  std::ifstream in(file);
  std::string line;
  int wrong = 0;
  int lives = 0;
  while (std::getline(in, line)) {
    line = line.substr(0, line.find('#'));
    std::istringstream words(line);
    uint64_t seed = 0;
    std::string steps;
    if (!(words >> seed)) continue;
    Plan plan = Plan::whole(seed);
    while (words >> steps) {
      if (steps == "calm") plan.faults = false;
      if (steps != "calm") plan.steps = steps_from(steps);
    }
    const Life life = live(plan);
    ++lives;
    if (!life.wrong) continue;
    ++wrong;
    std::cout << line << ": " << *life.wrong << "\n";
  }
  std::cout << lives << " lives, " << wrong << " wrong\n";
  return lives == 0 || wrong > 0 ? 1 : 0;
}

int run_steps(const Options& options) {
  Plan plan;
  plan.seed = options.seed;
  plan.steps = steps_from(options.steps);
  plan.faults = options.faults;
  const Life life = live(plan);
  if (life.wrong && options.shrink) return report_wrong(plan, life);
  std::cout << (life.wrong ? "WRONG at step " + std::to_string(life.last_step) + ": " + *life.wrong : "right") << "\n";
  return life.wrong ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = read({argv + 1, argv + argc});
  if (options.repertoire) {
    for (const Deed& deed : all_deeds()) {
      for (const std::string& name : deed.names) std::cout << name << "\n";
    }
    return 0;
  }
  if (!options.found.empty()) return run_found(options.found);
  if (options.planted) return unfound_faults().empty() ? 0 : 1;
  return options.steps.empty() ? run_offices(options) : run_steps(options);
}
