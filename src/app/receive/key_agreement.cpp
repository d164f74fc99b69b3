// SPDX-License-Identifier: MIT
#include "app/receive/key_agreement.h"

#include <functional>

#include "app/core/names.h"

namespace esep::app {
namespace {

// How a value is called for people.
using TitleOf = std::function<LocalText(const std::string&)>;

std::string agreed(OpenedFile& file, const std::string& said, const std::string& wanted, const char* code,
                   const TitleOf& in_words) {
  if (said.empty() || wanted.empty() || said == wanted) return said.empty() ? wanted : said;
  add_error(file, Message(code, {{"found", in_words(said)}, {"wanted", in_words(wanted)}}));
  return said;
}

LocalText period_words(const std::string& text) {
  const auto period = calendar::Period::parse(text);
  return period ? period->names() : LocalText{text, text, text};
}

}  // namespace

std::string agreed_form(Engine& engine, OpenedFile& file, const std::string& said, const std::string& wanted) {
  return agreed(file, said, wanted, "FORM-OTHER", [&](const std::string& form) {
    const auto editions = engine.catalog().editions(form);
    return editions.empty() ? LocalText{form, form, form} : editions.back()->plain_title();
  });
}

report::ReportKey agreed_key(Engine& engine, OpenedFile& file, const form::FormDefinition& form,
                             const form::WorkbookIdentity& said, const Incoming& wanted) {
  report::ReportKey out;
  out.form = form.id;
  const auto organisation = [&](const std::string& code) { return organisation_title(engine, code); };
  const auto subject = [&](const std::string& key) {
    return LocalText{subject_with_key(engine, form, key, Lang::kk), subject_with_key(engine, form, key, Lang::ru),
                     subject_with_key(engine, form, key, Lang::en)};
  };
  const auto stage = [&](const std::string& id) {
    const report::ReportKey of{form.id, id, "", "", "", 1};
    return LocalText{stage_title(form, of, Lang::kk), stage_title(form, of, Lang::ru), stage_title(form, of, Lang::en)};
  };
  out.organisation = agreed(file, said.organisation, wanted.organisation, "ORGANISATION-OTHER", organisation);
  out.subject = agreed(file, said.subject, wanted.subject, "SUBJECT-OTHER", subject);
  out.period = agreed(file, said.period, wanted.period, "PERIOD-OTHER", period_words);
  out.stage = agreed(file, said.stage, wanted.stage, "STAGE-OTHER", stage);
  out.occurrence = wanted.occurrence.value_or(said.occurrence);
  return out;
}

}  // namespace esep::app
