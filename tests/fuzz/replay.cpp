// SPDX-License-Identifier: MIT
// Replays the corpus, and simple mutations of each input, in the ordinary test run.
#include <algorithm>
#include <filesystem>
#include <vector>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "targets.h"

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

TEST_CASE("each target survives its corpus and mutations of it") {
  for (const esep::fuzz::Target& target : esep::fuzz::targets()) {
    const auto files = corpus(std::string(target.name));
    REQUIRE(files.size() >= 4);
    Dice dice(20261105);
    for (const auto& file : files) {
      const std::string input = esep::read_file(file);
      CAPTURE(file.string());
      target.run(input);
      for (int i = 0; i < target.mutations; ++i) target.run(mutate(input, dice));
    }
  }
  SUCCEED();
}
