// SPDX-License-Identifier: MIT
#include "report/read/choice_line.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "report/read/taken_words.h"

namespace esep::report {

using form::ValueSpec;

namespace {

std::string choice_list(const ValueSpec& column, Lang lang) {
  std::vector<std::string> titles;
  for (const auto& choice : column.choices) titles.push_back(choice.title.in(lang));
  return join(titles, "; ");
}

}  // namespace

LocalText choice_titles(const ValueSpec& column) {
  return {choice_list(column, Lang::kk), choice_list(column, Lang::ru), choice_list(column, Lang::en)};
}

const form::Choice* find_choice(const ValueSpec& column, std::string_view typed) {
  const auto find = [&](const auto& is_wanted) -> const form::Choice* {
    for (const auto& choice : column.choices) {
      for (const std::string* title : {&choice.id, &choice.title.kk, &choice.title.ru, &choice.title.en}) {
        if (!title->empty() && is_wanted(*title)) return &choice;
      }
    }
    return nullptr;
  };
  if (const auto* exact = find([&](const std::string& title) { return title == typed; })) return exact;
  const auto alike = [&](std::string_view text) {
    return find(
        [wanted = fold_look_alikes(text)](const std::string& title) { return fold_look_alikes(title) == wanted; });
  };
  if (const auto* same = alike(typed)) return same;
  return typed.ends_with('.') ? alike(typed.substr(0, typed.size() - 1)) : nullptr;  // «Исполняется.»
}

namespace {

// What stands between two choices: "A, B", "A; B", "A/B", «A и B», «A және B».
struct Cut {
  size_t begin = 0, end = 0;  // bytes
};

std::vector<Cut> cuts_of(std::string_view line) {
  std::vector<Cut> out;
  for (size_t at = 0; at < line.size();) {
    const auto word = std::find_if(kBetweenChoices.begin(), kBetweenChoices.end(),
                                   [&](std::string_view one) { return line.substr(at).starts_with(one); });
    const bool mark = line[at] == ',' || line[at] == ';' || line[at] == '/';
    const size_t length = word != kBetweenChoices.end() ? word->size() : mark ? 1 : 0;
    if (length > 0) out.push_back({at, at + length});
    at += std::max<size_t>(length, 1);
  }
  return out;
}

// The parts of a line of choices. A title may be divided in the same way itself, so the whole line is tried first, and
// of several ways to divide it the one that leaves the fewest words unknown, with the longest titles.
class ChoiceLine {
 public:
  ChoiceLine(const ValueSpec& column, std::string_view line) : column_(column), line_(line), ends_(cuts_of(line)) {
    ends_.push_back({line.size(), line.size()});
    for (const auto& choice : column.choices) {
      for (const std::string* title : {&choice.title.kk, &choice.title.ru, &choice.title.en})
        most_ = std::max(most_, cuts_of(*title).size() + 1);
    }
  }

  std::vector<std::string> parts() {
    const size_t count = ends_.size();
    if (count == 1 || count > kMostParts || find_choice(column_, line_) != nullptr) return {std::string(line_)};
    best_.assign(count + 1, {});
    for (size_t from = count; from-- > 0;) best_[from] = best_at(from);
    std::vector<std::string> out;
    std::optional<size_t> open;  // where words begin that are no choice; they stay together
    for (size_t from = 0; from < count; from = best_[from].next) {
      const bool unknown = !best_[from].known;
      std::string part = text(open && unknown ? *open : from, best_[from].next);
      if (part.empty()) continue;
      if (open && unknown) {
        out.back() = std::move(part);
        continue;
      }
      out.push_back(std::move(part));
      open = unknown ? std::optional(from) : std::nullopt;
    }
    return out;
  }

 private:
  static constexpr size_t kMostParts = 1000;
  struct Step {
    size_t next = 0;     // where the next part begins
    size_t unknown = 0;  // words from here on that are no choice
    bool known = false;
  };

  [[nodiscard]] std::string text(size_t from, size_t to) const {
    const size_t begin = from == 0 ? 0 : ends_[from - 1].end;
    return trim(line_.substr(begin, ends_[to - 1].begin - begin));
  }

  [[nodiscard]] Step best_at(size_t from) const {
    const std::string word = text(from, from + 1);
    Step out{from + 1, best_[from + 1].unknown + (word.empty() ? 0 : 1), word.empty()};
    for (size_t to = std::min(from + most_, ends_.size()); to > from; --to) {
      const size_t unknown = best_[to].unknown;
      if (unknown >= out.unknown || find_choice(column_, text(from, to)) == nullptr) continue;
      out = {to, unknown, true};
    }
    return out;
  }

  const ValueSpec& column_;
  std::string_view line_;
  std::vector<Cut> ends_;  // of the words
  size_t most_ = 1;        // words of the longest title
  std::vector<Step> best_;
};

}  // namespace

std::vector<std::string> choice_parts(const ValueSpec& column, std::string_view line) {
  return ChoiceLine(column, line).parts();
}

}  // namespace esep::report
