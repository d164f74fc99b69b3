// SPDX-License-Identifier: MIT
#include "app/receive/said_beside.h"

#include <algorithm>

#include "app/core/names.h"
#include "base/replace_all.h"
#include "base/text.h"
#include "base/words.h"
#include "calendar/period_in_text.h"

namespace esep::app {
namespace {

using calendar::Period;

// «Министерство транспорта», «ноябрь 2026» of a line in which a comma, a bracket or a dash stands between them.
std::vector<std::string> parts_of(std::string text) {
  for (const char* mark : {",", "(", ")", "|", "/", "\n", "–", "—", " - "})
    text = replace_all(std::move(text), mark, ";");
  std::vector<std::string> out = split(text, ';');
  std::erase_if(out, [](const std::string& part) { return trim(part).empty(); });
  return out;
}

class SaidBeside {
 public:
  SaidBeside(Engine& engine, const CheckedFile& file, NameBook& names, Identity line)
      : engine_(engine), file_(file), names_(names), line_(line) {}

  [[nodiscard]] std::optional<AnotherIdentity> find(const std::string& text) {
    const auto parts = parts_of(text);
    if (parts.size() < 2 || (line_ != Identity::period && is_own_title(text))) return std::nullopt;
    for (const std::string& part : parts) {
      if (line_ != Identity::period) {
        if (auto found = other_period(part, text)) return found;
      }
      if (line_ != Identity::subject) {
        if (auto found = other_row(Identity::organisation, part, text)) return found;
      }
      if (!file_.form->subject.empty() && !file_.key.subject.empty()) {
        if (auto found = other_row(Identity::subject, part, text)) return found;
      }
    }
    return std::nullopt;
  }

 private:
  // A title may hold a year or another body's name.
  [[nodiscard]] bool is_own_title(const std::string& text) const {
    const LocalText title = row_title(engine_, register_of(engine_, file_, line_), own_key(file_, line_));
    const auto said = words_of(fold_look_alikes(text));
    return said == words_of(fold_look_alikes(title.kk)) || said == words_of(fold_look_alikes(title.ru)) ||
           said == words_of(fold_look_alikes(title.en));
  }

  [[nodiscard]] std::optional<AnotherIdentity> other_period(const std::string& part, const std::string& shown) const {
    const auto wanted = Period::parse(file_.key.period);
    if (!wanted) return std::nullopt;
    for (const calendar::PeriodInText& one : calendar::periods_in_text(part, wanted->year)) {
      if (!one.sure || one.period.kind != wanted->kind || one.period == *wanted) continue;
      return AnotherIdentity{Identity::period, one.period.text(),
                             Message("PERIOD-SHOWN", {{"shown", trim(shown)}, {"wanted", wanted->names()}})};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<AnotherIdentity> other_row(Identity identity, const std::string& part,
                                                         const std::string& shown) {
    const form::RegisterDefinition& of = register_of(engine_, file_, identity);
    const std::string& key = own_key(file_, identity);
    if (engine_.row(of.id, key) == nullptr) return std::nullopt;
    const RowNames& rows = names_.of(of);
    // A short name of a body may be that of a place in an address.
    const auto by = identity == Identity::subject ? RowNames::By::any_name : RowNames::By::title;
    auto found = rows.rows_by_key(part);
    if (found.empty()) found = rows.rows_in(part, by);
    const bool is_own = std::find(found.begin(), found.end(), key) != found.end();
    if (found.empty() || is_own || rows.compare(key, part) == NamedRow::same) return std::nullopt;
    return another_row(engine_, file_, identity, found, trim(shown));
  }

  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  Identity line_;
};

}  // namespace

std::optional<AnotherIdentity> said_beside(Engine& engine, const CheckedFile& file, NameBook& names, Identity line,
                                           const std::string& text) {
  return SaidBeside(engine, file, names, line).find(text);
}

}  // namespace esep::app
