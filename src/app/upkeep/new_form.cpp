// SPDX-License-Identifier: MIT
#include "app/upkeep/new_form.h"

#include "base/error.h"
#include "base/replace_all.h"
#include "form/form_catalog.h"

namespace esep::app {
namespace {

// The text has braces of its own, one within the other: TOML's and those of messages.
std::string filled(std::string text, const std::vector<std::pair<std::string, std::string>>& words) {
  for (const auto& [name, word] : words) text = replace_all(std::move(text), name, word);
  return text;
}

// The name is part of the names of files and of the register's tables.
constexpr size_t kLongestName = 64;

void require_free_name(const datafile::Library& library, const std::string& form) {
  const auto refuse = [](Message message) { throw Error(std::move(message), {}, Error::Kind::usage); };
  if (form.empty()) refuse("FORMS-NEW-NAME");
  if (form.size() > kLongestName) refuse({"FORMS-NEW-LONG", {{"most", std::to_string(kLongestName)}}});
  for (const std::string& path : library.list("forms/", ".toml")) {
    if (path.starts_with("forms/" + form + ".")) refuse({"FORMS-NEW-TAKEN", {{"form", form}}});
  }
}

}  // namespace

std::string new_form(const datafile::Library& library, const std::string& form, const std::string& edition,
                     calendar::Date from) {
  require_free_name(library, form);
  const std::string path = "forms/" + form + "." + edition + ".toml";
  std::string text = filled(library.get("templates/form.toml").text,
                            {{"{form}", form}, {"{edition}", edition}, {"{from}", from.iso()}});
  Diagnostics diagnostics;
  static_cast<void>(form::read_form({path, path, text}, {}, diagnostics));
  if (has_errors(diagnostics)) throw Error(diagnostics.front().message, {}, Error::Kind::usage);
  return text;
}

}  // namespace esep::app
