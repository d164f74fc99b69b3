// SPDX-License-Identifier: MIT
#include "app/core/addressee.h"

#include <algorithm>

#include "app/core/deed_words.h"
#include "app/core/known_keys.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/text.h"
#include "base/titled_list.h"

namespace esep::app {

void require_addressee(Engine& engine, const form::Recipient& recipient, const std::string& addressee,
                       calendar::Date day) {
  std::vector<std::string> known;
  std::vector<Titled> titled;
  for (const form::Addressee& one : recipient.addressees) {
    known.push_back(one.id);
    titled.push_back({one.id, addressee_title(engine, one, day)});
  }
  if (known.empty()) {
    if (addressee.empty()) return;
    throw Error("DONE-ADDRESSEE-NONE", "CLI-SEE-HELP", Error::Kind::usage);
  }
  if (std::find(known.begin(), known.end(), addressee) != known.end()) return;
  const LocalText all = titled_list(titled);
  if (addressee.empty()) throw Error(Message("DONE-ADDRESSEE-NEEDED", {{"known", all}}), {}, Error::Kind::usage);
  throw Error(Message("DONE-ADDRESSEE-UNKNOWN", {{"addressee", addressee}, {"known", all}}),
              did_you_mean(addressee, known), Error::Kind::usage);
}

}  // namespace esep::app
