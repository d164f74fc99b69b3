// SPDX-License-Identifier: MIT
#include "sim/small_data.h"

#include <set>
#include <sstream>

#include "sim/office_data.h"
#include "source_folder.h"

namespace esep::sim {
namespace {

// The bodies of the office, and those of the sample grants.
std::string own_bodies(const std::string& csv) {
  std::set<std::string> own{kCollector, "gzhbm"};
  own.insert(bodies().begin(), bodies().end());
  std::istringstream in(csv);
  std::string line;
  std::getline(in, line);
  std::string out = line + "\n";
  while (std::getline(in, line)) {
    if (own.contains(line.substr(0, line.find(',')))) out += line + "\n";
  }
  return out;
}

}  // namespace

void SmallData::copy(const std::string& name) const {
  namespace fs = std::filesystem;
  fs::create_directories((folder_.path() / name).parent_path());
  fs::copy(source_folder() + "/" + name, folder_.path() / name, fs::copy_options::recursive);
}

SmallData::SmallData() {
  for (const char* name :
       {"forms/tied-grant-usage.2025-06.toml", "forms/passport-discussion.2025-04.toml", "templates"})
    copy(name);
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() + "/data")) {
    const std::string name = entry.path().filename().string();
    if (name != "roadmaps" && name != "summaries" && name != "organisations.csv" && name != "obligations.toml")
      copy("data/" + name);
  }
  const datafile::Library shipped;
  // Without the addressees of reports on other forms.
  const std::string obligations = shipped.get("data/obligations.toml").text;
  folder_.write("data/obligations.toml", obligations.substr(0, obligations.find("\n[[addressee]]")));
  folder_.write("data/organisations.csv", own_bodies(shipped.get("data/organisations.csv").text));
}

}  // namespace esep::sim
