// SPDX-License-Identifier: MIT
#include "app/upkeep/receipt_facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/core/names.h"
#include "app/paper/receipt.h"
#include "app/query/submission_view.h"
#include "registry/history_details.h"
#include "text/report_json.h"

namespace esep::app {
namespace {

constexpr std::array kLanguages{Lang::kk, Lang::ru, Lang::en};
// What stands in the entry that registered the submission, so that no later day changes it.
constexpr std::array kLasting{"RECEIPT-NUMBER",         "RECEIPT-REVISION",    "RECEIPT-RECEIVED", "RECEIPT-INCOMING",
                              "RECEIPT-NOMINAL",        "RECEIPT-EFFECTIVE",   "RECEIPT-USER",     "RECEIPT-FILE",
                              "RECEIPT-SHA256",         "RECEIPT-FORM-SHA256", "RECEIPT-CHAIN",    "RECEIPT-DAY",
                              "RECEIPT-WINDOW-NOMINAL", "RECEIPT-WINDOW-END",  "RECEIPT-COMPOSED"};
// An answer that lacks one of these was cut.
constexpr std::array kNeeded{"form",      "organisation", "period", "revision",   "received", "nominal",
                             "effective", "timeliness",   "sha256", "chain_head", "findings"};

text::ToldFacts document_facts(const document::Document& receipt) {
  text::ToldFacts out;
  for (const auto& block : receipt.sections.front().blocks) {
    if (const auto* fields = std::get_if<document::Fields>(&block)) {
      for (const auto& field : fields->fields) out.facts.emplace_back(field.label, form::canonical_text(field.value));
    }
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    const auto rows = table->rows();
    document::Row row;
    while (rows->next(row)) {
      auto& cells = out.findings.emplace_back();
      for (const auto& cell : row.cells) cells.push_back(form::canonical_text(cell.value));
    }
  }
  return out;
}

size_t shared_labels(const text::ToldFacts& told, const text::ToldFacts& known) {
  std::set<std::string> labels;
  for (const auto& [label, value] : known.facts) labels.insert(label);
  return static_cast<size_t>(std::count_if(told.facts.begin(), told.facts.end(),
                                           [&](const auto& fact) { return labels.contains(fact.first); }));
}

// In the language in which the receipt was written.
std::pair<Lang, text::ToldFacts> receipt_like(Engine& engine, const report::Submission& submission,
                                              const text::ToldFacts& told) {
  std::pair<Lang, text::ToldFacts> out;
  size_t most = 0;
  for (const Lang lang : kLanguages) {
    auto known = document_facts(make_receipt(engine, submission, lang));
    const size_t shared = shared_labels(told, known);
    if (shared <= most && most > 0) continue;
    most = shared;
    out = {lang, std::move(known)};
  }
  return out;
}

void compare_findings(Engine& engine, Lang lang, const text::ToldFacts& told, const text::ToldFacts& known,
                      std::vector<FactDifference>& out) {
  const size_t rows = std::max(told.findings.size(), known.findings.size());
  const std::string label = say_in(engine, lang)("FINDINGS-MESSAGE");
  if (told.findings.size() != known.findings.size())
    out.push_back({label, std::to_string(told.findings.size()), std::to_string(known.findings.size())});
  for (size_t i = 0; i < rows && i < told.findings.size() && i < known.findings.size(); ++i) {
    for (size_t c = 0; c < std::max(told.findings[i].size(), known.findings[i].size()); ++c) {
      const std::string a = c < told.findings[i].size() ? told.findings[i][c] : "";
      const std::string b = c < known.findings[i].size() ? known.findings[i][c] : "";
      if (a != b) out.push_back({label + " " + std::to_string(i + 1), a, b});
    }
  }
}

using Known = std::map<std::string, std::string>;

void compare_all(const text::ToldFacts& told, Known known, std::vector<FactDifference>& out) {
  for (const auto& [label, value] : told.facts) {
    const auto at = known.find(label);
    const std::string expected = at == known.end() ? "" : at->second;
    if (value != expected) out.push_back({label, value, expected});
    if (at != known.end()) known.erase(at);
  }
  for (const auto& [label, value] : known) out.push_back({label, "", value});
}

void compare_lasting(Engine& engine, Lang lang, const text::ToldFacts& told, const Known& known,
                     std::vector<FactDifference>& out) {
  std::set<std::string> lasting;
  for (const char* key : kLasting) lasting.insert(say_in(engine, lang)(key));
  for (const auto& [label, value] : told.facts) {
    const auto at = lasting.contains(label) ? known.find(label) : known.end();
    if (at != known.end() && at->second != value) out.push_back({label, value, at->second});
  }
}

// Verdicts and states that a submission had on some day, as answers word them.
class FormerVerdicts {
 public:
  FormerVerdicts(Engine& engine, const report::Submission& submission) {
    for (const auto& s :
         engine.registry().submissions({submission.key.form, submission.key.organisation, "", "", ""})) {
      if (s.key != submission.key) continue;
      const bool own = s.id == submission.id;
      for (const auto& entry : engine.registry().history().entries(s.id)) {
        const auto state = registry::state_after(entry.action, entry.details);
        if (own && state) states_.emplace(report::state_name(*state));
        // Older programs gave a rejected file a verdict, too.
        if (entry.action == "submit" && (own || s.revision > 0)) add_verdict(registry::details_by_key(entry.details));
      }
      if (s.revision > submission.revision && submission.revision > 0) states_.emplace("superseded");
    }
  }

