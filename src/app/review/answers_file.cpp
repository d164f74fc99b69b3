// SPDX-License-Identifier: MIT
#include "app/review/answers_file.h"

#include "base/file.h"
#include "base/text.h"
#include "datafile/data_invalid.h"

namespace esep::app {

namespace {

constexpr uint64_t kLongestFile = uint64_t{4} << 20;

// The second line of every file to fill in.
std::string answers_line() { return "\n# answer: " + join(report::conformity_names(), ", ") + "\n"; }

}  // namespace

std::string answers_template(const report::Checklist& checklist, Lang lang) {
  std::string out = "# " + checklist.title.in(lang) + answers_line() +
                    "\n# [[document]]\n# id = \"d1\"\n# type = \"normative_technical\"  # "
                    "project_technical\n# name = \"\"\n# date = 2026-01-31\n";
  for (const auto& item : checklist.items) {
    out += "\n# " + squeeze_spaces(item.question.in(lang)) + "\n";
    const std::string& reference = item.reference.in(lang);
    if (!reference.empty()) out += "# (" + squeeze_spaces(reference) + ")\n";
    out += "# [[answer]]\n# item = \"" + item.id +
           "\"\n# answer = \"conforms\"\n# comment = \"\"\n# documents = [\"d1\"]\n";
  }
  return out;
}

bool is_answers_file(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (name == "esep.toml") return false;
  const std::string text = read_file(file, kLongestFile);
  const size_t second = text.find('\n');
  return text.starts_with("# ") && second != std::string::npos && text.substr(second).starts_with(answers_line());
}

Questionnaire read_answers_file(Engine& engine, const report::Checklist& checklist, const std::string& file) {
  std::string bytes = read_file(file, kLongestFile);
  if (bytes.starts_with("PK")) return read_questionnaire(engine, checklist, file, std::move(bytes));
  Diagnostics diagnostics;
  Questionnaire out;
  out.file = file;
  out.answers = report::read_answers(file, bytes, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
