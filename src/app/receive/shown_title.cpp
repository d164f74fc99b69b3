// SPDX-License-Identifier: MIT
#include "app/receive/shown_title.h"

#include <algorithm>

#include "app/receive/doubtful_title.h"
#include "app/receive/heading_words.h"
#include "app/receive/stage_words.h"
#include "base/text.h"
#include "report/cell_reference.h"
#include "report/read/parse_date.h"

namespace esep::app {
namespace {

using report::OtherCell;

class ShownTitle {
 public:
  ShownTitle(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words,
             const ShownCells& cells)
      : engine_(engine),
        file_(file),
        names_(names),
        words_(words),
        cells_(cells),
        doubtful_(engine, file, names, words_) {
    read_titles();
    for (const form::Field& field : file.form->fields) {
      if (names_stage(*file.form, field)) stage_field_ = &field;
    }
  }

  report::Findings run() {
    report::Findings out;
    for (const OtherCell& other : cells_.cells) {
      const std::string text = report::seen_text(other.cell, file_.grid->date_system());
      if (words_.bodies.addressee.stand_in(other.label) || is_of_an_act(text)) continue;
      auto found = other_form(text);
      if (!found) found = other_stage(text);
      const bool of_period = words_.period.stand_in(other.label) && words_.draft.words.stand_in(text);
      if (!found && (is_alone(other) || of_period) && is_draft(text)) found = draft(text);
      if (!found && is_alone(other) && is_doubtful(text)) {
        Message message("HEADING-DOUBTFUL", {{"shown", trim(text)}, {"wanted", file_.form->plain_title()}});
        found = report::Finding::of(std::move(message)).as(Severity::warning);
      }
      if (found) out.push_back(placed(other, std::move(*found)));
    }
    if (file_.grid->has_cells() && !cells_.guide && is_draft(sheet()))
      out.push_back(draft(sheet()).in(file_.file, sheet()));
    return out;
  }

 private:
  // A line with a value behind it is no title.
  [[nodiscard]] bool is_alone(const OtherCell& other) const {
    const auto& layout = file_.report.layout;
    const auto beside = [&](const auto& one) {
      return one.row == other.row && one.cell.column != other.cell.column && one.cell.kind != report::CellKind::blank;
    };
    return other.label.empty() && std::none_of(cells_.cells.begin(), cells_.cells.end(), beside) &&
           (cells_.guide || std::none_of(layout.fields.begin(), layout.fields.end(), beside));
  }

  [[nodiscard]] const std::string& sheet() const { return file_.grid->sheets()[cells_.sheet].name; }

  // The name of a stage may be «жоба».
  [[nodiscard]] bool is_draft(const std::string& text) const {
    return !is_of_own_stage(text) && doubtful_.is_draft(text);
  }

  [[nodiscard]] static report::Finding draft(const std::string& text) {
    return report::Finding::of(Message("HEADING-DRAFT", {{"shown", trim(text)}})).as(Severity::warning);
  }

  [[nodiscard]] bool is_of_own_stage(const std::string& text) const {
    return stage_field_ != nullptr && !file_.key.stage.empty() &&
           stage_in_words(*stage_field_, text, names_.words()) == file_.key.stage;
  }

  // The names by which people know the form, and those of its stage, are its titles too.
  [[nodiscard]] bool is_doubtful(const std::string& text) const {
    if (words_.form_in(text) == file_.form->id) return false;
    return !is_of_own_stage(text) && doubtful_.is_in(text);
  }

  struct Title {
    std::string form;
    WrittenName name;
  };

  void read_titles() {
    for (const std::string& id : engine_.catalog().form_ids()) {
      for (const auto* edition : engine_.catalog().editions(id)) {
        const LocalText title = edition->plain_title();
        for (const std::string* text : {&title.kk, &title.ru, &title.en}) {
          if (!text->empty()) titles_.push_back({id, WrittenName(*text, names_.words())});
        }
      }
    }
  }

  // «Приказ № 12 об утверждении проекта плана» is no title.
  [[nodiscard]] bool is_of_an_act(const std::string& text) const { return text.find("№") != std::string::npos; }

  // How many words of a form's titles stand in the cell, if all of one do and little else; 0: it is no such title.
  [[nodiscard]] size_t words_of_form(const WrittenName& shown, const Title& title) const {
    const size_t count = title.name.words().size();
    const bool is_long = shown.words().size() > 2 * count + 2;
    return is_long || !has_words_of(shown, title.name) ? 0 : count;
  }

  std::optional<report::Finding> other_form(const std::string& text) {
    const WrittenName shown(text, names_.words());
    size_t own = 0, most = 0;
    std::string other;
    for (const Title& title : titles_) {
      const size_t count = words_of_form(shown, title);
      if (title.form == file_.form->id) {
        own = std::max(own, count);
      } else if (count > most) {
        most = count;
        other = title.form;
      }
    }
    if (own == 0 && most == 0) other = words_.form_in(text);
    if (other.empty() || other == file_.form->id || (own > 0 && own >= most)) return std::nullopt;
    return problem(Message("FORM-SHOWN", {{"shown", trim(text)}, {"wanted", file_.form->plain_title()}}));
  }

  // A stage of one word («проект») is one only beside a word of the form's own titles.
  std::optional<report::Finding> other_stage(const std::string& text) {
    if (stage_field_ == nullptr || file_.key.stage.empty()) return std::nullopt;
    const std::string stage = stage_in_words(*stage_field_, text, names_.words());
    const WrittenName shown(text, names_.words());
    constexpr size_t kMostWords = 16;
    if (stage.empty() || stage == file_.key.stage || shown.words().size() > kMostWords) return std::nullopt;
    if (!has_word_of_form(shown)) return std::nullopt;
    return contradiction(
        file_, Message("STAGE-SHOWN", {{"shown", trim(text)}, {"wanted", stage_name(*stage_field_, file_.key.stage)}}));
  }

  [[nodiscard]] bool has_word_of_form(const WrittenName& shown) const {
    constexpr size_t kLetters = 4;
    return std::any_of(titles_.begin(), titles_.end(), [&](const Title& title) {
      const auto& words = title.name.words();
      return title.form == file_.form->id && std::any_of(words.begin(), words.end(), [&](const auto& word) {
               return word.letters.size() >= kLetters && stands_in(shown, word.letters);
             });
    });
  }

  // The word in any case: with the same beginning.
  [[nodiscard]] static bool stands_in(const WrittenName& shown, const std::u32string& word) {
    constexpr size_t kEnding = 2;
    const size_t stem = std::max<size_t>(4, word.size() > kEnding ? word.size() - kEnding : 0);
    return std::any_of(shown.words().begin(), shown.words().end(),
                       [&](const auto& one) { return one.letters.substr(0, stem) == word.substr(0, stem); });
  }

  [[nodiscard]] report::Finding problem(Message message) const { return contradiction(file_, std::move(message)); }

  [[nodiscard]] report::Finding placed(const OtherCell& at, report::Finding finding) const {
    const std::string cell = file_.grid->has_cells() ? report::cell_name(at.row, at.cell.column) : "";
    return std::move(finding).in(file_.file, sheet()).at(at.row, cell);
  }

  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  const HeadingWords& words_;
  const ShownCells& cells_;
  DoubtfulTitle doubtful_;
  std::vector<Title> titles_;
  const form::Field* stage_field_ = nullptr;
};

}  // namespace

report::Findings shown_title(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words,
                             const ShownCells& cells) {
  return ShownTitle(engine, file, names, words, cells).run();
}

}  // namespace esep::app
