// SPDX-License-Identifier: MIT
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::TableReader;

constexpr int kExcelRows = 1'048'576;
constexpr int kMostBlankRows = 5000;

std::vector<std::vector<std::string>> read_lists(TableReader& table) {
  std::vector<std::vector<std::string>> out;
  const auto node = table.optional_node("lists");
  if (!node) return out;
  bool good = node->kind() == datafile::Kind::array;
  for (const auto& list : node->items()) {
    std::vector<std::string> ids;
    good = good && list.kind() == datafile::Kind::array;
    for (const auto& id : list.items()) {
      good = good && id.string();
      ids.push_back(id.string().value_or(""));
    }
    out.push_back(std::move(ids));
  }
  if (good) return out;
  table.report("lists", "TOML-WRONG-TYPE",
               Message("TOML-WRONG-TYPE", {{"key", "lists"}, {"wanted", "[[\"…\"], [\"…\", \"…\"]]"}}));
  return {};
}

FixedRow read_fixed_row(TableReader& row, const DefaultProvenance& fallback) {
  FixedRow out;
  out.id = read_id(row);
  out.title = required_wording(row, "title", fallback);
  if (auto values = row.optional_table("values")) {
    for (const auto& [column, node] : values->node().entries()) {
      if (!node.entries().empty()) {
        out.values[column] = values->required_text(column);
        continue;
      }
      const std::string text = values->required_string(column);
      out.values[column] = {text, text, text};
    }
  }
  row.finish();
  return out;
}

}  // namespace

Rows read_rows(TableReader& file, const DefaultProvenance& fallback) {
  Rows out;
  auto table = file.optional_table("rows");
  if (!table) return out;
  const std::string kind = table->one_of("kind", {"repeat", "fixed", "grouped"}, "repeat");
  out.kind = kind == "fixed" ? RowKind::fixed : (kind == "grouped" ? RowKind::grouped : RowKind::repeat);
  out.min = read_number(*table, "min", 1, 0, kExcelRows);
  out.max = read_number(*table, "max", 0, 0, kExcelRows);
  out.source = table->string_or("source", "");
  out.predecessors = table->string_or("predecessors", "");
  out.previous_since = table->string_or("previous_since", "");
  out.key = table->strings("key");
  const bool given = !out.source.empty();
  out.blank = read_number(*table, "blank", given ? 0 : 40, given ? 0 : 1, kMostBlankRows);
  out.head = table->strings("head");
  out.lists = read_lists(*table);
  for (auto& row : table->tables("fixed")) out.fixed.push_back(read_fixed_row(row, fallback));
  table->finish();
  return out;
}

}  // namespace esep::form
