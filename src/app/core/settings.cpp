// SPDX-License-Identifier: MIT
#include "app/core/settings.h"

#include "datafile/data_invalid.h"
#include "datafile/toml.h"

namespace esep::app {

namespace {

std::optional<Lang> language(datafile::TableReader& table, const char* key, const std::vector<std::string>& known) {
  if (!table.has(key)) return std::nullopt;
  return lang_from_code(table.one_of(key, known));
}

}  // namespace

Settings read_settings(const std::string& file, std::string text) {
  Settings out;
  Diagnostics diagnostics;
  if (const auto parsed = datafile::File::parse(file, std::move(text), diagnostics)) {
    datafile::TableReader table(parsed->root(), diagnostics);
    out.user = table.string_or("user", "");
    out.mail_sender = table.string_or("mail_sender", "");
    out.lang = language(table, "lang", {"kk", "ru", "en"});
    out.paper_lang = language(table, "paper_lang", {"kk", "ru"});
    if (auto users = table.optional_table("users")) {
      out.users.emplace();
      for (const auto& [name, roles] : users->node().entries()) {
        const auto words = users->strings(name);
        (*out.users)[name] = {words.begin(), words.end()};
      }
    }
    table.finish();
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
