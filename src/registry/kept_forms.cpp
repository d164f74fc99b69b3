// SPDX-License-Identifier: MIT
#include "registry/kept_forms.h"

namespace esep::registry {

std::vector<KeptForm> kept_forms(const sqlite::Database& database) {
  auto rows = database.prepare(
      "SELECT t.form, t.edition, t.sha256, t.text, s.accepted > 0 FROM "
      "(SELECT form_sha256, max(iif(revision > 0, id, 0)) AS accepted, max(id) AS last FROM submission "
      "GROUP BY form_sha256) AS s JOIN form_text AS t ON t.sha256 = s.form_sha256 "
      "ORDER BY t.form, t.edition, s.accepted DESC, s.last DESC");
  std::vector<KeptForm> out;
  while (rows.step()) {
    const bool known = !out.empty() && out.back().form == rows.text(0) && out.back().edition == rows.text(1);
    if (!known) out.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.integer(4) != 0});
  }
  return out;
}

}  // namespace esep::registry
