// SPDX-License-Identifier: MIT
#include "app/core/titles.h"

#include <algorithm>

#include "app/core/event_titles.h"
#include "app/core/names.h"
#include "base/text.h"
#include "base/titled_list.h"

namespace esep::app {
namespace {

LocalText id_itself(const std::string& id) { return {id, id, id}; }

template <typename In>
LocalText in_each_language(const In& in) {
  return {in(Lang::kk), in(Lang::ru), in(Lang::en)};
}

const form::FormDefinition* newest_edition(Engine& engine, const std::string& form) {
  const auto editions = engine.catalog().editions(form);
  return editions.empty() ? nullptr : editions.back();
}

std::vector<std::string> parts_of(Engine& engine, const report::ReportKey& key, Lang lang) {
  std::vector<std::string> out{key.organisation.empty() ? "" : organisation_title(engine, key.organisation).in(lang),
                               key.subject, period_title(key.period).in(lang)};
  const auto* form = newest_edition(engine, key.form);
  out.push_back(form == nullptr ? key.stage : stage_title(*form, key, lang));
  std::erase(out, "");
  return out;
}

LocalText title_named(Engine& engine, const std::string& kind, const std::string& id) {
  if (kind == "form") return form_title(engine, id);
  if (kind == "period") return period_title(id);
  if (kind == "event") return engine.event_titles().of(id);
  return kind == "obligation" ? obligation_title(engine, id) : id_itself(id);
}

}  // namespace

LocalText form_title(Engine& engine, const std::string& form) {
  const auto* edition = newest_edition(engine, form);
  return edition == nullptr ? id_itself(form) : edition->list_title();
}

LocalText obligation_title(Engine& engine, const std::string& id) {
  const auto* obligation = engine.catalog().obligation(id);
  return obligation == nullptr ? id_itself(id) : obligation->title;
}

LocalText period_title(const std::string& period) {
  const auto parsed = calendar::Period::parse(period);
  return parsed ? parsed->names() : id_itself(period);
}

LocalText key_words(Engine& engine, const report::ReportKey& key) {
  return in_each_language([&](Lang lang) { return join(parts_of(engine, key, lang), "; "); });
}

LocalText report_words(Engine& engine, const report::ReportKey& key) {
  const LocalText form = form_title(engine, key.form);
  return in_each_language([&](Lang lang) {
    std::vector<std::string> parts = parts_of(engine, key, lang);
    if (!key.form.empty()) parts.insert(parts.begin(), form.in(lang));
    return join(parts, "; ");
  });
}

Message with_body_titles(Engine& engine, Message refusal) {
  for (auto& [kind, value] : refusal.args) {
    const auto* codes = std::get_if<std::string>(&value);
    if (codes == nullptr || (kind != "organisation" && kind != "bodies")) continue;
    std::vector<Titled> bodies;
    for (const std::string& part : split(*codes, ',')) {
      const std::string code = trim(part);
      bodies.push_back({code, organisation_title(engine, code)});
    }
    value = titled_list(bodies);
  }
  return refusal;
}

Error with_titles(Engine& engine, const Error& error) {
  Message named = error.message();
  for (auto& [kind, value] : named.args) {
    const auto* id = std::get_if<std::string>(&value);
    if (id != nullptr) value = title_named(engine, kind, std::string(*id));
  }
  return Error(std::move(named), error.hint(), error.kind());
}

}  // namespace esep::app
