// SPDX-License-Identifier: MIT
#include "app/receive/stage_words.h"

#include <algorithm>

namespace esep::app {

bool names_stage(const form::FormDefinition& form, const form::Field& field) {
  const auto& stages = form.reporting.stages;
  return !field.choices.empty() && field.choices.size() == stages.size() &&
         std::all_of(field.choices.begin(), field.choices.end(), [&](const form::Choice& choice) {
           return std::find(stages.begin(), stages.end(), choice.id) != stages.end();
         });
}

LocalText stage_name(const form::Field& field, const std::string& stage) {
  const auto at = std::find_if(field.choices.begin(), field.choices.end(),
                               [&](const form::Choice& choice) { return choice.id == stage; });
  return at == field.choices.end() ? LocalText{stage, stage, stage} : at->title;
}

std::string stage_in_words(const form::Field& field, const std::string& text, const NameWords& words) {
  const WrittenName shown(text, words);
  std::string best;
  size_t most = 0;
  for (const form::Choice& choice : field.choices) {
    for (const std::string* title : {&choice.title.kk, &choice.title.ru, &choice.title.en}) {
      const WrittenName name(*title, words);
      const size_t count = has_words_of(shown, name) ? name.words().size() : 0;
      if (count == 0 || count < most || (count == most && best == choice.id)) continue;
      best = count > most ? choice.id : "";
      most = count;
    }
  }
  return best;
}

}  // namespace esep::app
