// SPDX-License-Identifier: MIT
#include "app/core/settings.h"

#include "datafile/data_invalid.h"
#include "datafile/toml.h"

namespace esep::app {

namespace {

std::optional<Lang> language(datafile::TableReader& table, const char* key, const std::vector<std::string>& known) {
  if (!table.has(key)) {
    table.string_or(key, "");  // known, so a misspelt key is told of it
    return std::nullopt;
  }
  return lang_from_code(table.one_of(key, known));
}

// `["agency"]`, or `{ roles = ["agency"], bodies = ["km"] }`.
report::UserRights read_user(datafile::TableReader& users, const std::string& name, const datafile::Node& given) {
  report::UserRights out;
  out.is_list = given.kind() != datafile::Kind::table;
  if (out.is_list) {
    const auto roles = users.strings(name);
    out.roles = {roles.begin(), roles.end()};
    return out;
  }
  auto user = users.optional_table(name);
  const auto roles = user->strings("roles");
  out.roles = {roles.begin(), roles.end()};
  const auto bodies = user->strings("bodies");
  if (user->has("bodies")) out.bodies.emplace(bodies.begin(), bodies.end());
  user->finish();
  return out;
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
      for (const auto& [name, rights] : users->node().entries()) (*out.users)[name] = read_user(*users, name, rights);
    }
    if (auto portal = table.optional_table("portal")) {
      out.portal = portal->required_string("url");
      const bool web = out.portal.starts_with("https://") || out.portal.starts_with("http://");
      if (!web) portal->report("url", "PORTAL-URL", Message("PORTAL-URL", {{"url", out.portal}}));
      while (out.portal.ends_with('/')) out.portal.pop_back();
      portal->finish();
    }
    table.finish();
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
