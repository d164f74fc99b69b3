// SPDX-License-Identifier: MIT
#include "base/keyed_hash.h"

#include <algorithm>
#include <array>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/hex.h"

namespace esep {

std::string keyed_hash(std::string_view key, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, text.size(), digest.data(), &length) ==
      nullptr)
    throw Error("CRYPTO-FAILED");
  return to_hex(digest.data(), length);
}

std::string key_from_file(const std::filesystem::path& file) {
  constexpr size_t kBytes = 32;
  if (!std::filesystem::exists(file)) {
    OutputFile made(file.string() + ".new", 0600);
    made.write(random_hex(kBytes) + "\n");
    made.keep();
    // Somebody else may have made it meanwhile: then his is the key.
    if (!give_name_if_free(made.target(), file)) std::filesystem::remove(made.target());
  }
  std::string key = read_file(file, 4096);
  const bool right =
      key.size() == 2 * kBytes + 1 && key.back() == '\n' &&
      std::all_of(key.begin(), key.end() - 1, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!right) throw Error(Message("KEY-DAMAGED", {{"file", file.string()}}));
  key.pop_back();
  return key;
}

}  // namespace esep
