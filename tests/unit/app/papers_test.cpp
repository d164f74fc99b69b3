// SPDX-License-Identifier: MIT
#include <regex>

#include <catch2/catch.hpp>

#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/orchard_fixture.h"
#include "app/paper/blank.h"
#include "app/paper/due_paper.h"
#include "app/paper/output.h"
#include "app/paper/receipt.h"
#include "app/paper/report_paper.h"
#include "app/query/due_list.h"
#include "app/workspace_fixture.h"
using namespace esep;
using app::Engine;
using orchard_fixture::Orchards;
using registry::PaperKind;
using report::OutputFormat;
using workspace_fixture::Workspace;

namespace {

const std::string kReport = "1;2\nАпорт;1 250,50\nГолден;900\n";

// As a page: everything that a reader sees is in it.
std::string html(const document::Document& document) {
  Engine engine{std::nullopt};
  return app::write_document(engine, document, OutputFormat::html).bytes;
}

struct Reported {
  Workspace workspace;
  report::Submission submission = workspace.submit(kReport);

  std::string paper(Lang lang = Lang::kk) const {
    auto engine = workspace.engine();
    return html(app::make_paper(engine, submission, lang));
  }
};

bool says(const std::string& paper, const std::string& text) { return paper.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a paper shows the rows of its report in the wording of the form", "[app]") {
  const Reported reported;
  REQUIRE(reported.submission.revision == 1);
  const std::string paper = reported.paper();
  for (const char* text : {"Алмалар туралы есеп", "Сорты", "Апорт", "1\u00A0250,50", "Голден"}) {
    CAPTURE(text);
    CHECK(says(paper, text));
  }
  CHECK(says(reported.paper(Lang::ru), "Отчет о яблоках"));
  CHECK_FALSE(says(reported.paper(Lang::ru), "Алмалар туралы есеп"));
  CHECK(reported.paper() == paper);
}

TEST_CASE("a paper keeps the wording that its report pinned, though the office corrects it afterwards", "[app]") {
  const Reported reported;
  reported.workspace.write(workspace_fixture::kWordingPath,
                           "title = { kk = \"Жаңа атау\", ru = \"Новое название\" }\n");
  CHECK(says(reported.paper(), "Алмалар туралы есеп"));
  CHECK_FALSE(says(reported.paper(), "Жаңа атау"));
  CHECK(says(reported.paper(Lang::ru), "Отчет о яблоках"));
}

TEST_CASE("a paper keeps an office's wording after the office changes or drops it", "[app]") {
  Workspace workspace;
  workspace.write(workspace_fixture::kWordingPath,
                  "title = { kk = \"Бірінші атау\", ru = \"Первое название\" }\n[column.price]\ntitle = { kk "
                  "= \"Құны\", ru = \"Стоимость\" }\n");
  const auto submission = workspace.submit(kReport);
  REQUIRE(submission.revision == 1);
  const auto paper = [&](Lang lang) {
    auto now = workspace.engine();
    return html(app::make_paper(now, submission, lang));
  };
  const std::string first = paper(Lang::kk);
  CHECK(says(first, "Бірінші атау"));
  CHECK(says(first, "Құны"));
  workspace.write(workspace_fixture::kWordingPath, "title = { kk = \"Екінші атау\", ru = \"Второе название\" }\n");
  CHECK(paper(Lang::kk) == first);
  CHECK(says(paper(Lang::ru), "Первое название"));
  std::filesystem::remove(workspace.path() / workspace_fixture::kWordingPath);
  CHECK(paper(Lang::kk) == first);
}

TEST_CASE("a paper keeps the form that its report pinned, though the overlay replaces the file", "[app]") {
  const Reported reported;
  const std::string first = reported.paper();
  std::string replaced = workspace_fixture::kForm;
  const std::string old = "Сорты\"";
  replaced.replace(replaced.find(old), old.size(), "Алманың түрі\"");
  reported.workspace.write(workspace_fixture::kFormPath, replaced);
  CHECK(reported.paper() == first);
  // The next report goes by the new text.
  const auto next = reported.workspace.submit("1;2\nАйдаред;700\n");
  CHECK(next.revision == 2);
  CHECK(next.contents.form_sha256 != reported.submission.contents.form_sha256);
  auto engine = reported.workspace.engine();
  CHECK(says(html(app::make_paper(engine, next, Lang::kk)), "Алманың түрі"));
}

TEST_CASE("the code of a paper is of its report, kind, language, revision and content", "[app]") {
  const Reported reported;
  const std::string content = sha256_hex("on time");
  const std::string code = app::paper_code(reported.submission, PaperKind::report, Lang::kk, content);
  CHECK(std::regex_match(code, std::regex("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}")));
  CHECK(app::paper_code(reported.submission, PaperKind::report, Lang::kk, content) == code);
  CHECK(app::paper_code(reported.submission, PaperKind::report, Lang::kk, sha256_hex("late")) != code);
  CHECK(app::paper_code(reported.submission, PaperKind::report, Lang::ru, content) != code);
  CHECK(app::paper_code(reported.submission, PaperKind::receipt, Lang::kk, content) != code);
  auto corrected = reported.submission;
  ++corrected.revision;
  CHECK(app::paper_code(corrected, PaperKind::report, Lang::kk, content) != code);
  auto other = reported.submission;
  other.contents.form_sha256[0] = other.contents.form_sha256[0] == 'a' ? 'b' : 'a';
  CHECK(app::paper_code(other, PaperKind::report, Lang::kk, content) != code);
  CHECK(reported.paper() == reported.paper());
}

TEST_CASE("what a paper says keeps its texts apart", "[app]") {
  CHECK(app::PaperContent().add("ab").add("c").sha256() != app::PaperContent().add("a").add("bc").sha256());
  CHECK(app::PaperContent().add({{"a", "b"}}).sha256() == app::PaperContent().add("a").add("b").sha256());
}

TEST_CASE("a code is understood however people type it", "[app]") {
  for (const char* typed : {"1A2B-3C4D-5E0F", "1a2b3c4d5e0f", " 1a2b 3c4d 5e0f ", "1A2B–3C4D—5E0F", "1А2В-3С4D-5Е0F",
                            "1а2в3с4d5еоf", "1A2B-3C4D-5EOF"}) {
    CHECK(app::typed_paper_code(typed) == "1A2B-3C4D-5E0F");
  }
  // What is no code stays what it is.
  for (const char* other : {"S-000001", "1A2B-3C4D-5E0", "1A2B-3C4D-5E0FF", "1A2G-3C4D-5E0F", "letter.pdf", ""})
    CHECK(app::typed_paper_code(other) == other);
}

TEST_CASE("deadlines as a paper: those with a day in their order, those without apart with the reason", "[app]") {
  const Orchards orchards;
  app::Engine engine = orchards.engine();
  report::DutyFilter filter;
  filter.from = calendar::Date::parse_iso("2026-11-01");
  filter.to = calendar::Date::parse_iso("2026-12-31");
  filter.with_undated = true;
  const auto duties = app::list_due(engine, filter);
  const auto paper = app::make_due(engine, duties, filter, *calendar::Date::parse_iso("2026-11-20"), Lang::ru);
  std::vector<const document::Table*> tables;
  for (const auto& block : paper.sections.front().blocks) {
    if (const auto* table = std::get_if<document::Table>(&block)) tables.push_back(table);
  }
  const auto undated = std::count_if(duties.begin(), duties.end(), [](const auto& one) { return !one.due.effective; });
  REQUIRE(undated > 0);
  REQUIRE(tables.size() == 3);
  CHECK(tables[0]->id == "due");
  CHECK(tables[1]->id == "undated");
  CHECK(tables[1]->columns.front().id == "reason");
  CHECK(tables[2]->id == "laws");
  CHECK_FALSE(paper.code.empty());
}

TEST_CASE("a receipt names number, hashes and the head of the chain", "[app]") {
  const Reported reported;
  auto engine = reported.workspace.engine();
  const auto receipt = app::make_receipt(engine, reported.submission, Lang::ru);
  const std::string said = html(receipt);
  for (const std::string& part :
       {reported.submission.number, reported.submission.receipt.sha256, reported.submission.contents.form_sha256,
        reported.submission.receipt.chain_head, std::string("report.csv"), std::string("03.11.2026 10:00")}) {
    CAPTURE(part);
    CHECK_FALSE(part.empty());
    CHECK(says(said, part));
  }
}

TEST_CASE("the receipt of a rejected report lists what is wrong, and its paper has no rows", "[app]") {
  const Workspace workspace;
  const auto rejected = workspace.submit("1;2\nАпорт;қымбат\n");
  REQUIRE(rejected.revision == 0);
  REQUIRE(rejected.state == report::State::rejected);
  auto now = workspace.engine();
  const std::string receipt = html(app::make_receipt(now, rejected, Lang::kk));
  CHECK(says(receipt, "қымбат"));
  CHECK_FALSE(says(html(app::make_paper(now, rejected, Lang::kk)), "Апорт"));
  const auto mended = workspace.submit(kReport);
  CHECK(app::make_receipt(now, rejected, Lang::kk).title != app::make_receipt(now, mended, Lang::kk).title);
}

TEST_CASE("a blank is asked for by what there is", "[app]") {
  const Workspace workspace;
  auto engine = workspace.engine();
  app::Queries queries(engine);
  app::BlankOptions options;
  options.key.form = "apples";
  options.key.organisation = workspace_fixture::kOrganisation;
  options.key.period = "2026-10";
  const auto blank = app::make_blank(queries, options);
  CHECK(says(html(blank), "Алмалар туралы есеп"));
  CHECK(blank.dated == *calendar::Date::parse_iso("2026-10-31"));
  const auto refused = [&](auto change) {
    auto wrong = options;
    change(wrong);
    return error_of([&] { (void)app::make_blank(queries, wrong); });
  };
  CHECK_THAT(refused([](auto& o) { o.key.form = "pears"; }), Catch::Contains("FORM-UNKNOWN"));
  CHECK_THAT(refused([](auto& o) { o.key.organisation = "nobody"; }), Catch::Contains("ORGANISATION-UNKNOWN"));
  CHECK_THAT(refused([](auto& o) { o.key.period = "2026-Q4"; }), Catch::Contains("PERIOD-KIND"));
  CHECK_THAT(refused([](auto& o) { o.prefill = app::Prefill::source_and_before; }),
             Catch::Contains("BLANK-NO-PREVIOUS"));
}

TEST_CASE("every output of a paper, and no other", "[app]") {
  const Reported reported;
  auto engine = reported.workspace.engine();
  const auto paper = app::make_paper(engine, reported.submission, Lang::kk);
  CHECK(app::write_document(engine, paper, OutputFormat::pdf).bytes.substr(0, 5) == "%PDF-");
  CHECK(app::write_document(engine, paper, OutputFormat::xlsx).bytes.substr(0, 2) == "PK");
  CHECK(says(app::write_document(engine, paper, OutputFormat::html).bytes, "Апорт"));
  CHECK(says(app::write_document(engine, paper, OutputFormat::csv).bytes, "Апорт;1250,50"));
  CHECK_THAT(error_of([&] { (void)app::require_format("odt"); }), Catch::Contains("FORMAT-UNKNOWN"));
  CHECK_THAT(error_of([&] { (void)app::write_document(engine, paper, OutputFormat::eml); }),
             Catch::Contains("FORMAT-UNKNOWN"));
}

TEST_CASE("a workspace's page template stands around its HTML, escaped and the same each time", "[app]") {
  const Reported reported;
  reported.workspace.write("templates/page.html", "<title>{{title}} / {{{title}}}</title>{{{body}}}<i>{{paper}}</i>");
  auto engine = reported.workspace.engine();
  auto paper = app::make_paper(engine, reported.submission, Lang::kk);
  paper.title = "<Апорт> & «Голден»";
  const std::string page = app::write_document(engine, paper, OutputFormat::html).bytes;
  CHECK(page.starts_with("<title>&lt;Апорт&gt; &amp; «Голден» / &lt;Апорт&gt; &amp; «Голден»</title><section>"));
  CHECK(page.ends_with("</section>\n<i>A4</i>"));
  CHECK(page.find("<!DOCTYPE") == std::string::npos);
  auto again = reported.workspace.engine();
  CHECK(app::write_document(again, paper, OutputFormat::html).bytes == page);
  CHECK(html(paper).starts_with("<!DOCTYPE html>"));  // another workspace keeps its own

  reported.workspace.write("templates/page.html", "{{#title}} never closed");
  auto broken = reported.workspace.engine();
  CHECK_THAT(error_of([&] { (void)app::write_document(broken, paper, OutputFormat::html).bytes; }),
             Catch::Contains("HTML-TEMPLATE"));
}

TEST_CASE("a receipt as CSV has its facts, and its findings behind them", "[app]") {
  const Reported reported;
  auto engine = reported.workspace.engine();
  const auto receipt = app::make_receipt(engine, reported.submission, Lang::ru);
  const std::string csv = app::write_document(engine, receipt, OutputFormat::csv).bytes;
  CHECK(csv.starts_with("\xEF\xBB\xBFРегистрационный номер;S-000001\r\n"));
  CHECK(says(csv, "\r\nSHA-256 файла;" + reported.submission.receipt.sha256 + "\r\n"));
  const auto whole = [&engine](const document::Document& paper) {
    std::string out;
    (void)app::write_document(engine, paper, OutputFormat::csv, text::CsvParts::whole,
                              [&out](std::string_view part) { out += part; });
    return out;
  };
  CHECK(whole(receipt) == csv);
  const auto paper = app::make_paper(engine, reported.submission, Lang::kk);
  CHECK(whole(paper).ends_with(app::write_document(engine, paper, OutputFormat::csv).bytes.substr(3)));
}

TEST_CASE("an organisation that is not in the register is called by its code", "[app]") {
  Engine engine{std::nullopt};
  CHECK(app::organisation_title(engine, "no-such-code").kk == "no-such-code");
  const std::string known = workspace_fixture::kOrganisation;
  CHECK(app::organisation_title(engine, known).kk != known);
}

TEST_CASE("the blank of an office's own form does not ascribe its words to the program", "[app]") {
  const Workspace workspace;
  auto engine = workspace.engine();
  app::Queries queries(engine);
  const auto blank = app::make_blank(queries, {{"apples", "", "KZ-10", "", "2026-10", 1}, Lang::ru});
  std::string paper;
  for (const auto& section : blank.sections) {
    for (const auto& block : section.blocks) {
      if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) paper += paragraph->text + "\n";
    }
  }
  CHECK(says(paper, "текст автора формы"));
  CHECK_FALSE(says(paper, "авторов программы"));
}

