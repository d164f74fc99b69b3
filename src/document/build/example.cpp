// SPDX-License-Identifier: MIT
#include "document/build/example.h"

#include "form/shown_value.h"
#include "report/read/parse_cell.h"

namespace esep::document {

std::string example_of(const form::ValueSpec& spec, const BlankRequest& request) {
  const std::string& typed = spec.guide.example;
  const bool of_words = !spec.choices.empty() || spec.type == form::ColumnType::yes_no ||
                        spec.pattern == form::LinePattern::labelled_date;
  if (typed.empty() || request.lang == Lang::kk) return typed;
  if (of_words) {
    const auto parsed = report::parse_typed(spec, typed);
    const form::Value shown = form::shown_value(spec, parsed.value, request.lang);
    return form::is_blank(shown) ? typed : form::display_text(spec.type, shown, request.lang);
  }
  const auto known = request.examples.find(typed);
  return known == request.examples.end() ? typed : known->second;
}

}  // namespace esep::document
