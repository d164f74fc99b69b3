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

/// An executor as the roadmap prints it, and the bodies that it stands for.
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

/// The objects that a measure builds, and what counts as built: an act of acceptance or only a design (RM-8).
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
  std::vector<std::string> by_agreement;  // the executors that answer by agreement
  std::vector<std::string> regions;       // bodies, if the measure names them; they replace the local executors
  std::string document;                   // kind of document that completes the measure
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

/// A reorganised executor: from `from` on the successor reports, and papers name both.
struct Successor {
  std::string organisation;
  std::string successor;
  calendar::Date from;
  LocalText act;
};

/// The reports of a roadmap's executors: form, law, coordinator and addressee.
struct RoadmapReports {
  std::string form;
  LocalText law;            // the paragraph by which executors report; default: the roadmap's law
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

/// One body's part in one measure, and its time.
struct Execution {
  const Measure* measure = nullptr;
  const RoadmapAbbreviation* named = nullptr;  // the roadmap's name for it
  std::string organisation;
  const Successor* inherited = nullptr;  // nullptr: named by the roadmap itself
  std::optional<calendar::Date> since;
  std::optional<calendar::Date> until;
  bool by_agreement = false;
};

/// Every body with every measure for which it answers, in the printed order of measures and executors. A body that a
/// measure names twice is listed once.
[[nodiscard]] std::vector<Execution> executions(const Roadmap& roadmap);

/// Every mistake is a diagnostic: wrong references are ROADMAP-…, others are as in every file.
[[nodiscard]] Roadmap read_roadmap(const datafile::LibraryFile& file, Diagnostics& diagnostics);

}  // namespace esep::form
