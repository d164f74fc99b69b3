// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "form/check/form.h"
#include "form/check/unknown_types.h"
#include "form/form_catalog.h"
#include "form/read/shared_readers.h"
#include "form/read/wording_overlay.h"

namespace esep::form {
namespace {

using datafile::TableReader;

struct Sources {
  datafile::LibraryFile form;
  std::vector<datafile::LibraryFile> wordings;
};

// Splits a stored text again, so that a form stored with a report reads as it did then.
Sources take_apart(const datafile::LibraryFile& file, const std::vector<datafile::LibraryFile>& wordings) {
  if (!wordings.empty()) return {file, wordings};
  size_t mark = file.text.find(kWordingMark);
  Sources out{{file.path, file.origin, file.text.substr(0, mark)}, {}};
  while (mark != std::string::npos) {
    const size_t begin = mark + kWordingMark.size();
    mark = file.text.find(kWordingMark, begin);
    const std::string part = file.text.substr(begin, mark == std::string::npos ? mark : mark - begin);
    const std::string path = part.substr(0, part.find('\n'));
    out.wordings.push_back({path, path, part.substr(std::min(path.size() + 1, part.size()))});
  }
  return out;
}

// By its path in the library, because the text must not depend on the workspace's folder.
std::string whole_text(const Sources& sources) {
  std::string out = sources.form.text;
  for (const datafile::LibraryFile& wording : sources.wordings) {
    out += std::string(kWordingMark) + wording.path + "\n" + wording.text;
  }
  return out;
}

void read_edition(TableReader& file, const std::string& path, FormDefinition& out) {
  out.id = file.required_string("form");
  check_name(file, "form", out.id);
  out.edition = file.required_string("edition");
  if (out.edition.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
    file.report("edition", "FORM-EDITION", Message("FORM-EDITION", {{"edition", out.edition}}));
  }
  const std::string name = fmt::format("{}.{}.toml", out.id, out.edition);
  if (!out.id.empty() && !out.edition.empty() && path != "forms/" + name) {
    file.report("edition", "FORM-FILE-NAME",
                Message("FORM-FILE-NAME", {{"name", name}, {"pattern", "<form>.<edition>.toml"}}));
  }
  out.period = read_period(file);
  out.subject = file.string_or("subject", "");
  out.reporting.stages = file.strings("stages");
  for (const std::string& stage : out.reporting.stages) check_name(file, "stages", stage);
  out.reporting.additive = file.strings("additive");
  out.reporting.allow_nil = file.boolean_or("allow_nil", false);
  out.reporting.composed = file.boolean_or("formed", false);
  const bool of_stage = file.one_of("previous", {"period", "stage"}, "period") == "stage";
  out.reporting.previous = of_stage ? PreviousReport::of_stage : PreviousReport::of_period;
}

FormWording read_form_wording(TableReader& file, const DefaultProvenance& fallback) {
  FormWording out;
  out.title = required_wording(file, "title", fallback);
  out.short_title = read_wording(file, "short_title", fallback);
  if (out.short_title.empty()) out.short_title = out.title;
  out.stamp = read_wordings(file, "stamp", fallback);
  out.notes = read_wordings(file, "notes", fallback);
  out.continuation = read_wording(file, "continuation", fallback);
  out.nil_sentence = read_wording(file, "nil_sentence", fallback);
  out.instructions = read_texts(file, "instructions");
  return out;
}

InForce read_in_force(TableReader& file) {
  InForce out;
  if (!file.has("in_force")) file.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "in_force"}}));
  auto force = file.optional_table("in_force");
  if (!force) return out;
  const auto from = read_date(*force, "from");
  if (!force->has("from")) force->report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "from"}}));
  out.from = from.value_or(calendar::Date{});
  out.to = read_date(*force, "to");
  out.assumed = force->boolean_or("assumed", false);
  out.note = read_text(*force, "note");
  if (from && out.to && *out.to < *from) {
    force->report("to", "FORM-IN-FORCE",
                  Message("FORM-IN-FORCE", {{"from", from->dotted()}, {"to", out.to->dotted()}}));
  }
  force->finish();
  return out;
}

void read_table(TableReader& file, const DefaultProvenance& fallback, FormDefinition& out) {
  for (auto& table : file.tables("field")) out.fields.push_back(read_field(table, fallback));
  for (auto& table : file.tables("group")) {
    std::string id = read_id(table);
    std::string parent = table.string_or("parent", "");
    out.groups.push_back({std::move(id), std::move(parent), required_wording(table, "title", fallback)});
    table.finish();
  }
  for (auto& table : file.tables("column")) out.columns.push_back(read_column(table, fallback));
  out.rows = read_rows(file, fallback);
  for (auto& table : file.tables("signature")) {
    out.wording.signatures.push_back({required_wording(table, "title", fallback), table.string_or("name_field", "")});
    table.finish();
  }
}

}  // namespace

FormDefinition read_form(const datafile::LibraryFile& source, const std::vector<datafile::LibraryFile>& wordings,
                         Diagnostics& diagnostics) {
  const Sources sources = take_apart(source, wordings);
  FormDefinition out;
  out.file = {source.origin, whole_text(sources)};
  const auto parsed = datafile::File::parse(source.origin, sources.form.text, diagnostics);
  if (!parsed) return out;
  TableReader file(parsed->root(), diagnostics);
  read_edition(file, source.path, out);
  const DefaultProvenance fallback = read_default_provenance(file);
  out.wording = read_form_wording(file, fallback);
  out.law.act = required_text(file, "law");
  out.law.paragraph = read_text(file, "law_paragraph");
  out.law.in_force = read_in_force(file);
  read_table(file, fallback, out);
  out.rules = read_rules(file);
  out.obligations = read_obligations(file, out.id.empty() ? "-" : out.id);
  out.examples = read_examples(file);
  file.finish();
  if (!source.embedded) {
    check_form(out, parsed->root(), diagnostics);
    drop_answers_to_unknown_types(parsed->root(), diagnostics);
  }
  add_key_rules(out);
  for (const datafile::LibraryFile& wording : sources.wordings) apply_wording(out, wording, diagnostics);
  return out;
}

}  // namespace esep::form
