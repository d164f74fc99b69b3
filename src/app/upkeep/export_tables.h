// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/core/engine.h"
#include "app/core/mask_personal.h"

namespace esep::app {

/// The tables of an export as CSV: UTF-8 with BOM, commas, canonical values (2026-11-21, 1234.5, true).
///   registers/<register>.csv   rows of each register by its columns
///   forms/<form>.csv           accepted rows in force, all editions united
///   tables/<table>.csv         the register's other tables as they lie: history, event, waiver, lock, paper,
///   submission_field … dictionary.csv             file, column, type, titles: what each column means
class ExportTables {
 public:
  /// Receives one finished file: its path inside the export and its bytes.
  using Sink = std::function<void(const std::string& path, const std::string& bytes)>;
  ExportTables(Engine& engine, PersonalData personal, Sink sink)
      : engine_(engine), personal_(personal), sink_(std::move(sink)) {}
  void write();

 private:
  void registers();
  void forms();
  void form(const std::string& id);
  void own_tables();
  void describe(const std::string& file, const std::string& column, std::string_view type, const LocalText& title);
  /// The text of a cell, masked if it must be.
  [[nodiscard]] std::string shown(const form::ValueSpec* column, const std::string& text) const;

  Engine& engine_;
  PersonalData personal_;
  Sink sink_;
  std::string dictionary_;
};

}  // namespace esep::app
