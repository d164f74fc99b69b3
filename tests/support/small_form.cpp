// SPDX-License-Identifier: MIT
#include "small_form.h"

#include <stdexcept>
#include <utility>

namespace small_form {

using namespace esep;

std::string with(const std::string& text, const std::string& old, const std::string& now) {
  const size_t at = text.find(old);
  if (at == std::string::npos || text.find(old, at + 1) != std::string::npos)
    throw std::logic_error("not once: " + old);
  return text.substr(0, at) + now + text.substr(at + old.size());
}

datafile::LibraryFile file(const std::string& text) { return {"forms/f.2026-01.toml", "forms/f.2026-01.toml", text}; }

form::FormDefinition read(const std::string& text) {
  Diagnostics diagnostics;
  auto out = form::read_form(file(text), {}, diagnostics);
  std::string wrong;
  for (const Diagnostic& d : diagnostics) wrong += d.code + " in line " + std::to_string(d.line) + "\n";
  if (!wrong.empty()) throw std::logic_error(wrong);
  return out;
}

form::Column column(const std::string& id, form::ColumnType type) {
  form::Column out;
  out.id = id;
  out.type = type;
  out.title.text = {id + " kk", id + " ru", ""};
  return out;
}

form::Field field(const std::string& id, form::ColumnType type) {
  form::Field out;
  static_cast<form::ValueSpec&>(out) = column(id, type);
  return out;
}

form::FormDefinition of(std::vector<form::Column> columns) {
  form::FormDefinition out;
  out.id = "f";
  out.edition = "2026-01";
  out.columns = std::move(columns);
  return out;
}

}  // namespace small_form
