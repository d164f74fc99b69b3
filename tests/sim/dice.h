// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace esep::sim {

/// Chance from a seed, the same on every machine: the distributions of the standard library differ between libraries.
class Dice {
 public:
  explicit Dice(uint64_t seed) : random_(seed) {}

  [[nodiscard]] uint64_t below(uint64_t n) { return n == 0 ? 0 : random_() % n; }
  [[nodiscard]] bool chance(uint64_t percent) { return below(100) < percent; }
  template <typename T>
  [[nodiscard]] const T& pick(const std::vector<T>& from) {
    return from.at(below(from.size()));
  }

 private:
  std::mt19937_64 random_;
};

/// The seed of a step: each step has its own chance, so that leaving out others does not change it.
[[nodiscard]] inline uint64_t mixed(uint64_t seed, uint64_t step) {
  uint64_t z = seed * 0x9e3779b97f4a7c15U + step + 1;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

}  // namespace esep::sim
