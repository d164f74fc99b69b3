// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <semaphore>
#include <string>

namespace esep::accounts {

/// Hashes of passwords: argon2id by libsodium (3 passes, 64 MiB), which only this folder uses. Two run at a time, so
/// that guessing takes no more than 128 MiB; others wait. Several threads may use one.
class Passwords {
 public:
  Passwords() = default;
  Passwords(const Passwords&) = delete;
  Passwords& operator=(const Passwords&) = delete;

  /// A text with algorithm, parameters, salt and hash. Error CRYPTO-FAILED: there is not enough memory.
  [[nodiscard]] std::string hash(const std::string& password);
  /// An empty hash takes as long as any and is never right: nobody learns by the time which logins exist.
  [[nodiscard]] bool is_right(const std::string& hash, const std::string& password);
  /// Made with other parameters than those of today.
  [[nodiscard]] static bool is_outdated(const std::string& hash);

 private:
  const std::string& nobodys();

  std::counting_semaphore<2> places_{2};
  std::mutex making_;
  std::string nobodys_;  // a hash to be compared with in vain
};

}  // namespace esep::accounts
