// SPDX-License-Identifier: MIT
#include "base/hash.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include "base/error.h"
#include "base/hex.h"

namespace esep {
namespace {

void require_done(bool ok) {
  if (!ok) throw Error("CRYPTO-FAILED");
}

}  // namespace

struct Sha256::Context {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> handle{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  require_done(context_->handle != nullptr && EVP_DigestInit_ex(context_->handle.get(), EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  require_done(EVP_DigestUpdate(context_->handle.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::finish_hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  require_done(EVP_DigestFinal_ex(context_->handle.get(), digest.data(), &length) == 1);
  return to_hex(digest.data(), length);
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish_hex();
}

std::string hmac_sha1(std::string_view key, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  require_done(HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                    reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(),
                    &length) != nullptr);
  return {reinterpret_cast<const char*>(digest.data()), length};
}

std::string random_bytes(size_t count) {
  std::string out(count, '\0');
  require_done(RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(count)) == 1);
  return out;
}

std::string random_hex(size_t bytes) {
  const std::string buffer = random_bytes(bytes);
  return to_hex(reinterpret_cast<const unsigned char*>(buffer.data()), bytes);
}

}  // namespace esep
