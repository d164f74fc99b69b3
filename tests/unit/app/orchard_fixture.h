// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"
#include "app/receive/submit.h"
#include "app/registers/import_register.h"
#include "app/upkeep/init_workspace.h"
#include "base/text.h"
#include "temporary_folder.h"

/// A workspace whose overlay brings a register of orchards, a form on them in two stages whose rows the register gives,
/// a form that the register sums up by itself, and proposals about orchards with their discussion.
namespace orchard_fixture {

using namespace esep;

inline const std::string kOrchards = R"toml(register = "orchards"
title = { kk = "Бақтар", ru = "Сады" }
provenance = "own"
column = [
  { id = "code", title = { kk = "Коды", ru = "Код" }, role = "key", required = true },
  { id = "owner", title = { kk = "Иесі", ru = "Владелец" }, role = "organisation", required = true },
  { id = "name_kk", title = { kk = "Атауы (қаз.)", ru = "Название (каз.)" }, role = "title", lang = "kk", required = true },
  { id = "name_ru", title = { kk = "Атауы (ор.)", ru = "Название (рус.)" }, role = "title", lang = "ru", required = true },
  { id = "trees", title = { kk = "Ағаштар", ru = "Деревьев" }, type = "integer" },
  { id = "area", title = { kk = "Ауданы", ru = "Площадь" }, type = "decimal", scale = 2 },
]
)toml";

inline const std::string kHarvest = R"toml(form = "harvest"
edition = "2026-01"
period = "month"
stages = ["draft", "final"]
previous = "stage"
provenance = "own"
title = { kk = "Өнім", ru = "Урожай" }
law = { kk = "1-бұйрық", ru = "Приказ 1" }
in_force = { from = 2026-01-01 }
rows = { key = ["orchard"], source = "SELECT code AS orchard, iif(:lang = 'ru', name_ru, name_kk) AS name, area AS area FROM orchards WHERE owner = :organisation ORDER BY code" }
field = [
  { id = "body", title = { kk = "Ұйым", ru = "Организация" }, source = "organisation" },
  { id = "trees", title = { kk = "Барлық ағаш", ru = "Всего деревьев" }, type = "integer", source = "query", query = "SELECT sum(trees) FROM orchards WHERE owner = :organisation" },
]
column = [
  { id = "orchard", number = "1", title = { kk = "Бақ", ru = "Сад" }, required = true, prefilled = true },
  { id = "name", number = "2", title = { kk = "Атауы", ru = "Название" }, prefilled = true },
  { id = "area", number = "3", title = { kk = "Ауданы", ru = "Площадь" }, type = "decimal", scale = 2, prefilled = true },
  { id = "tons", number = "4", title = { kk = "Тонна", ru = "Тонн" }, type = "decimal", scale = 3 },
]
rule = [
  { code = "H-LESS", check = "row.tons >= (SELECT p.tons FROM previous AS p WHERE p.orchard = row.orchard)", column = "tons", message = { kk = "Азайды", ru = "Стало меньше" } },
]
[[obligation]]
id = "harvest-draft"
stage = "draft"
title = { kk = "Өнім, жоба", ru = "Урожай, проект" }
organisations = ["KZ-10", "KZ-11"]
period = "month"
due = { day = 5, months_after = 1 }
law = { kk = "1-тармақ", ru = "пункт 1" }
[[obligation]]
id = "harvest-final"
stage = "final"
title = { kk = "Өнім, түпкілікті", ru = "Урожай, окончательный" }
organisations = ["KZ-10", "KZ-11"]
period = "month"
due = { day = 20, months_after = 1 }
law = { kk = "1-тармақ", ru = "пункт 1" }
)toml";

