// SPDX-License-Identifier: MIT
#pragma once

#include "base/hash.h"
#include "registry/registry.h"
#include "small_form.h"

/// The small form, its number a sum of money, and a report on it, for tests of the register.
namespace esep::registry {

inline form::FormDefinition money_form() {
  return ::small_form::read(::small_form::with(::small_form::kForm, "\"integer\"", "\"money\""));
}

/// Rows are the first report's in `rows`, a database with the form's table.
inline NewSubmission small_report(const form::FormDefinition& form, const std::string& bytes,
                                  const calendar::LocalTime& received, const sqlite::Database& rows,
                                  const table::FormTable& table) {
  NewSubmission out;
  out.form = &form;
  out.bytes = bytes;
  out.key = {"f", "", "km", "", "2026-10", 1};
  out.deadline.obligation = "o";
  out.contents.edition = form.edition;
  out.contents.form_sha256 = form.file.sha256();
  out.receipt.received = received;
  out.receipt.sha256 = sha256_hex(bytes);
  out.receipt.file_name = "x.xlsx";
  out.rows = [&rows, &table] { return std::make_unique<table::RowReader>(rows, table, 1); };
  out.accepted = true;
  return out;
}

}  // namespace esep::registry
