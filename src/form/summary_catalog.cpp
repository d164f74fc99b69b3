// SPDX-License-Identifier: MIT
#include "form/summary_catalog.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/titled_list.h"
#include "datafile/data_invalid.h"

namespace esep::form {

SummaryCatalog::SummaryCatalog(const datafile::Library& library) {
  Diagnostics diagnostics;
  for (const std::string& path : library.list("data/summaries/", ".toml"))
    all_.push_back(read_summary(library.get(path), diagnostics));
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
}

const Summary* SummaryCatalog::find(std::string_view id) const {
  const auto at = std::find_if(all_.begin(), all_.end(), [&](const Summary& one) { return one.id == id; });
  return at == all_.end() ? nullptr : &*at;
}

const Summary& SummaryCatalog::require(std::string_view id) const {
  if (const Summary* found = find(id)) return *found;
  std::vector<std::string> known;
  std::vector<Titled> titled;
  for (const Summary& one : all_) {
    known.push_back(one.id);
    const auto in = [&](Lang lang) { return interpolate(one.title.in(lang), {{"period", "…"}}, lang); };
    titled.push_back({one.id, {in(Lang::kk), in(Lang::ru), in(Lang::en)}});
  }
  throw Error(Message("SUMMARY-UNKNOWN", {{"summary", std::string(id)}, {"known", titled_list(titled)}}),
              did_you_mean(id, known));
}

}  // namespace esep::form
