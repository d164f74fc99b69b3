// SPDX-License-Identifier: MIT
#include "paper_fuzz.h"

#include <cstdio>
#include <cstdlib>

#include "base/error.h"
#include "base/utf8.h"
#include "document/document.h"
#include "html/write.h"
#include "intake/printed_code.h"
#include "text/told_facts.h"

namespace esep::fuzz {
namespace {

void hold(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

document::Document small_paper() {
  document::Document out;
  out.title = "Қолхат <&>";
  out.code = "0A1B-2C3D-4E5F";
  document::Section section;
  section.blocks.emplace_back(document::Heading{"Қолхат", 1});
  document::Fields fields;
  document::Field field;
  field.id = field.label = "Тіркеу нөмірі";
  field.value = std::string("S-000001");
  fields.fields.push_back(field);
  section.blocks.emplace_back(std::move(fields));
  out.sections.push_back(std::move(section));
  return out;
}

void read_template(const std::string& text) {
  try {
    const std::string page = html::write(small_paper(), text);
    hold(page.find_first_not_of(" \t\r\n") != std::string::npos, "no paper is empty");
  } catch (const Error& error) {
    hold(error.message().key.starts_with("HTML-TEMPLATE"), "a template is refused as such");
  }
}

void read_receipt(const std::string& bytes) {
  for (const std::string& code : intake::printed_codes(bytes)) hold(code.size() == 14, "a code is a code");
  const auto told = text::read_told_facts(bytes);
  if (!told) return;
  hold(told->submissions.empty() || told->facts.empty(), "an answer or a receipt");
  for (const auto& [label, value] : told->facts) hold(is_valid_utf8(label) && is_valid_utf8(value), "facts are UTF-8");
  hold(text::read_told_facts(bytes)->facts == told->facts, "the same bytes tell the same");
}

}  // namespace

void read_paper(std::string_view input) {
  const size_t line = input.find('\n');
  if (line == std::string_view::npos) return;
  const std::string text(input.substr(line + 1));
  if (input.substr(0, line) == "@template" && is_valid_utf8(text)) read_template(text);
  if (input.substr(0, line) == "@receipt") read_receipt(text);
}

}  // namespace esep::fuzz
