// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "datafile/csv.h"
#include "queue/audit.h"

namespace esep::queue {
namespace {

using Columns = std::vector<std::string>;

/// One file, row by row.
class AuditedFile {
 public:
  AuditedFile(const char* name, std::string_view text, const Columns& required, const Columns& optional,
              Diagnostics& diagnostics)
      : name_(name), table_(datafile::read_csv_table(name, text, required, optional, diagnostics)) {}

  [[nodiscard]] bool next() {
    if (next_ == table_.records.size()) return false;
    record_ = &table_.records[next_++];
    wrong_.clear();
    return true;
  }
  /// Of this row, the column of the first cell that could not be read.
  [[nodiscard]] const std::string& wrong() const { return wrong_; }
  [[nodiscard]] const std::string& file() const { return name_; }
  [[nodiscard]] int line() const { return record_->line; }

  std::string text(const char* column) const { return table_.cell(*record_, column); }
  std::string name(const char* column) {
    std::string value = text(column);
    if (value.empty()) fail(column);
    return value;
  }
  calendar::Date date(const char* column) {
    const auto value = calendar::Date::parse_iso(text(column));
    if (!value) fail(column);
    return value.value_or(calendar::Date());
  }
  calendar::Instant instant(const char* column) {
    const auto value = calendar::Instant::parse_local(text(column));
    if (!value) fail(column);
    return value.value_or(calendar::Instant());
  }
  std::string one_of(const char* column, const Columns& words) {
    std::string value = text(column);
    if (std::find(words.begin(), words.end(), value) == words.end()) fail(column);
    return value;
  }
  int64_t count(const char* column) {
    const std::string value = text(column);
    int64_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size() || out < 0) fail(column);
    return out;
  }

 private:
  void fail(const char* column) {
    if (wrong_.empty()) wrong_ = column;
  }

  std::string name_;
  datafile::CsvTable table_;
  const datafile::CsvRecord* record_ = nullptr;
  size_t next_ = 0;
  std::string wrong_;
};

/// The rows whose cells can all be read.
template <typename Row>
std::vector<Row> rows_of(AuditedFile file, AuditFindings& findings, const std::function<Row(AuditedFile&)>& read) {
  std::vector<Row> out;
  while (file.next()) {
    Row row = read(file);
    if (file.wrong().empty()) {
      out.push_back(std::move(row));
    } else {
      findings.push_back({file.file(), file.line(), Message("AUDIT-CELL", {{"column", file.wrong()}}), ""});
    }
  }
  return out;
}

AuditedVoucher read_voucher(AuditedFile& row) {
  static const Columns kEnds{"", "used", "expired", "recalled", "withdrawn", "annulled"};
  AuditedVoucher out{row.line(),
                     row.name("voucher"),
                     row.name("application"),
                     row.name("place"),
                     row.instant("issued"),
                     row.date("valid_until"),
                     row.one_of("end", kEnds),
                     {}};
  if (!out.end.empty()) out.ended = row.instant("ended");
  return out;
}

AuditedEvent read_event_row(AuditedFile& row) {
  static const Columns kKinds{"withdraw", "annul", "confirm", "not_confirmed",
                              "outgrown", "stop",  "resume",  "no_money"};
  return {row.line(), row.instant("at"), row.one_of("kind", kKinds), row.text("ref")};
}

}  // namespace

AuditedLog read_audited_log(const AuditedTexts& texts, AuditFindings& findings, Diagnostics& diagnostics) {
  AuditedLog out;
  out.applications =
      rows_of<AuditedApplication>({"applications.csv",
                                   texts.applications,
                                   {"application", "circle", "child", "at"},
                                   {"guardian", "priority"},
                                   diagnostics},
                                  findings, [](AuditedFile& row) -> AuditedApplication {
                                    return {row.line(),        row.name("application"), row.name("circle"),
                                            row.name("child"), row.text("priority"),    row.instant("at")};
                                  });
  out.places = rows_of<AuditedPlace>(
      {"places.csv", texts.places, {"circle", "place", "vacated", "entered"}, {}, diagnostics}, findings,
      [](AuditedFile& row) -> AuditedPlace {
        return {row.line(), row.name("circle"), row.name("place"), row.date("vacated"), row.instant("entered")};
      });
  out.vouchers = rows_of<AuditedVoucher>({"vouchers.csv",
                                          texts.vouchers,
                                          {"voucher", "application", "place", "issued", "valid_until", "end", "ended"},
                                          {"amount"},
                                          diagnostics},
                                         findings, read_voucher);
  out.events = rows_of<AuditedEvent>(
      {"events.csv", texts.events, {"at", "kind", "ref"}, {"count", "reason"}, diagnostics}, findings, read_event_row);
  out.runs = rows_of<AuditedRun>({"runs.csv", texts.runs, {"day", "given"}, {"at"}, diagnostics}, findings,
                                 [](AuditedFile& row) -> AuditedRun {
                                   return {row.line(), row.date("day"), row.count("given")};
                                 });
  return out;
}

}  // namespace esep::queue
