// SPDX-License-Identifier: MIT
#include "form/summary_catalog.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "base/titled_list.h"
#include "datafile/data_invalid.h"

namespace esep::form {
namespace {

LocalText title_of(const Summary& summary, const std::string& period) {
  const auto in = [&](Lang lang) {
    std::string title = trim(interpolate(summary.title.in(lang), {{"period", period}}, lang));
    if (period.empty() && title.ends_with(',')) title.pop_back();
    return title;
  };
  return {in(Lang::kk), in(Lang::ru), in(Lang::en)};
}

}  // namespace

LocalText listed_title(const Summary& summary) { return title_of(summary, "…"); }

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

const Summary& SummaryCatalog::require(std::string_view name) const {
  std::vector<Titled> known;
  for (const Summary& one : all_) known.push_back({one.id, listed_title(one)});
  std::vector<Titled> named = known;
  for (const Summary& one : all_) named.push_back({one.id, title_of(one, "")});  // the period may be left out
  if (const Titled* found = find_titled(named, name)) return *find(found->id);
  throw Error(Message("SUMMARY-UNKNOWN", {{"summary", std::string(name)}, {"known", titled_list(known)}}),
              did_you_mean(name, named));
}

}  // namespace esep::form
