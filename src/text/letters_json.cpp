// SPDX-License-Identifier: MIT
#include "text/letters_json.h"

namespace esep::text {

Json letters_json(const std::vector<report::Deed>& letters) {
  Json out = Json::array();
  for (const report::Deed& one : letters) {
    out.push_back({{"date", one.date.iso()},
                   {"number", one.sent->number},
                   {"signer", one.sent->signer},
                   {"addressee", or_null(one.addressee)}});
  }
  return out;
}

Json earlier_letters_json(const report::Delivery& delivery) {
  Json out = Json::array();
  for (const report::EarlierLetter& one : delivery.earlier) {
    const report::SentPaper& sent = *one.deed.sent;
    out.push_back({{"date", one.deed.date.iso()},
                   {"number", sent.number},
                   {"signer", sent.signer},
                   {"code", sent.code},
                   {"submission", one.deed.report},
                   {"revision", one.revision > 0 ? Json(one.revision) : Json(nullptr)},
                   {"missing", sent.missing ? Json(*sent.missing) : Json(nullptr)},
                   {"withdrawn", or_null(one.withdrawn)}});
  }
  return out;
}

}  // namespace esep::text
