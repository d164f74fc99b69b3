// SPDX-License-Identifier: MIT
#include "document/build/form_table_block.h"

#include "form/shown_value.h"

namespace esep::document {
namespace {

// From the outermost group to the innermost.
std::vector<std::string> path_of(const form::FormDefinition& form, const form::Column& column) {
  std::vector<std::string> path;
  for (std::string id = column.group; !id.empty();) {
    path.insert(path.begin(), id);
    const form::Group* group = form.group(id);
    id = group == nullptr ? "" : group->parent;
  }
  return path;
}

class ShownRows : public RowCursor {
 public:
  ShownRows(const form::FormDefinition& form, std::unique_ptr<table::RowReader> rows, Lang lang)
      : form_(form), rows_(std::move(rows)), lang_(lang) {
    for (const auto& column : form.columns)
      head_.push_back(form.rows.kind == form::RowKind::grouped && form.is_head_column(column.id));
  }

  bool next(Row& row) override {
    if (!rows_->next(typed_)) return false;
    row.kind = Row::Kind::data;
    row.anchor.clear();
    row.cells.resize(form_.columns.size());
    for (size_t i = 0; i < form_.columns.size(); ++i) {
      Cell& cell = row.cells[i];
      cell.continued = head_[i] && !typed_.first;
      cell.value = form::shown_value(form_.columns[i], typed_.values[i], lang_);
      const auto* text = std::get_if<std::string>(&typed_.values[i]);
      cell.link =
          form_.columns[i].type == form::ColumnType::url && text != nullptr && !form_.columns[i].multiple ? *text : "";
    }
    return true;
  }

 private:
  const form::FormDefinition& form_;
  std::unique_ptr<table::RowReader> rows_;
  Lang lang_;
  std::vector<bool> head_;
  table::TypedRow typed_;
};

}  // namespace

std::vector<HeaderCell> header_tree(const form::FormDefinition& form, Lang lang) {
  std::vector<HeaderCell> roots;
  std::vector<std::string> open;
  for (const form::Column& column : form.columns) {
    const std::vector<std::string> path = path_of(form, column);
    size_t shared = 0;
    while (shared < path.size() && shared < open.size() && path[shared] == open[shared]) ++shared;
    std::vector<HeaderCell>* level = &roots;
    for (size_t i = 0; i < path.size(); ++i) {
      if (i >= shared) level->push_back({form.group(path[i])->title.text.in(lang), {}});
      level = &level->back().children;
    }
    level->push_back({column.title.text.in(lang), {}});
    open = path;
  }
  return roots;
}

Fields heading_fields(const form::FormDefinition& form, const std::map<std::string, form::Value>& values, Lang lang) {
  Fields out;
  for (const form::Field& source : form.fields) {
    if (form.is_in_title(source.id) || source.every_page) continue;
    Field field;
    field.id = source.id;
    field.label = source.title.text.in(lang);
    field.scale = source.scale;
    const auto known = values.find(source.id);
    if (known != values.end()) field.value = form::shown_value(source, known->second, lang);
    out.fields.push_back(std::move(field));
  }
  return out;
}

Table form_table(const form::FormDefinition& form, Lang lang) {
  Table out;
  out.id = form.id;
  out.header = header_tree(form, lang);
  out.continuation = form.wording.continuation.text.in(lang);
  for (const form::Column& column : form.columns) {
    TableColumn one;
    one.id = column.id;
    one.title = column.title.text.in(lang);
    one.number = column.number;
    one.type = column.holds_lines() ? form::ColumnType::text : column.type;
    one.scale = column.scale;
    one.width = column.width;
    one.key = column.key;
    one.list = form.list_of(column.id);
    out.number_row = out.number_row || !column.number.empty();
    out.columns.push_back(std::move(one));
  }
  return out;
}

RowSource shown_rows(const form::FormDefinition& form, TypedRows rows, Lang lang) {
  return [&form, rows = std::move(rows), lang] { return std::make_unique<ShownRows>(form, rows(), lang); };
}

}  // namespace esep::document
