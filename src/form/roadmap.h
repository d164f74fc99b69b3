// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "datafile/library.h"
#include "form/form_definition.h"

/// A roadmap as data: data/roadmaps/<roadmap>.toml (RM-4 … RM-10). docs/roadmaps.md describes every key.
namespace esep::form {

/// An executor as the roadmap prints it and the bodies that it means.
struct RoadmapAbbreviation {
  std::string id;
  std::string printed;  // «ОМ»
  LocalText text;       // in full
  std::vector<std::string> organisations;
};

struct RoadmapSection {
  std::string number;
  LocalText title;
};

/// A kind of object that measures build: «сауықтыру және демалыс орталықтары».
struct RoadmapObjectKind {
  std::string id;
  LocalText title;
};

/// What a measure builds, and what counts as built: an act of acceptance or only a design (RM-8).
struct RoadmapObjects {
  std::string kind;
  int count = 0;
  int public_private = 0;
  std::string completed_by;  // "commissioned", "designed"
};

struct Measure {
  std::string number;
  std::string section;
  LocalText title;
  LocalText completion;  // form of completion, as printed
  LocalText term;        // as printed
  LocalText executors_text;
  calendar::Date starts;
  std::vector<calendar::Date> due;        // last day of the term; several for a recurring measure
  std::vector<std::string> executors;     // ids of abbreviations
  std::vector<std::string> by_agreement;  // those of them that answer by agreement
  std::vector<std::string> regions;       // bodies, where the measure names them; stands for every local executor
  std::string document;                   // kind of document that completes it
  std::optional<RoadmapObjects> objects;
  LocalText note;  // ours
};

struct Indicator {
  std::string id;
  LocalText title;
  std::string unit;
  struct Target {
    int year = 0;
    Decimal value;
  };
  Target baseline;
  std::vector<Target> targets;
};

/// An executor reorganised since: from `from` on the successor reports and papers name both.
struct Successor {
  std::string organisation;
  std::string successor;
  calendar::Date from;
  LocalText act;
};

/// The reports of a roadmap's executors: on what form, by which law, who gets them, to whom they are addressed.
struct RoadmapReports {
  std::string form;
  LocalText law;            // by which paragraph executors report; as the roadmap's where the file does not say
  std::string coordinator;  // organisation
  LocalText addressee;
};

struct Roadmap {
  std::string id;
  std::string file;
  LocalText title;
  LocalText law;
  calendar::Date from;
  calendar::Date to;
  RoadmapReports reports;
  std::vector<LocalText> notes;
  std::vector<RoadmapAbbreviation> abbreviations;
  std::vector<RoadmapSection> sections;
  std::vector<RoadmapObjectKind> object_kinds;
  std::vector<Measure> measures;
  std::vector<Indicator> indicators;
  std::vector<Successor> successors;

  [[nodiscard]] const RoadmapAbbreviation* abbreviation(std::string_view id) const;
};

/// One body's share in one measure, for as long as it holds.
struct Execution {
  const Measure* measure = nullptr;
  const RoadmapAbbreviation* named = nullptr;  // as what the roadmap names it
  std::string organisation;
  const Successor* inherited = nullptr;  // nullptr: named by the roadmap itself
  std::optional<calendar::Date> since;
  std::optional<calendar::Date> until;
  bool by_agreement = false;
};

/// Every body with every measure it answers for, in the order of the measures and of the executors as printed. A body
/// that is named twice in a measure stands once.
[[nodiscard]] std::vector<Execution> executions(const Roadmap& roadmap);

/// Everything wrong is a diagnostic: references that lead nowhere are ROADMAP-…, the rest as in every file.
[[nodiscard]] Roadmap read_roadmap(const datafile::LibraryFile& file, Diagnostics& diagnostics);

}  // namespace esep::form
