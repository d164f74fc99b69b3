// SPDX-License-Identifier: MIT
#include <algorithm>

#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

constexpr int kLabelCharacters = 44;
constexpr int kValueCharacters = 60;
constexpr int kLeastRepeated = 60;  // in which a label and its value can be read

}  // namespace

// Bare keys and values, for a program to read.
void Sheet::identity(const document::Fields& fields) {
  for (const auto& field : fields.fields) {
    require_ok(worksheet_write_string(sheet_, at(), 0, text_(field.label), nullptr));
    require_ok(worksheet_write_string(sheet_, at(), 1, text_(form::canonical_text(field.value)), nullptr));
    ++row_;
  }
}

void Sheet::block(const document::Fields& fields) {
  if (section_.hidden) return identity(fields);
  int label_last = std::min(columns_for(kLabelCharacters), columns_ - 1) - 1;
  int value_last = std::max(std::min(columns_for(kLabelCharacters + kValueCharacters), columns_) - 1, label_last + 1);
  // On pages side by side the first columns are repeated: what ends with them is whole on each page.
  if (page_ends_.size() > 1 && repeated_ > 1 && characters_of(repeated_) >= kLeastRepeated) {
    label_last = 0;
    while (label_last + 2 < repeated_ && 2 * characters_of(label_last + 2) <= characters_of(repeated_) + 4)
      ++label_last;
    value_last = repeated_ - 1;
  }
  for (const auto& one : fields.fields) field(one, label_last, value_last);
  end_row(kLineHeight / 2);
}

void Sheet::field(const document::Field& field, int label_last, int value_last) {
  const int first = label_last + 1;
  span(0, label_last, field.label, Style{});
  Style style;
  style.border = field.input.has_value();
  style.locked = !field.input.has_value();
  style.fill = field.input ? kOpenFill : 0;
  style.number_format = number_format_of(field.input ? field.input->type : form::ColumnType::text, field.scale);
  const std::string text = form::display_text(field.value, field.scale, document_.lang);
  if (value_last > first) span(first, value_last, "", style);
  if (field.input) {
    value(first, field.value, workbook_.format(style));
    validation(row_, row_, first, *field.input);
    if (check_) check_->add_field(field, row_, first);
  } else {
    require_ok(worksheet_write_string(sheet_, at(), at_column(first), text_(text), workbook_.format(style)));
  }
  if (field.note) note(first, *field.note);
  const int height = std::max(lines(field.label, 0, label_last), lines(text, first, value_last));
  end_row(kLineHeight * height + 1);
}

void Sheet::block(const document::Signatures& signatures) {
  end_row(kLineHeight);
  const int label_last = std::max(std::min(columns_for(kLabelCharacters), columns_ - 1) - 1, 0);
  const int value_last =
      std::max(std::min(columns_for(kLabelCharacters + kValueCharacters), columns_) - 1, label_last + 1);
  for (const auto& line : signatures.lines) {
    span(0, label_last, line.title, Style{});
    span(label_last + 1, value_last, "____________________  " + line.name, Style{});
    end_row(kLineHeight * std::max(lines(line.title, 0, label_last), 1));
    end_row(kLineHeight);
  }
}

}  // namespace esep::xlsx
