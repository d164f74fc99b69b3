// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/orchard_fixture.h"
#include "app/receive/check_files.h"
#include "report/read/memory_grid.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

const std::string kVisitForm = R"toml(form = "visit"
edition = "2026-01"
period = "month"
subject = "orchards"
provenance = "own"
title = { kk = "Бару", ru = "Посещение" }
law = { kk = "1-бұйрық", ru = "Приказ 1" }
in_force = { from = 2026-01-01 }
field = [
  { id = "body", title = { kk = "Ұйым", ru = "Организация" }, source = "organisation" },
  { id = "of", title = { kk = "Бақ", ru = "Сад" }, source = "subject" },
  { id = "month", title = { kk = "Ай", ru = "Месяц" }, source = "period" },
  { id = "begins", title = { kk = "Басы", ru = "Начало" }, source = "period_start", type = "date" },
]
column = [
  { id = "note", number = "1", title = { kk = "Ескерту", ru = "Заметка" } },
  { id = "more", number = "2", title = { kk = "Тағы", ru = "Ещё" } },
]
[[obligation]]
id = "visit"
title = { kk = "Бару", ru = "Посещение" }
subject_register = "orchards"
period = "month"
due = { day = 5, months_after = 1 }
law = { kk = "3-тармақ", ru = "пункт 3" }
)toml";

// The findings about a CSV file of October 2026, of KZ-10 on B-1, with these lines above the table.
std::string findings(const std::string& heading) {
  const Orchards orchards;
  orchards.write("forms/visit.2026-01.toml", kVisitForm);
  app::Engine engine = orchards.engine();
  orchards.write("report.csv", heading + "\n1;2\nа;б\n");
  app::Incoming incoming = Orchards::incoming("visit", "KZ-10");
  incoming.subject = "B-1";
  app::Checker checker(engine, incoming);
  std::string out;
  const std::vector<std::string> files{orchards.path("report.csv").string()};
  app::check_files(checker, files, [&](app::CheckedFile& file) {
    for (const auto& finding : file.findings) out += finding.code + "@" + std::to_string(finding.row) + " ";
  });
  return out;
}

}  // namespace