/// Formed by the register: the month's final tons by orchard.
inline const std::string kTotal = R"toml(form = "harvest-total"
edition = "2026-01"
period = "month"
formed = true
provenance = "own"
title = { kk = "Жиынтық өнім", ru = "Сводный урожай" }
law = { kk = "1-бұйрық", ru = "Приказ 1" }
in_force = { from = 2026-01-01 }
rows = { source = "SELECT orchard AS orchard, iif(:lang = 'ru', 'тонн', 'тонна') AS unit, tons AS tons FROM harvest WHERE _period = :period AND _stage = 'final' ORDER BY orchard" }
field = [ { id = "made_on", title = { kk = "Күні", ru = "Дата" }, type = "date", source = "received" } ]
column = [
  { id = "orchard", number = "1", title = { kk = "Бақ", ru = "Сад" } },
  { id = "unit", number = "2", title = { kk = "Өлшемі", ru = "Единица" }, required_if = "row.tons > 0" },
  { id = "tons", number = "3", title = { kk = "Тонна", ru = "Тонн" }, type = "decimal", scale = 3 },
]
rule = [
  { code = "T-TOO-MUCH", check = "row.tons < dec(1000)", column = "tons", message = { kk = "{orchard}: тым көп", ru = "{orchard}: слишком много" } },
  { code = "T-LATER", check = "row.tons < dec(500)", column = "tons", enforce_from = 2027-01-01, message = { kk = "{orchard}: көп", ru = "{orchard}: много" } },
]
[[obligation]]
id = "harvest-total"
title = { kk = "Жиынтық", ru = "Сводный" }
organisations = ["KZ-10"]
period = "month"
due = { day = 25, months_after = 1 }
law = { kk = "2-тармақ", ru = "пункт 2" }
)toml";

inline const std::string kIdeas = R"toml(register = "ideas"
title = { kk = "Ұсыныстар", ru = "Предложения" }
provenance = "own"
decision = { due = { working_days_after_event = 2 }, law = { kk = "15-тармақ", ru = "пункт 15" } }
column = [
  { id = "code", title = { kk = "Нөмірі", ru = "Номер" }, role = "key", required = true },
  { id = "orchard", title = { kk = "Қай бақ", ru = "Какой сад" }, role = "subject", of = "orchards" },
  { id = "posted_on", title = { kk = "Күні", ru = "Дата" }, type = "date", role = "posted_on", required = true },
  { id = "decision", title = { kk = "Шешім", ru = "Решение" }, type = "choice", role = "decision", choices = [ { id = "accepted", title = { kk = "Иә", ru = "Да" } }, { id = "refused", title = { kk = "Жоқ", ru = "Нет" } } ] },
  { id = "decision_reason", title = { kk = "Негіз", ru = "Основание" }, role = "decision_reason" },
  { id = "decided_on", title = { kk = "Шешілген күн", ru = "День решения" }, type = "date", role = "decided_on" },
  { id = "answer", title = { kk = "Жауап", ru = "Ответ" }, type = "choice", role = "answer", choices = [ { id = "accepted", title = { kk = "Иә", ru = "Да" } }, { id = "refused", title = { kk = "Жоқ", ru = "Нет" } } ] },
  { id = "answer_reason", title = { kk = "Жауап негізі", ru = "Основание ответа" }, role = "answer_reason" },
  { id = "answered_on", title = { kk = "Жауап күні", ru = "День ответа" }, type = "date", role = "answered_on" },
]
)toml";

/// Formed when the discussion of an orchard is over.
inline const std::string kTalk = R"toml(form = "talk"
edition = "2026-01"
subject = "orchards"
formed = true
provenance = "own"
title = { kk = "Талқылау", ru = "Обсуждение" }
law = { kk = "1-бұйрық", ru = "Приказ 1" }
in_force = { from = 2026-01-01 }
rows = { source = "SELECT code AS idea, answer AS answer FROM ideas WHERE orchard = :subject AND decision = 'accepted' ORDER BY code" }
column = [
  { id = "idea", number = "1", title = { kk = "Ұсыныс", ru = "Предложение" } },
  { id = "answer", number = "2", title = { kk = "Жауап", ru = "Ответ" } },
]
[[obligation]]
id = "talk"
title = { kk = "Талқылау", ru = "Обсуждение" }
subject_register = "orchards"
event = "opened"
due = { at_least_working_days = 10 }
law = { kk = "9-тармақ", ru = "пункт 9" }
)toml";

