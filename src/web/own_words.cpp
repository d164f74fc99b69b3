// SPDX-License-Identifier: MIT
#include "web/own_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace esep::web {
namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 34> kOwn = {{
    {"ANSWER-REASON", "WEB-SAY-REASON"},
    {"ASSESSMENT-HINT", "WEB-SAY-ASSESS"},
    {"CORRECT-HINT", "WEB-SAY-CORRECT"},
    {"DISPATCH-CODE-HINT", "WEB-SAY-CODE"},
    {"DISPATCH-COMPLETE", "WEB-SAY-COMPLETE"},
    {"DISPATCH-INCOMPLETE-HINT", "WEB-SAY-INCOMPLETE"},
    {"DISPATCH-RETURNED-HINT", "WEB-SAY-INCOMPLETE"},
    {"DONE-HAS-FORM", "WEB-SAY-HAS-FORM"},
    {"EVENT-BY-COMMAND", "WEB-SAY-EVENT"},
    {"EVENT-IN-COLUMN", "WEB-SAY-COLUMN"},
    {"LOCK-REASON", "WEB-SAY-REASON"},
    {"PERIOD-NEEDED", "WEB-SAY-PERIOD"},
    {"PERIOD-NONE-OPTION", "WEB-SAY-NO-PERIOD"},
    {"PLACE-ITEM", "WEB-SAY-PLACE"},
    {"REGISTRY-MISSING-HINT", "WEB-SAY-SETTINGS"},
    {"REMIND-NO-SENDER", "WEB-SAY-SETTINGS"},
    {"REMIND-WORDS", "WEB-SAY-SETTINGS"},
    {"REMIND-WORDS-FORMED", "WEB-SAY-SETTINGS"},
    {"REVIEW-CHANGED", "WEB-SAY-CHANGED"},
    {"REVIEW-NO-REASON", "WEB-SAY-RETURN"},
    {"STEP-BODY-NONE", "WEB-SAY-NO-BODY"},
    {"STEP-HINT", "WEB-SAY-STEP"},
    {"STEP-HINT-PROPOSAL", "WEB-SAY-STEP"},
    {"STEP-HINT-RIGHT", "WEB-SAY-STEP"},
    {"STEP-USER-UNKNOWN", "WEB-SAY-NO-ROLE"},
    {"SUBJECT-NEEDED", "WEB-SAY-SUBJECT"},
    {"SUBJECT-NONE", "WEB-SAY-NO-SUBJECT"},
    {"VERDICT-GROUND", "WEB-SAY-GROUND"},
    {"VERDICT-REASON", "WEB-SAY-REASON"},
    {"WAIVE-PERIOD", "WEB-SAY-PERIOD"},
    {"WAIVE-WORDS", "WEB-SAY-WAIVE"},
    {"WORKFLOW-USER-BODY", "WEB-SAY-SETTINGS"},
    {"WORKFLOW-USER-ROLE", "WEB-SAY-SETTINGS"},
    {"WITHDRAWN-ALREADY-HINT", "WEB-SAY-CORRECT"},
}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Without "(…)" that name a command.
std::string without_brackets(std::string text) {
  for (size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const size_t close = text.find(')', open);
    if (close == std::string::npos) break;
    if (!names_command(std::string_view(text).substr(open, close - open))) continue;
    const size_t first = open > 0 && text[open - 1] == ' ' ? open - 1 : open;
    text.erase(first, close + 1 - first);
    open = first;
  }
  return text;
}

// The sentences that name no command.
std::string for_a_page(const std::string& pattern) {
  const std::string text = without_brackets(pattern);
  std::string out;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = text.find_first_of(".?!", begin);
    while (end != std::string::npos && end + 1 < text.size() && text[end + 1] != ' ')
      end = text.find_first_of(".?!", end + 1);
    const size_t next = end == std::string::npos ? text.size() : end + 1;
    const std::string sentence = text.substr(begin, next - begin);
    if (!names_command(sentence)) out += (out.empty() ? "" : " ") + sentence;
    begin = std::min(text.size(), next + 1);
  }
  return out;
}

}  // namespace

bool names_command(std::string_view text) {
  for (size_t at = text.find("esep "); at != std::string_view::npos; at = text.find("esep ", at + 1))
    if (at == 0 || !is_letter(text[at - 1])) return true;
  for (size_t at = text.find("--"); at != std::string_view::npos; at = text.find("--", at + 2))
    if (at + 2 < text.size() && is_letter(text[at + 2])) return true;
  return text.find(".toml") != std::string_view::npos;
}

Message own_words(const Message& message, const datafile::MessageCatalogue& catalogue) {
  if (message.key.empty()) return message;
  const auto found = std::find_if(kOwn.begin(), kOwn.end(), [&](const auto& one) { return one.first == message.key; });
  if (found != kOwn.end()) return {std::string(found->second), message.args};
  const LocalText* text = catalogue.find(message.key);
  if (text == nullptr || !(names_command(text->kk) || names_command(text->ru) || names_command(text->en)))
    return message;
  const LocalText kept{for_a_page(text->kk), for_a_page(text->ru), for_a_page(text->en)};
  return kept.kk.empty() || kept.ru.empty() || kept.en.empty() ? Message() : Message(kept, message.args);
}

}  // namespace esep::web