TEST_CASE("what stands above the table in lines of other labels is compared, too", "[app]") {
  const auto [heading, wanted] = GENERATE(Catch::Generators::table<std::string, std::string>({
      {"Есепті кезең;2026 жылғы қазан", ""},
      {"Период;за октябрь 2026 г.", ""},
      {"Отчётный месяц;октябрь", ""},
      {"Отчётный месяц: 10.2026", ""},
      {"Есепті кезең;2026 ж. 10-айы", ""},
      {"Есепті кезең;202610", ""},
      {"Отчёт за октябрь 2026 года", ""},
      {"Отчёт за 2026 год", ""},
      {"Период;ноябрь 2026 года", "PERIOD-SHOWN@1 "},
      {"Отчётный месяц;ноябрь", "PERIOD-SHOWN@1 "},
      {"Отчётный месяц;01.11.2026", "PERIOD-SHOWN@1 "},
      {"Отчёт за ноябрь 2026 года", "PERIOD-SHOWN@1 "},
      {"2026 жылғы қарашадағы есеп", "PERIOD-SHOWN@1 "},
      {"Отчёт за I квартал 2026 года", "PERIOD-SHOWN@1 "},
      {"Информация в 2025 году", "HEADING-DOUBTFUL@1 "},
      {"Утверждено в ноябре 2026 года", "HEADING-DOUBTFUL@1 "},
      {"Приказ от 22 мая 2025 года № 241", ""},
      {"Месяц отчёта;11", "PERIOD-SHOWN@1 "},
      {"Месяц отчёта;10", ""},
      {"Отчётный месяц;октябрь\nГод отчётного периода;2026", ""},
      {"ноябрь", "HEADING-DOUBTFUL@1 "},
      {"Дата;ноябрь 2026", "HEADING-DOUBTFUL@1 "},
      {"План на 2027 год прилагается", "HEADING-DOUBTFUL@1 "},
      {"Отчёт за сентябрь – ноябрь 2026 года", "HEADING-DOUBTFUL@1 "},
      {"Отчёт за январь – ноябрь 2026 года", "PERIOD-SHOWN@1 "},
      {"сентябрь-октябрь 2026", "HEADING-DOUBTFUL@1 "},
      {"Отчёт за январь – октябрь 2026 года", ""},
      {"Ай;2026 жылғы қазан\n2026 жылғы қыркүйек – қазан", "HEADING-DOUBTFUL@2 "},
      {"Отчётный месяц;сентябрь – октябрь 2026", "PERIOD-SHOWN@1 "},
      {"по состоянию на 1 октября", "HEADING-DOUBTFUL@1 "},
      {"Ай;2026 жылғы қазан\n1 қазандағы жағдай бойынша", "HEADING-DOUBTFUL@2 "},
      {"по состоянию на 15.10.2026", ""},
      {"по состоянию на 1 декабря 2026 года", ""},
      {"по состоянию на 1 ноября", ""},
      {"на 05.11.2026", ""},
      {"Приказ в редакции на 1 октября 2026 года", ""},
      {"Ай;октябрь 2026 (проект)", "HEADING-DRAFT@1 "},
      {"Ай;октябрь 2026 (уточнённый)", "HEADING-DOUBTFUL@1 "},
      {"Отчётный месяц;октябрь 2026 (проект)", "HEADING-DRAFT@1 "},
      {"Кто;Ақмола обл.", "HEADING-DOUBTFUL@1 "},
      {"Информация в 2025 году\nПериод;ноябрь 2026 года", "PERIOD-SHOWN@2 "},
      {"Отчёт за октябрь 2026 года\nПериод;ноябрь 2026 года", "PERIOD-SHOWN@2 "},
      {"Период;ноябрь 2026 года\nОтчёт за декабрь 2026 года", "PERIOD-SHOWN@1 "},
      {"Дата составления;ноябрь 2026\nАй;2026 жылғы қазан", ""},
      {"Отчёт за октябрь", ""},
      {"Отчёт за ноябрь", "PERIOD-SHOWN@1 "},
      {"за сентябрь", "PERIOD-SHOWN@1 "},
      {"за сентябрь т.г.", "PERIOD-SHOWN@1 "},
      {"за III квартал", "PERIOD-SHOWN@1 "},
      {"за IV квартал", ""},
      {"за 9 месяц", "PERIOD-SHOWN@1 "},
      {"за 10 месяц", ""},
      {"за 10 месяц 2026 года", ""},
      {"за первую половину года", "PERIOD-SHOWN@1 "},
      {"жылдың бірінші жартысы үшін", "PERIOD-SHOWN@1 "},
      {"во второй половине дня", ""},
      {"Тоқсандық есеп", "HEADING-DOUBTFUL@1 "},
      {"Квартальный отчёт", "HEADING-DOUBTFUL@1 "},
      {"Годовой отчёт", "HEADING-DOUBTFUL@1 "},
      {"Месячный отчёт", ""},
      {"қыркүйек айының есебі", "PERIOD-SHOWN@1 "},
      {"Қыркүйек айындағы бару", "HEADING-DOUBTFUL@1 "},
      {"Утверждено 5 ноября", ""},
      {"Ұйым;KZ-10\nОтчёт за сентябрь", "PERIOD-SHOWN@2 "},
      {"Ұйым;KZ-10\nАкимат Акмолинской области", "HEADING-DOUBTFUL@2 "},
      {"Ұйым;KZ-10\nАкимат города Алматы", "HEADING-DOUBTFUL@2 "},
      {"Ұйым;KZ-10\nОтчёт акимата города Алматы", "ORGANISATION-SHOWN@2 "},
      {"Ұйым;KZ-10\nАлматы қаласының әкімдігінің есебі", "ORGANISATION-SHOWN@2 "},
      {"Отчёт акимата области Абай об объектах акимата города Алматы\nҰйым;KZ-10", "HEADING-DOUBTFUL@1 "},
      {"Ұйым;KZ-10\nИсполнитель: акимат города Алматы", "HEADING-DOUBTFUL@2 "},
      {"Согласовано: акимат города Алматы\nҰйым;KZ-10", ""},
      {"Ұйым;KZ-10\nПосещение – Алматы қаласы, отчёт", "HEADING-DOUBTFUL@2 "},
      {"Алматы қаласы\nҰйым;KZ-10", ""},
      {"Ұйым;KZ-10\nАқмола облысы", "HEADING-DOUBTFUL@2 "},
      {"Орган;Акимат области Абай", ""},
      {"Государственный орган;Акимат Акмолинской области", "ORGANISATION-SHOWN@1 "},
      {"Акимат Акмолинской области", "ORGANISATION-SHOWN@1 "},
      {"Отчёт акимата Акмолинской области о садах", "ORGANISATION-SHOWN@1 "},
      {"Кому;Акимат Акмолинской области", ""},
      {"Акимату Акмолинской области", ""},
      {"Орган;Министерство садов и огородов", "HEADING-DOUBTFUL@1 "},
      {"Государственный орган;Орган садов и огородов", "HEADING-DOUBTFUL@1 "},
  }));
  INFO(heading);
  CHECK(findings(heading) == wanted);
}

