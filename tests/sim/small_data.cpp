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

// The duties without a form that the office has.
std::string own_duties(const std::string& toml) {
  const std::string begin = "\n[[obligation]]";
  std::string out;
  for (size_t at = toml.find(begin); at != std::string::npos;) {
    const size_t next = toml.find("\n[[", at + 1);
    const std::string duty = toml.substr(at, next == std::string::npos ? next : next - at);
    for (const char* id : {"\"open-budgets-citizens-budget\"", "\"open-budgets-audit-results\""}) {
      if (duty.find(id) != std::string::npos) out += duty + "\n";
    }
    at = toml.find(begin, at + 1);
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
    static const std::set<std::string> kOthers{"roadmaps", "summaries", "registers", "organisations.csv",
                                               "obligations.toml"};
    if (!kOthers.contains(name)) copy("data/" + name);
  }
  for (const char* name : {"organisations", "grants", "passports", "proposals"})
    copy(std::string("data/registers/") + name + ".toml");
  const datafile::Library shipped;
  folder_.write("data/obligations.toml", own_duties(shipped.get("data/obligations.toml").text));
  folder_.write("data/organisations.csv", own_bodies(shipped.get("data/organisations.csv").text));
}

}  // namespace esep::sim
