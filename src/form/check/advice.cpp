// SPDX-License-Identifier: MIT
#include "form/check/advice.h"

#include <algorithm>

#include "base/text.h"
#include "form/check/file_problems.h"
#include "form/label.h"

namespace esep::form {
namespace {

class Adviser {
 public:
  Adviser(const FormDefinition& form, const std::vector<Obligation>& obligations, Diagnostics& diagnostics)
      : form_(form), obligations_(obligations), diagnostics_(diagnostics) {}

  void run() {
    if (!form_.reporting.stages.empty()) {
      idle_stages();
      examples();
    }
    titles();
    untried_rules();
  }

 private:
  void add(const FormPlace& place, Severity severity, Message message) {
    diagnostics_.push_back(problem_at(form_.file, place, std::move(message)));
    diagnostics_.back().severity = severity;
  }

  [[nodiscard]] bool is_asked_for(const std::string& stage) const {
    const auto of = [&](const Obligation& one) { return one.form == form_.id && one.stage == stage; };
    return std::any_of(obligations_.begin(), obligations_.end(), of) ||
           std::any_of(form_.obligations.begin(), form_.obligations.end(), of);
  }

  void idle_stages() {
    for (const std::string& stage : form_.reporting.stages) {
      if (!is_asked_for(stage)) add({"", "", "stages"}, Severity::warning, {"FORM-STAGE-IDLE", {{"name", stage}}});
    }
  }

  // A report without a stage is not taken, so the example is none of a report.
  void examples() {
    if (is_asked_for("")) return;
    for (const Example& one : form_.examples) {
      if (one.stage.empty())
        add({"example", one.name, "name"}, Severity::warning, {"FORM-EXAMPLE-STAGE", {{"name", one.name}}});
    }
  }

  static bool is_titled_alike(const LocalText& a, const LocalText& b) {
    const auto same = [](const std::string& left, const std::string& right) {
      return !left.empty() && fold_look_alikes(label_form(left)) == fold_look_alikes(label_form(right));
    };
    return same(a.kk, b.kk) || same(a.ru, b.ru) || same(a.en, b.en);
  }

  // A stage is called by the title of its obligation.
  void titles() {
    const auto& all = form_.obligations;
    for (size_t i = 0; i < all.size(); ++i) {
      const auto before = std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [&](const auto& one) {
        return one.stage != all[i].stage && is_titled_alike(one.title, all[i].title);
      });
      if (before == all.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      add({"obligation", all[i].id, "title"}, Severity::warning,
          {"FORM-STAGE-TITLE", {{"stage", all[i].stage}, {"other", before->stage}}});
    }
  }

  void untried_rules() {
    std::vector<std::string> untried;
    for (const Rule& rule : form_.rules) {
      const auto breaks = [&](const Example& example) {
        return std::any_of(example.findings.begin(), example.findings.end(),
                           [&](const ExampleFinding& one) { return one.code == rule.code; });
      };
      if (!rule.key && std::none_of(form_.examples.begin(), form_.examples.end(), breaks)) untried.push_back(rule.code);
    }
    if (!untried.empty())
      add({"rule", untried.front(), "code"}, Severity::info, {"FORM-RULES-UNTRIED", {{"codes", join(untried, ", ")}}});
  }

  const FormDefinition& form_;
  const std::vector<Obligation>& obligations_;
  Diagnostics& diagnostics_;
};

}  // namespace

void advise(const FormDefinition& form, const std::vector<Obligation>& obligations, Diagnostics& diagnostics) {
  Adviser(form, obligations, diagnostics).run();
}

}  // namespace esep::form
