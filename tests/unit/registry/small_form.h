// SPDX-License-Identifier: MIT
#pragma once

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "form/form_catalog.h"
#include "registry/registry.h"

/// A form of a text and a sum, and a report on it, for tests of the register.
namespace esep::registry {

inline form::FormDefinition small_form() {
  static const std::string kText = R"(form = "f"
edition = "2025"
period = "month"
title = { kk = "Нысан", ru = "Форма" }
law = { kk = "Бұйрық", ru = "Приказ" }
in_force = { from = 2025-01-01 }
[[column]]
id = "name"
number = "1"
title = { kk = "Атауы", ru = "Название" }
[[column]]
id = "sum"
number = "2"
type = "money"
title = { kk = "Сома", ru = "Сумма" }
)";
  Diagnostics diagnostics;
  auto out = form::read_form({"forms/f.2025.toml", "f.2025.toml", kText}, {}, diagnostics);
  REQUIRE_FALSE(has_errors(diagnostics));
  return out;
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
  out.contents.form_sha256 = form.file.sha256;
  out.receipt.received = received;
  out.receipt.sha256 = sha256_hex(bytes);
  out.receipt.file_name = "x.xlsx";
  out.rows = [&rows, &table] { return std::make_unique<table::RowReader>(rows, table, 1); };
  out.accepted = true;
  return out;
}

}  // namespace esep::registry
