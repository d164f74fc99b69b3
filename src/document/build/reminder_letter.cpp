// SPDX-License-Identifier: MIT
#include "document/build/reminder_letter.h"

#include <fmt/core.h>

#include "document/build/one_section.h"

namespace esep::document {

Document reminder_letter(const ReminderRequest& request) {
  Section letter;
  letter.name = request.sheet;
  letter.blocks.emplace_back(Stamp{{request.addressee}});
  letter.blocks.emplace_back(Heading{request.subject, 1});
  Field date;
  date.id = "date";
  date.label = request.date_label;
  date.value = request.dated.dotted();
  letter.blocks.emplace_back(Fields{{std::move(date)}});
  for (const std::string& text : request.paragraphs) letter.blocks.emplace_back(Paragraph{text, Emphasis::normal});
  Fields facts;
  for (const auto& [label, value] : request.facts) {
    Field field;
    field.id = "fact_" + std::to_string(facts.fields.size() + 1);
    field.label = label;
    field.value = value;
    facts.fields.push_back(std::move(field));
  }
  letter.blocks.emplace_back(std::move(facts));
  if (!request.sender.empty()) letter.blocks.emplace_back(Signatures{{{request.sender, ""}}});
  Document out = one_section(request, request.subject, request.sender, std::move(letter));
  out.subject = request.subject;
  return out;
}

std::string reminder_text(const ReminderRequest& request) {
  std::string out = request.addressee + "\n\n";
  for (const std::string& text : request.paragraphs) out += text + "\n\n";
  for (const auto& [label, value] : request.facts) out += fmt::format("{}: {}\n", label, value);
  if (!request.sender.empty()) out += fmt::format("\n{}\n", request.sender);
  return out + fmt::format("\n-- \n{}\n", request.footer);
}

}  // namespace esep::document