class Orchards {
 public:
  Orchards() {
    write("data/registers/orchards.toml", kOrchards);
    write("data/registers/ideas.toml", kIdeas);
    write("forms/harvest.2026-01.toml", kHarvest);
    write("forms/harvest-total.2026-01.toml", kTotal);
    write("forms/talk.2026-01.toml", kTalk);
    app::init_workspace(folder_ / "ws", datafile::Library(), actor("2026-10-01"));
    import("orchards",
           "code;owner;name_kk;name_ru;trees;area\nB-1;KZ-10;Алма;Яблоки;10;1,50\nB-2;KZ-10;Алмұрт;Груши;5;2,25\nB-3;"
           "KZ-11;Өрік;Абрикос;7;3\n");
  }

  [[nodiscard]] static registry::Actor actor(const std::string& at) {
    return {"tester", *calendar::LocalTime::parse(at)};
  }
  /// A file of October 2026, received on 3 November. The harvest is handed in by stages.
  [[nodiscard]] static app::Incoming incoming(const std::string& form, const std::string& organisation,
                                              const std::string& stage = "") {
    app::Incoming out;
    out.form = form;
    out.organisation = organisation;
    out.stage = stage;
    out.period = "2026-10";
    out.received = *calendar::LocalTime::parse("2026-11-03T10:00");
    return out;
  }
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / "ws" / name; }
  void write(const std::string& name, const std::string& text) const {
    folder_.write("ws/" + name, text);
    data_.reset();
  }
  /// An engine of its own; the data files are read once for all of them, and anew after `write`.
  [[nodiscard]] app::Engine engine() const {
    if (!data_) data_ = std::make_shared<app::EngineData>(datafile::Library(), folder_ / "ws");
    return app::Engine(data_, folder_ / "ws");
  }

  void import(const std::string& id, const std::string& csv) const {
    folder_.write("rows.csv", csv);
    app::Engine engine = this->engine();
    const auto result = app::import_register(engine, id, folder_ / "rows.csv", actor("2026-10-30"));
    if (!result.done) throw std::runtime_error(result.findings.at(0).message.key);
  }

  /// Codes of the findings, joined; the submission's number in front when it was accepted.
  [[nodiscard]] std::string submit(const std::string& organisation, const std::string& stage, const std::string& rows,
                                   const std::string& at = "2026-11-03T10:00",
                                   const std::string& period = "2026-10") const {
    folder_.write("report.csv", "orchard;name;area;tons\n" + rows);
    app::Engine engine = this->engine();
    app::Incoming file = incoming("harvest", organisation, stage);
    file.period = period;
    file.received = actor(at).at;
    const auto results =
        app::submit_files(engine, {(folder_ / "report.csv").string()}, file, actor(at), [](const auto&) {});
    std::vector<std::string> out;
    if (results.at(0).accepted()) out.push_back(results.at(0).submitted->submission.number);
    for (const auto& f : results.at(0).findings) out.push_back(f.code);
    return join(out, " ");
  }

  void event(const std::string& subject, const std::string& organisation, const std::string& date) const {
    app::Engine engine = this->engine();
    engine.registry().add_event(
        {"opened", {"", "", organisation, subject, "", 1}, *calendar::Date::parse_iso(date), "№ 1"}, actor(date));
  }

 private:
  Folder folder_;
  mutable std::shared_ptr<app::EngineData> data_;
};

/// What the rows say, cells by `|`, rows by a space.
inline std::string shown(const std::vector<std::vector<form::Value>>& rows) {
  std::vector<std::string> out;
  for (const auto& row : rows) {
    std::vector<std::string> cells;
    for (const auto& value : row) cells.push_back(form::canonical_text(value));
    out.push_back(join(cells, "|"));
  }
  return join(out, " ");
}

}  // namespace orchard_fixture
