// SPDX-License-Identifier: MIT
// Replays the corpus, and simple mutations of each input, in the ordinary test run.
#include <algorithm>
#include <filesystem>
#include <vector>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "data_fuzz.h"
#include "paper_fuzz.h"
#include "reader_fuzz.h"

namespace {

std::vector<std::filesystem::path> corpus(const std::string& target) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(ESEP_SOURCE_DIR "/tests/fuzz/corpus/" + target))
    out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

// Numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  size_t below(size_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<size_t>(state_ >> 33) % limit;
  }

 private:
  uint64_t state_;
};

std::string mutate(std::string text, Dice& dice) {
  if (text.empty()) return text;
  for (size_t i = dice.below(4) + 1; i > 0 && !text.empty(); --i) {
    const size_t at = dice.below(text.size());
    const size_t length = std::min(dice.below(24) + 1, text.size() - at);
    switch (dice.below(4)) {
      case 0:
        text[at] = static_cast<char>(dice.below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(dice.below(text.size()), text.substr(at, length));
        break;
      default:
        text.resize(at + 1);
        break;
    }
  }
  return text;
}

}  // namespace

void replay(const std::string& target, int mutations, void (*read)(std::string_view)) {
  const auto files = corpus(target);
  REQUIRE(files.size() >= 10);
  Dice dice(20261105);
  for (const auto& file : files) {
    const std::string input = esep::read_file(file);
    CAPTURE(file.string());
    read(input);
    for (int i = 0; i < mutations; ++i) read(mutate(input, dice));
  }
  SUCCEED();
}

TEST_CASE("the reader survives its corpus and mutations of it") { replay("reader", 300, esep::fuzz::read_input); }

TEST_CASE("templates and receipts survive their corpus and mutations of it") {
  replay("paper", 300, esep::fuzz::read_paper);
}

TEST_CASE("data files, rules and queries survive their corpus and mutations of it") {
  replay("data", 200, esep::fuzz::read_data);
}
