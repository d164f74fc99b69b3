// SPDX-License-Identifier: MIT
#include "document/layout/qr_code.h"

#include <memory>

#include <qrencode.h>

#include "base/error.h"

namespace esep::document {
namespace {

constexpr int kQuiet = 4;  // modules of white around it, which readers need

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

bool is_dark(const QRcode& code, int x, int y) { return x < code.width && (code.data[y * code.width + x] & 1) != 0; }

}  // namespace

QrCode make_qr(const std::string& text) {
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
  if (!code) throw Error(Message("QR-FAILED", {{"text", text}}));
  QrCode out;
  out.size = code->width + 2 * kQuiet;
  // Adjacent modules are one rectangle, which avoids hairlines and makes a smaller file.
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      const int begin = x;
      while (is_dark(*code, x, y)) ++x;
      if (x > begin) out.dark.push_back({double(begin + kQuiet), double(y + kQuiet), double(x - begin), 1, {0, 0, 0}});
    }
  }
  return out;
}

}  // namespace esep::document
