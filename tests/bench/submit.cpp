// SPDX-License-Identifier: MIT
#include "app/receive/submit.h"

#include <iostream>
#include <memory>

#include <sqlite3.h>

#include "app/paper/blank.h"
#include "app/upkeep/init_workspace.h"
#include "bare_xlsx.h"
#include "base/file.h"
#include "child.h"
#include "table_data.h"
#include "xlsx/write.h"

namespace esep::bench {
namespace {

constexpr int kReports = 1000;
constexpr int kReportRows = 30;
const calendar::LocalTime kReceived = *calendar::LocalTime::parse("2026-11-18T16:05");

std::filesystem::path empty_workspace(const std::filesystem::path& folder) { return folder / "workspace"; }

std::vector<std::string> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> out;
  for (int i = 0; i < kReports; ++i) out.push_back((folder / ("report-" + std::to_string(i) + ".xlsx")).string());
  return out;
}

// A blank workbook as it is handed out, with its rows filled in.
document::Document filled(app::Engine& engine, const TableData& data, const report::ReportKey& key, int first_row) {
  app::Queries queries(engine);
  document::Document out = app::make_blank(queries, {key, Lang::kk});
  for (document::Block& block : out.sections.front().blocks) {
    if (auto* fields = std::get_if<document::Fields>(&block)) {
      for (auto& field : fields->fields) {
        if (field.input && field.input->type == form::ColumnType::date) field.value = kReceived.date;
      }
    }
    auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    std::vector<document::Row> rows(kReportRows);
    for (int r = 0; r < kReportRows; ++r) {
      auto& row = rows[static_cast<size_t>(r)];
      row.cells.resize(data.columns());
      for (size_t i = 0; i < row.cells.size(); ++i) row.cells[i].value = data.shown(first_row + r, i);
    }
    table->rows = document::rows_from(std::move(rows));
    table->blank_rows = 10;
  }
  return out;
}

void prepare(const std::filesystem::path& folder) {
  const auto workspace = empty_workspace(folder);
  app::init_workspace(workspace, datafile::Library(), {"bench", kReceived});
  const auto form = bench_form();
  write_file_atomically(workspace / "forms" / (form.id + "." + form.edition + ".toml"), form.file.text);
  app::Engine engine(workspace);
  const TableData data(form);
  const auto files = files_in(folder);
  size_t made = 0;
  for (auto month = *calendar::Period::parse("2025-01"); made < files.size(); month = month.next()) {
    for (const auto& organisation : engine.rows(engine.catalog().organisations().id)) {
      const std::string kind =
          report::row_text(engine.catalog().organisations(), organisation, form::RegisterRole::kind);
      if (made == files.size() || (kind != "ministry" && kind != "region")) continue;
      const report::ReportKey key{form.id, "", organisation.key, "", month.text()};
      xlsx::write(filled(engine, data, key, static_cast<int>(made)), files[made]);
      ++made;
    }
  }
}

std::filesystem::path fresh_workspace(const std::filesystem::path& folder) {
  const auto out = folder / "run";
  std::filesystem::remove_all(out);
  std::filesystem::copy(empty_workspace(folder), out, std::filesystem::copy_options::recursive);
  return out;
}

Time submit_all(const std::filesystem::path& folder) {
  const auto workspace = fresh_workspace(folder);
  const auto files = files_in(folder);
  size_t accepted = 0;
  int complaints = 0;
  const Time time = time_of([&] {
    app::Engine engine(workspace);
    app::Incoming incoming;
    incoming.received = kReceived;
    for (const auto& result : app::submit_files(engine, files, incoming, {"bench", kReceived}, nullptr)) {
      if (result.accepted() && result.findings.empty()) {
        ++accepted;
      } else if (!result.findings.empty() && complaints++ == 0) {
        std::cerr << result.file << ": " << result.findings.front().code << ' ' << result.findings.front().cell << '\n';
      }
    }
  });
  if (accepted == files.size()) return time;
  std::cerr << "accepted " << accepted << " of " << files.size() << '\n';
  std::exit(1);
}

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};

// Reads every file with minizip and expat and keeps its bytes and as many rows of ready values, one durable transaction
// each: no checks, no history, no indexes but the key.
Time store_with_bare_libraries(const std::filesystem::path& folder) {
  const auto form = bench_form();
  const TableData data(form);
  const auto file = folder / "bare.db";
  for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + tail);
  sqlite3* handle = nullptr;
  sqlite3_open(file.c_str(), &handle);
  const std::unique_ptr<sqlite3, CloseDatabase> database(handle);
  const auto execute = [&](const char* sql) { sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); };
  const table::FormTable table(form);
  execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE file(id INTEGER PRIMARY KEY, bytes "
      "BLOB)");
  execute(table.ddl().c_str());
  std::string sql = "INSERT INTO " + table::quote_identifier(table.name()) + " VALUES(?,?,?,1";
  for (int i = 0; i < kColumns; ++i) sql += ",?";
  sql += ")";
  return time_of([&] {
    sqlite3_stmt* keep = nullptr;
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(handle, "INSERT INTO file VALUES(?,?)", -1, &keep, nullptr);
    sqlite3_prepare_v2(handle, sql.c_str(), -1, &insert, nullptr);
    int id = 0;
    for (const std::string& path : files_in(folder)) {
      const std::string bytes = read_file(path);
      static_cast<void>(read_bare(path));
      execute("BEGIN IMMEDIATE");
      sqlite3_bind_int(keep, 1, ++id);
      sqlite3_bind_blob(keep, 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
      sqlite3_step(keep);
      sqlite3_reset(keep);
      for (int row = 0; row < kReportRows; ++row) {
        for (int i = 1; i <= 3; ++i) sqlite3_bind_int(insert, i, i == 1 ? id : row + 1);
        for (int i = 0; i < kColumns; ++i) {
          const std::string text = form::canonical_text(data.at(id + row, static_cast<size_t>(i)));
          if (std::holds_alternative<int64_t>(data.at(id + row, static_cast<size_t>(i)))) {
            sqlite3_bind_int64(insert, i + 4, std::get<int64_t>(data.at(id + row, static_cast<size_t>(i))));
          } else {
            sqlite3_bind_text(insert, i + 4, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
          }
        }
        sqlite3_step(insert);
        sqlite3_reset(insert);
      }
      execute("COMMIT");
    }
    sqlite3_finalize(insert);
    sqlite3_finalize(keep);
  });
}

}  // namespace

Case submit_case() {
  return {"submit",
          "1 000 workbooks of 30 × 26 submitted in one command, `synchronous = FULL`",
          prepare,
          {{"minizip + expat + SQLite, one transaction each", store_with_bare_libraries},
           {"`app::submit_files`", submit_all}},
          kReports};
}

}  // namespace esep::bench