TEST_CASE("a receipt and a paper name the stage and, after the first, the occurrence", "[app]") {
  const orchard_fixture::Orchards orchards;
  REQUIRE(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;1\nB-2;Алмұрт;2,25;2\n") == "S-000001");
  auto engine = orchards.engine();
  const auto submission = engine.registry().find("S-000001");
  CHECK(says(html(app::make_receipt(engine, submission, Lang::ru)), "Урожай, проект"));
  CHECK(says(html(app::make_paper(engine, submission, Lang::ru)), "Стадия отчёта: Урожай, проект."));
  const auto& form = engine.catalog().edition("harvest", "2026-01");
  CHECK(app::stage_title(form, {"harvest", "final", "KZ-10", "", "2026-10", 3}, Lang::kk) == "Өнім, түпкілікті, № 3");
  CHECK(app::stage_title(form, {"harvest", "", "KZ-10", "", "2026-10", 2}, Lang::kk) == "№ 2");
  CHECK(app::stage_title(form, {"harvest", "", "KZ-10", "", "2026-10", 1}, Lang::kk).empty());
}

TEST_CASE("a subject has its name beside its key; without an English one an English reader gets the Russian", "[app]") {
  const orchard_fixture::Orchards orchards;
  auto engine = orchards.engine();
  const auto& form = engine.catalog().edition("talk", "2026-01");
  CHECK(app::subject_with_key(engine, form, "B-1", Lang::kk) == "B-1 – Алма");
  CHECK(app::subject_with_key(engine, form, "B-1", Lang::en) == "B-1 – Яблоки");
  CHECK(app::subject_with_key(engine, form, "B-9", Lang::kk) == "B-9");
}
