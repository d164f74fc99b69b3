// SPDX-License-Identifier: MIT
#include "app/receive/paper_texts.h"

#include "app/core/names.h"
#include "app/query/heading_fields.h"

namespace esep::app {
namespace {

using registry::PaperText;

std::string text_in(const std::map<std::string, form::Value>& fields, const std::string& id) {
  const auto at = fields.find(id);
  return at == fields.end() ? std::string() : form::canonical_text(at->second);
}

}  // namespace

void add_paper_texts(Queries& queries, registry::NewSubmission& submission) {
  const LocalText organisation = organisation_title(queries.engine(), submission.key.organisation);
  for (const Lang lang : {Lang::kk, Lang::ru})
    submission.texts.push_back({lang, 0, std::string(PaperText::kOrganisation), organisation.in(lang)});
  for (const auto& [id, value] :
       heading_fields(queries, *submission.form, submission.key, submission.receipt.received, Lang::ru)) {
    std::string text = form::canonical_text(value);
    if (text != text_in(submission.fields, id)) submission.texts.push_back({Lang::ru, 0, id, std::move(text)});
  }
}

void add_paper_texts(const ComposedRows& kazakh, const ComposedRows& russian, registry::NewSubmission& submission) {
  const auto& columns = submission.form->columns;
  if (russian.size() != kazakh.size())
    submission.texts.push_back({Lang::ru, 0, std::string(PaperText::kRows), std::to_string(russian.size())});
  for (size_t i = 0; i < russian.size(); ++i) {
    for (size_t k = 0; k < columns.size(); ++k) {
      std::string text = form::canonical_text(russian[i][k]);
      if (i < kazakh.size() && text == form::canonical_text(kazakh[i][k])) continue;
      submission.texts.push_back({Lang::ru, static_cast<int64_t>(i) + 1, columns[k].id, std::move(text)});
    }
  }
}

}  // namespace esep::app
