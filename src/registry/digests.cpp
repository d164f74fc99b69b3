// SPDX-License-Identifier: MIT
#include "registry/digests.h"

#include "form/value.h"

namespace esep::registry {

void RowsDigest::add(const table::TypedRow& row) {
  line_ = std::to_string(row.sheet_row);
  line_ += ',';
  line_ += std::to_string(row.record);
  line_ += row.first ? ",1" : ",0";
  for (const auto& value : row.values) {
    const auto* text = std::get_if<std::string>(&value);
    put(text != nullptr ? *text : form::canonical_text(value));
  }
  line_ += '\n';
  hash_.update(line_);
}

void RowsDigest::put(std::string_view text) {
  line_ += ',';
  line_ += std::to_string(text.size());
  line_ += ':';
  line_ += text;
}

std::string rows_digest(table::RowReader& rows) {
  RowsDigest digest;
  table::TypedRow row;
  while (rows.next(row)) digest.add(row);
  return digest.hex();
}

void RecordsDigest::add(const std::vector<std::string>& record) {
  for (const std::string& part : record) {
    hash_.update(std::to_string(part.size()) + ":");
    hash_.update(part);
  }
  hash_.update("\n");
}

}  // namespace esep::registry