  [[nodiscard]] bool had_state(const std::string& state) const { return states_.contains(state); }
  [[nodiscard]] bool had_verdict(const std::string& timeliness, const std::string& days) const {
    return verdicts_.contains({timeliness, days});
  }

 private:
  void add_verdict(registry::DetailsByKey facts) {
    if (!facts["effective"].empty()) {
      verdicts_.emplace(facts["timeliness"], facts["working_days_late"]);
    } else {
      for (const char* word : {"no_term", "no_deadline"}) verdicts_.emplace(word, "0");
    }
  }

  std::set<std::string> states_;
  std::set<std::pair<std::string, std::string>> verdicts_;
};

std::string at(const text::SubmissionFacts& facts, const std::string& key) {
  const auto found = facts.find(key);
  return found == facts.end() ? "" : found->second;
}

}  // namespace

std::vector<FactDifference> receipt_differences(Engine& engine, const report::Submission& submission,
                                                const text::ToldFacts& told, FactsToCompare facts) {
  std::vector<FactDifference> out;
  const auto [lang, known] = receipt_like(engine, submission, told);
  const Known by_label(known.facts.begin(), known.facts.end());
  if (facts == FactsToCompare::lasting) {
    compare_lasting(engine, lang, told, by_label, out);
  } else {
    compare_all(told, by_label, out);
    compare_findings(engine, lang, told, known, out);
  }
  return out;
}

std::vector<FactDifference> answer_differences(Engine& engine, const report::Submission& submission,
                                               const text::SubmissionFacts& told) {
  Standings standings(engine);
  const auto view = submission_view(engine, standings, submission);
  const auto render = [&engine](const Message& message) { return engine.messages().render(message, Lang::en); };
  const auto now = text::read_told_facts(text::submissions_json({view}, {}, render, Lang::en));
  const text::SubmissionFacts& known = now->submissions.front();
  const FormerVerdicts former(engine, submission);
  const bool once_judged_so = former.had_verdict(at(told, "timeliness"), at(told, "working_days_late"));
  std::vector<FactDifference> out;
  for (const auto& [key, value] : told) {
    if (value == at(known, key) && known.contains(key)) continue;
    if (key == "state" && former.had_state(value)) continue;
    if ((key == "timeliness" || key == "working_days_late") && once_judged_so) continue;
    out.push_back({key, value, at(known, key)});
  }
  for (const char* key : kNeeded) {
    if (!told.contains(key)) out.push_back({key, "", at(known, key)});
  }
  return out;
}

bool is_number_label(Engine& engine, const std::string& label) {
  return std::any_of(kLanguages.begin(), kLanguages.end(),
                     [&](Lang lang) { return say_in(engine, lang)("RECEIPT-NUMBER") == label; });
}

}  // namespace esep::app
