// SPDX-License-Identifier: MIT
#include "form/label.h"

#include <algorithm>

#include "base/replace_all.h"
#include "base/text.h"

namespace esep::form {
namespace {

constexpr size_t kLongestLabel = 4096;  // bytes; no title is as long, and a cell may hold 256 kB

void add(std::vector<std::string>& out, const LocalText& title) {
  for (const std::string* text : {&title.kk, &title.ru, &title.en}) {
    if (!text->empty()) out.push_back(label_form(*text));
  }
}

// What a reader of the header could tell apart: letters of the same shape are one.
std::string seen(std::string_view text) { return fold_look_alikes(label_form(text)); }

// A title that both have; empty: none.
std::string common(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  const auto at = std::find_first_of(some.begin(), some.end(), others.begin(), others.end());
  return at == some.end() ? "" : *at;
}

// The title as it is written in the language in which it has this label.
std::string written(const ValueSpec& spec, const std::string& label) {
  const LocalText& title = spec.title.text;
  for (const std::string* text : {&title.kk, &title.ru, &title.en}) {
    if (seen(*text) == label) return *text;
  }
  return label;  // a title of before
}

// One field or column with what it is compared by.
struct Labelled {
  const ValueSpec* spec;
  size_t index;
  std::vector<std::string> labels;
  std::vector<std::vector<std::string>> groups;  // of a column: the labels of its header groups, innermost first
};

std::vector<std::vector<std::string>> groups_of(const FormDefinition& form, std::string id) {
  std::vector<std::vector<std::string>> out;
  while (out.size() <= form.groups.size()) {  // groups in a circle are reported elsewhere
    const Group* group = form.group(id);
    if (group == nullptr) break;
    auto& labels = out.emplace_back();
    add(labels, group->title.text);
    for (std::string& label : labels) label = fold_look_alikes(label);
    id = group->parent;
  }
  return out;
}

// Whether a reader of the header sees the two columns under the same titles.
bool stand_together(const Labelled& one, const Labelled& other) {
  return std::equal(one.groups.begin(), one.groups.end(), other.groups.begin(), other.groups.end(),
                    [](const auto& a, const auto& b) { return !common(a, b).empty(); });
}

class TitleChecker {
 public:
  explicit TitleChecker(const FormDefinition& form) {
    for (size_t i = 0; i < form.fields.size(); ++i) fields_.push_back({&form.fields[i], i, {}, {}});
    for (size_t i = 0; i < form.columns.size(); ++i)
      columns_.push_back({&form.columns[i], i, {}, groups_of(form, form.columns[i].group)});
    for (auto* list : {&fields_, &columns_}) {
      for (Labelled& one : *list) {
        one.labels = label_forms(*one.spec);
        for (std::string& label : one.labels) label = fold_look_alikes(label);
      }
    }
  }

  std::vector<TitleProblem> run() {
    for (const Labelled& field : fields_) {
      colon(field);
      for (size_t i = 0; i < field.index; ++i) compare(field, fields_[i], false);
      ids(field, fields_, false);
    }
    for (const Labelled& column : columns_) {
      for (const Labelled& field : fields_) compare(column, field, true);
      for (size_t i = 0; i < column.index; ++i) {
        if (stand_together(column, columns_[i])) compare(column, columns_[i], true);
      }
      ids(column, columns_, true);
    }
    return std::move(out_);
  }

 private:
  void colon(const Labelled& field) {
    for (const std::string& label : field.labels) {
      if (label.find(':') == std::string::npos) continue;
      out_.push_back({field.spec, false, field.index, nullptr, written(*field.spec, label)});
      return;
    }
  }

  void compare(const Labelled& one, const Labelled& other, bool is_column) {
    const std::string label = common(one.labels, other.labels);
    if (!label.empty()) out_.push_back({one.spec, is_column, one.index, other.spec, written(*one.spec, label)});
  }

  // A header may name the columns by their ids.
  void ids(const Labelled& one, const std::vector<Labelled>& all, bool is_column) {
    const LocalText& title = one.spec->title.text;
    for (const Labelled& other : all) {
      const std::string& id = other.spec->id;
      if (other.spec == one.spec || id.empty() || (title.kk != id && title.ru != id && title.en != id)) continue;
      out_.push_back({one.spec, is_column, one.index, other.spec, id});
    }
  }

  std::vector<Labelled> fields_;
  std::vector<Labelled> columns_;
  std::vector<TitleProblem> out_;
};

}  // namespace

std::string label_form(std::string_view text) {
  text = text.substr(0, kLongestLabel);
  std::string folded = fold_case(text);
  while (!folded.empty() && std::string_view(":* ").find(folded.back()) != std::string_view::npos) folded.pop_back();
  return replace_all(std::move(folded), "\u0451", "\u0435");  // «е» for «ё»
}

std::vector<std::string> label_forms(const ValueSpec& spec) {
  std::vector<std::string> out;
  add(out, spec.title.text);
  for (const LocalText& title : spec.former_titles) add(out, title);
  return out;
}

std::vector<TitleProblem> title_problems(const FormDefinition& form) { return TitleChecker(form).run(); }

Message message_of(const TitleProblem& problem, const ValueSpec* at) {
  const bool alone = problem.other == nullptr;
  const std::string code = alone ? "FORM-TITLE-COLON" : "FORM-TITLE-TWICE";
  const ValueSpec* rival = at == problem.other ? problem.of : problem.other;
  return Message(code, {{"title", problem.title}, {"name", alone ? "" : rival->id}});
}

LocalText told_title(const FormDefinition& form, const ValueSpec& spec) {
  LocalText out = spec.title.text;
  const auto at = std::find_if(form.columns.begin(), form.columns.end(),
                               [&](const Column& one) { return static_cast<const ValueSpec*>(&one) == &spec; });
  if (at == form.columns.end()) return out;
  const bool is_shared = std::any_of(form.columns.begin(), form.columns.end(), [&](const Column& other) {
    return &other != &*at && (other.title.text.kk == out.kk || other.title.text.ru == out.ru);
  });
  std::string id = is_shared ? at->group : "";
  for (size_t left = form.groups.size(); !id.empty() && left > 0; --left) {
    const auto group =
        std::find_if(form.groups.begin(), form.groups.end(), [&](const Group& one) { return one.id == id; });
    if (group == form.groups.end()) break;
    for (const auto& [title, before] :
         {std::pair(&out.kk, &group->title.text.kk), std::pair(&out.ru, &group->title.text.ru),
          std::pair(&out.en, &group->title.text.en)}) {
      if (!title->empty() && !before->empty()) *title = *before + " – " + *title;
    }
    id = group->parent;
  }
  return out;
}

}  // namespace esep::form
