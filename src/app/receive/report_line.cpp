// SPDX-License-Identifier: MIT
#include "app/receive/report_line.h"

#include "app/core/names.h"
#include "base/text.h"

namespace esep::app {
namespace {

std::string line_in(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key, int revision,
                    Lang lang) {
  std::vector<std::string> parts;
  const auto put = [&](const std::string& part) {
    if (!part.empty()) parts.push_back(part);
  };
  if (!key.organisation.empty()) put(organisation_title(engine, key.organisation).in(lang));
  if (!key.subject.empty()) put(subject_with_key(engine, form, key.subject, lang));
  put(form.list_title().in(lang));
  const auto period = calendar::Period::parse(key.period);
  put(period ? period->name(lang) : key.period);
  put(stage_title(form, key, lang));
  if (revision > 0) put(say_in(engine, lang)(Message("WHOSE-REVISION", {{"revision", std::to_string(revision)}})));
  return join(parts, "; ");
}

}  // namespace

Message report_line(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key, int revision) {
  LocalText line;
  line.kk = line_in(engine, form, key, revision, Lang::kk);
  line.ru = line_in(engine, form, key, revision, Lang::ru);
  line.en = line_in(engine, form, key, revision, Lang::en);
  return Message("WHOSE-REPORT", {{"report", line}});
}

}  // namespace esep::app
