// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <algorithm>

#include <openssl/evp.h>

namespace esep {

std::string to_base64(std::string_view bytes) {
  constexpr size_t kPiece = size_t{3} << 24;  // a multiple of three needs no padding; OpenSSL counts in int
  std::string out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size()))) {
    const std::string_view piece = bytes.substr(0, kPiece);
    const size_t done = out.size();
    out.resize(done + (piece.size() + 2) / 3 * 4 + 1);  // and the NUL that OpenSSL writes
    const int written =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data() + done),
                        reinterpret_cast<const unsigned char*>(piece.data()), static_cast<int>(piece.size()));
    out.resize(done + static_cast<size_t>(written));
  }
  return out;
}

}  // namespace esep
