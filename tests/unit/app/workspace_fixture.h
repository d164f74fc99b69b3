// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"
#include "app/receive/submit.h"
#include "app/upkeep/init_workspace.h"
#include "temporary_folder.h"

/// A workspace whose overlay brings a small monthly form of its own, `apples`, which one organisation owes.
namespace workspace_fixture {

inline const std::string kForm = R"(form = "apples"
edition = "2026-01"
period = "month"
provenance = "own"
title = { kk = "Алмалар туралы есеп", ru = "Отчет о яблоках", en = "Apples" }
law = { kk = "1-бұйрық", ru = "Приказ 1", en = "Order 1" }
in_force = { from = 2026-01-01 }
[[field]]
id = "body"
title = { kk = "Ұйым", ru = "Организация", en = "Body" }
source = "organisation"
[[column]]
id = "sort"
number = "1"
title = { kk = "Сорты", ru = "Сорт", en = "Sort" }
[[column]]
id = "price"
number = "2"
title = { kk = "Бағасы", ru = "Цена", en = "Price" }
type = "money"
[[obligation]]
id = "apples-monthly"
title = { kk = "Алма есебі", ru = "Отчет о яблоках", en = "Report on apples" }
organisations = ["KZ-10"]
period = "month"
due = { day = 5, months_after = 1 }
law = { kk = "1-тармақ", ru = "пункт 1", en = "paragraph 1" }
)";
inline constexpr const char* kFormPath = "forms/apples.2026-01.toml";
inline constexpr const char* kWordingPath = "forms/apples.2026-01.wording.toml";

inline constexpr const char* kOrganisation = "KZ-10";  // of data/organisations.csv
inline const esep::registry::Actor kActor{"tester", *esep::calendar::LocalTime::parse("2026-11-03T10:00")};

class Workspace {
 public:
  Workspace() {
    write(kFormPath, kForm);
    esep::app::init_workspace(path(), esep::datafile::Library(), kActor);
  }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "ws"; }
  void write(const std::string& name, const std::string& text) const {
    folder_.write("ws/" + name, text);
    data_.reset();
  }
  /// An engine of its own; the data files are read once for all of them, and anew after `write`.
  [[nodiscard]] esep::app::Engine engine() const {
    if (!data_) data_ = std::make_shared<esep::app::EngineData>(esep::datafile::Library(), path());
    return esep::app::Engine(data_, path());
  }

  /// Hands a table in for October 2026.
  [[nodiscard]] esep::report::Submission submit(const std::string& csv) const {
    folder_.write("report.csv", csv);
    auto engine = this->engine();
    esep::app::Incoming incoming;
    incoming.form = "apples";
    incoming.organisation = kOrganisation;
    incoming.period = "2026-10";
    incoming.received = kActor.at;
    const auto results =
        esep::app::submit_files(engine, {(folder_ / "report.csv").string()}, incoming, kActor, [](const auto&) {});
    if (!results.at(0).submitted) throw std::runtime_error(results.at(0).findings.at(0).message.key);
    return results.at(0).submitted->submission;
  }
  [[nodiscard]] const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
  mutable std::shared_ptr<esep::app::EngineData> data_;
};

}  // namespace workspace_fixture
