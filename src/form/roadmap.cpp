// SPDX-License-Identifier: MIT
#include "form/roadmap.h"

#include <algorithm>
#include <set>

namespace esep::form {
namespace {

const Successor* successor_of(const Roadmap& roadmap, const std::string& organisation) {
  const auto at = std::find_if(roadmap.successors.begin(), roadmap.successors.end(),
                               [&](const Successor& s) { return s.organisation == organisation; });
  return at == roadmap.successors.end() ? nullptr : &*at;
}

class Lister {
 public:
  explicit Lister(const Roadmap& roadmap) : roadmap_(roadmap) {}

  std::vector<Execution> run() {
    for (const Measure& measure : roadmap_.measures) {
      seen_.clear();
      for (const std::string& id : measure.executors) {
        const RoadmapAbbreviation* named = roadmap_.abbreviation(id);
        if (named == nullptr) continue;
        // `regions` replaces only executors whose name stands for many regions; a ministry beside them stays.
        const bool many = named->organisations.size() > 1 && !measure.regions.empty();
        for (const std::string& organisation : many ? measure.regions : named->organisations) {
          add(measure, *named, organisation);
        }
      }
    }
    return std::move(out_);
  }

 private:
  void add(const Measure& measure, const RoadmapAbbreviation& named, const std::string& organisation) {
    Execution one;
    one.measure = &measure;
    one.named = &named;
    one.organisation = organisation;
    one.by_agreement =
        std::find(measure.by_agreement.begin(), measure.by_agreement.end(), named.id) != measure.by_agreement.end();
    // As many successors as there were reorganisations; a cycle ends the chain.
    std::set<std::string> passed;
    while (passed.insert(one.organisation).second) {
      const Successor* next = successor_of(roadmap_, one.organisation);
      if (next != nullptr) one.until = next->from.plus_days(-1);
      if (seen_.insert(one.organisation).second) out_.push_back(one);
      if (next == nullptr) break;
      one.organisation = next->successor;
      one.inherited = next;
      one.since = next->from;
      one.until.reset();
    }
  }

  const Roadmap& roadmap_;
  std::set<std::string> seen_;
  std::vector<Execution> out_;
};

}  // namespace

const RoadmapAbbreviation* Roadmap::abbreviation(std::string_view wanted) const {
  const auto at =
      std::find_if(abbreviations.begin(), abbreviations.end(), [&](const auto& a) { return a.id == wanted; });
  return at == abbreviations.end() ? nullptr : &*at;
}

std::vector<Execution> executions(const Roadmap& roadmap) { return Lister(roadmap).run(); }

}  // namespace esep::form
