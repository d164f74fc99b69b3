// SPDX-License-Identifier: MIT
#include "accounts/passwords.h"

#include <array>

#include <sodium.h>

#include "base/error.h"

namespace esep::accounts {
namespace {

constexpr unsigned long long kPasses = 3;
constexpr size_t kMemory = size_t{64} << 20;

/// One of the places, until the end of a hash.
class Place {
 public:
  explicit Place(std::counting_semaphore<2>& places) : places_(places) { places_.acquire(); }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  std::counting_semaphore<2>& places_;
};

void require_sodium(bool ok) {
  if (!ok) throw Error("CRYPTO-FAILED");
}

}  // namespace

std::string Passwords::hash(const std::string& password) {
  require_sodium(sodium_init() >= 0);
  const Place place(places_);
  std::array<char, crypto_pwhash_STRBYTES> out{};
  require_sodium(crypto_pwhash_str_alg(out.data(), password.data(), password.size(), kPasses, kMemory,
                                       crypto_pwhash_ALG_ARGON2ID13) == 0);
  return out.data();
}

bool Passwords::is_right(const std::string& hash, const std::string& password) {
  require_sodium(sodium_init() >= 0);
  const std::string& compared = hash.empty() ? nobodys() : hash;
  const Place place(places_);
  const bool right = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return right && !hash.empty();
}

bool Passwords::is_outdated(const std::string& hash) {
  require_sodium(sodium_init() >= 0);
  return crypto_pwhash_str_needs_rehash(hash.c_str(), kPasses, kMemory) != 0;
}

const std::string& Passwords::nobodys() {
  const std::scoped_lock lock(making_);
  if (nobodys_.empty()) nobodys_ = hash("");
  return nobodys_;
}

}  // namespace esep::accounts
