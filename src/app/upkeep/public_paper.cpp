// SPDX-License-Identifier: MIT
#include "app/upkeep/public_paper.h"

#include <algorithm>
#include <set>

#include "app/core/message_key.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/standing_words.h"
#include "app/core/status.h"
#include "app/core/titles.h"
#include "base/text.h"

namespace esep::app {
namespace {

// A paper's name does not say of which period it is: «Сводная информация…, {period}».
LocalText without_period(const LocalText& title) {
  const auto cut = [](const std::string& text, Lang lang) {
    std::string out = interpolate(text, {{"period", ""}}, lang);
    while (out.ends_with(' ') || out.ends_with(',')) out.pop_back();
    return out;
  };
  return {cut(title.kk, Lang::kk), cut(title.ru, Lang::ru), cut(title.en, Lang::en)};
}

// What a paper of the register is about: a summary, or the form or duty whose status it lists.
LocalText topic_title(Engine& engine, const std::string& kind, const std::string& id) {
  if (id == "proposals") return engine.render_all("PROPOSALS-TITLE");
  if (kind == "summary") {
    const auto* summary = engine.summaries().find(id);
    return summary == nullptr ? LocalText{id, id, id} : without_period(summary->title);
  }
  const auto* duty = obligation_without_form(engine.catalog(), id);
  return duty == nullptr ? form_title(engine, id) : duty->title;
}

void add_report(Engine& engine, const report::Submission& submission, Lang lang, PublicPaper& out) {
  out.organisation = organisation_title(engine, submission.key.organisation).in(lang);
  out.period = period_title(submission.key.period).in(lang);
  out.state = say_in(engine, lang)(state_message(engine, submission));
  out.received = submission.receipt.received.date;
  out.composed = is_composed(engine, submission);
}

}  // namespace

PublicReceipt public_receipt(Engine& engine, const std::vector<report::Submission>& received, Lang lang) {
  const auto in_force =
      std::find_if(received.rbegin(), received.rend(), [](const auto& one) { return one.is_in_force(); });
  const report::Submission& one = in_force == received.rend() ? received.back() : *in_force;
  PublicReceipt out;
  out.state = one.state;
  out.facts.kind = form_title(engine, one.key.form).in(lang);
  add_report(engine, one, lang, out.facts);
  if (one.state != report::State::superseded) return out;
  if (const auto now = engine.registry().latest_accepted(one.key)) out.replaced_by = now->revision;
  return out;
}

std::string paper_title(Engine& engine, const std::string& name, Lang lang) {
  static const std::set<std::string> kPapers{"report", "receipt", "recommendations", "return",  "differences",
                                             "status", "due",     "summary",         "reminder"};
  const std::vector<std::string> words = split(name, ' ');
  if (!kPapers.contains(words.front())) return name;
  std::string out = say_in(engine, lang)(Message(message_key("PAPER-KIND-", words.front()), {}));
  // The marked copy is the only other file of its kind.
  if (words.front() == "return" && words.size() > 2 && words[1] == "notes")
    return say_in(engine, lang)("PAPER-KIND-MARKED-COPY");
  for (size_t i = 1; i + 1 < words.size(); ++i) out += ": " + topic_title(engine, words.front(), words[i]).in(lang);
  return out;
}

std::optional<PublicPaper> public_paper(Engine& engine, const std::string& code, Lang lang) {
  PublicPaper out;
  out.code = typed_paper_code(code);
  const std::vector<registry::Paper> papers = engine.registry().papers_with_code(out.code);
  if (papers.empty()) return std::nullopt;
  const registry::Paper& paper = papers.front();
  out.kind = paper_title(engine, paper.name, lang);
  if (!paper.submission) return out;
  add_report(engine, engine.registry().find(std::to_string(*paper.submission)), lang, out);
  return out;
}

}  // namespace esep::app