TEST_CASE("what the heading shows is compared with what the file is", "[app]") {
  const auto [heading, wanted] = GENERATE(Catch::Generators::table<std::string, std::string>({
      {"Ұйым;Абай облысының әкімдігі", ""},
      {"Организация;Акимат области Абай", ""},
      {"Организация;«АКИМАТ  ОБЛАСТИ АБАЙ»", ""},
      {"Организация;Акимат обласи Абай", ""},
      {"Ұйым;KZ-10", ""},
      {"Ұйым;Абай облысы", ""},
      {"Ұйым;Ақмола облысының әкімдігі", "ORGANISATION-SHOWN@1 "},
      {"Организация;Акимат Акмолинской области", "ORGANISATION-SHOWN@1 "},
      {"Ұйым;KZ-11", "ORGANISATION-SHOWN@1 "},
      {"Ұйым;Көкжиек ЖШС", "ORGANISATION-SHOWN@1 "},
      {"Ай;2026 жылғы қазан", ""},
      {"Месяц;за октябрь 2026 г.", ""},
      {"Ай;10.2026", ""},
      {"Ай;15.10.2026", ""},
      {"Ай;2026 жылғы қараша", "PERIOD-SHOWN@1 "},
      {"Месяц;октябрь 2025 года", "PERIOD-SHOWN@1 "},
      {"Ай;2026", "PERIOD-SHOWN@1 "},
      {"Ай;кеше", "PERIOD-SHOWN@1 "},
      {"Басы;01.10.2026", ""},
      {"Басы;01.11.2026", "PERIOD-SHOWN@1 "},
      {"Бақ;B-1", ""},
      {"Бақ;B-2", "SUBJECT-SHOWN@1 "},
      {"Бақ;", "HEADING-BLANK@1 "},
      {"Ай;—", "HEADING-BLANK@1 "},
      {"Ұйым;–", "HEADING-BLANK@1 "},
      {"Ұйым;Абай облысы әкімдігі", ""},
      {"Организация;Абайская область", ""},
      {"Организация;Акимат Абайской области, г. Семей, ул. Козбагарова, 40", ""},
      {"Ұйым;ММ «Абай облысының әкімдігі», Семей қ.", ""},
      {"Организация;Акимат города Астаны, область Абай", "ORGANISATION-SHOWN@1 "},
      {"Организация;Министерство транспорта РК", "ORGANISATION-SHOWN@1 "},
      {"Ай;окт. 2026", ""},
      {"Месяц;октябрь", ""},
      {"Месяц;01.10.2026–31.10.2026", ""},
      {"Месяц;за 10 месяцев 2026", "PERIOD-SHOWN@1 "},
      {"Месяц;ноябрь", "PERIOD-SHOWN@1 "},
      {"Ұйым;Абай", ""},
      {"Организация;Акимат области Абай РК", ""},
      {"Организация;Аппарат акимата области Абай", ""},
      {"Организация;Акимат области Абай и города Семей", "ORGANISATION-SHOWN@1 "},
      {"Организация;Акимат области Абай (второй этап)", "ORGANISATION-SHOWN@1 "},
      {"Организация;Акимат области Абай II", "ORGANISATION-SHOWN@1 "},
      {"Организация;Акиматобласти Абай", ""},
      {"Бақ;B-1, 2-кезең", "SUBJECT-SHOWN@1 "},
      {"Ұйым;Абай облысы әкімдігі, 2026 жылғы қараша", "PERIOD-SHOWN@1 "},
      {"Организация;Акимат области Абай (за сентябрь)", "PERIOD-SHOWN@1 "},
      {"Организация;Акимат области Абай – октябрь 2026 года", ""},
      {"Организация;Акимат области Абай, исп. Асанов А., тел. 12-34-56", ""},
      {"Организация;Акимат области Абай, Акимат Акмолинской области", "ORGANISATION-SHOWN@1 "},
      {"Организация;Акимат области Абай, B-2", "SUBJECT-SHOWN@1 "},
      {"Ай;2026 жылғы қазан, Ақмола облысының әкімдігі", "ORGANISATION-SHOWN@1 "},
      {"Месяц;октябрь 2026 года, Акимат области Абай", ""},
      {"Месяц;октябрь 2026 года (B-2)", "SUBJECT-SHOWN@1 "},
      {"Бақ;B-1, қараша 2026", "SUBJECT-SHOWN@1 "},
  }));
  INFO(heading);
  CHECK(findings(heading) == wanted);
}

