// SPDX-License-Identifier: MIT
#include "document/layout/canvas.h"
#include "document/layout/qr_code.h"

namespace esep::document {

// The code of the paper for machines and for people, after all other content.
void lay_out_code(Canvas& canvas) {
  constexpr double kSide = kCodeSide;
  constexpr double kSmall = 8;
  const std::string& code = canvas.document().code;
  const QrCode qr = make_qr(canvas.document().code_address + code);
  canvas.need(kSide);
  const double module = kSide / qr.size;
  for (const Fill& dark : qr.dark) {
    canvas.fill({canvas.left() + dark.x * module, canvas.y + dark.y * module, dark.width * module, dark.height * module,
                 dark.rgb});
  }
  const int node = canvas.node(StructNode::Kind::paragraph, canvas.section_node);
  canvas.text(canvas.left() + kSide + 4, canvas.y + kSide / 2 + kSmall / 3, code, Face::regular, kSmall, node);
  canvas.y += kSide;
}

}  // namespace esep::document