namespace {

// «CODE sentence» of each finding about a sheet of that name, whose heading names the report.
std::string named(const std::string& sheet) {
  const Orchards orchards;
  orchards.write("forms/visit.2026-01.toml", kVisitForm);
  app::Engine engine = orchards.engine();
  app::Incoming incoming = Orchards::incoming("visit", "KZ-10");
  incoming.subject = "B-1";
  app::OpenedFile file;
  file.file = "report.xlsx";
  file.grid = std::make_unique<report::MemoryGrid>(
      sheet, std::vector<std::vector<std::string>>{
                 {"Ұйым", "KZ-10"}, {"Ай", "2026 жылғы қазан"}, {"Бақ", "B-1"}, {"1", "2"}, {"а", "б"}});
  std::string out;
  for (const auto& one : app::Checker(engine, incoming).check(std::move(file)).findings)
    out += one.code + " " + engine.messages().render(one.message, Lang::ru) + " ";
  return out;
}

}  // namespace

TEST_CASE("what the sheet's name says is told as the sheet's name", "[app]") {
  const auto asked = [](const std::string& sheet, const std::string& wanted) {
    return "Лист назван «" + sheet + "», а файл проверяется как другой отчёт: " + wanted +
           ". Сам файл не называет, какой это отчёт. Выберите нужный файл или переименуйте лист. ";
  };
  const auto doubted = [](const std::string& sheet, const std::string& wanted) {
    return "HEADING-DOUBTFUL Лист назван «" + sheet + "», а файл считается отчётом: " + wanted +
           ". Если название говорит о самом отчёте – переименуйте лист или заполните бланк нужного отчёта; если о "
           "другом, ничего делать не нужно. ";
  };
  for (const char* name : {"Есеп", "Отчёт", "октябрь 2026", "Октябрь", "B-1", "KZ-10", "Лист1"}) {
    CAPTURE(name);
    CHECK(named(name).empty());
  }
  CHECK(named("ноябрь 2026") == "PERIOD-SHOWN " + asked("ноябрь 2026", "октябрь 2026 года"));
  CHECK(named("KZ-11") == "ORGANISATION-SHOWN " + asked("KZ-11", "Акимат области Абай"));
  CHECK(named("KZ–11") == "ORGANISATION-SHOWN " + asked("KZ–11", "Акимат области Абай"));
  CHECK(named("11.26") == "PERIOD-SHOWN " + asked("11.26", "октябрь 2026 года"));
  CHECK(named("09.2026") == "PERIOD-SHOWN " + asked("09.2026", "октябрь 2026 года"));
  for (const char* name : {"10.26", "KZ–10", "2026-10", "v1.2", "Лист-1"}) CHECK(named(name).empty());
  CHECK(named("ноябрь") == doubted("ноябрь", "октябрь 2026 года"));
  CHECK(named("Ақмола облысы") == doubted("Ақмола облысы", "Акимат области Абай"));
}

TEST_CASE("letters that look like digits in the line of the period are named, and read as people read them", "[app]") {
  CHECK(findings("Месяц;2026-10") == "");
  CHECK(findings("Месяц;2О26-10") == "PERIOD-LETTERS@1 ");
  CHECK(findings("Месяц;октябрь 2О26") == "PERIOD-LETTERS@1 ");
  CHECK(findings("Месяц;октябрь 2О25") == "PERIOD-LETTERS@1 PERIOD-SHOWN@1 ");
}
