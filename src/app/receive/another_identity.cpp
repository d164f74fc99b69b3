// SPDX-License-Identifier: MIT
#include "app/receive/another_identity.h"

#include <algorithm>
#include <set>

#include "app/core/names.h"
#include "base/text.h"
#include "base/words.h"
#include "calendar/period_words.h"

namespace esep::app {
namespace {

// Of one writing: letters of one shape, case and punctuation are no difference.
std::string plain_words(const form::Value& value) {
  return join(words_of(fold_look_alikes(form::canonical_text(value))), " ");
}

// Without «годы», «гг.», «жылдарға» beside the numbers of years.
std::vector<std::string> words_but_years(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string& word : words_of(text)) {
    const bool year = calendar::said_by(calendar::plain_letters(word)).kind == calendar::SaidWord::Kind::year;
    if (!year) out.push_back(fold_look_alikes(word));
  }
  return out;
}

// How the words of a text stand to those of a title in one language.
class TitleWords {
 public:
  TitleWords(const std::string& title, const NameWords& known)
      : known_(known), name_(title, known), words_(words_of(fold_look_alikes(title))) {}

  [[nodiscard]] bool is_foreign(const std::string& word) const {
    constexpr size_t kShortest = 4;  // bytes: two Cyrillic letters
    const bool digits = word.front() >= '0' && word.front() <= '9';
    if (!digits && word.size() <= kShortest) return false;
    if (has_words_of(name_, WrittenName(word, known_))) return false;
    return digits || std::none_of(words_.begin(), words_.end(), [&](const auto& one) { return is_like(word, one); });
  }
  [[nodiscard]] bool lacks_much(size_t said) const { return said * 10 < words_.size() * 6; }
  [[nodiscard]] const std::string& digits() const { return name_.digits(); }

 private:
  // Shortened («оздоровл.»), or a letter of a long word is mistyped.
  [[nodiscard]] static bool is_like(const std::string& word, const std::string& of_title) {
    constexpr size_t kStem = 8, kLong = 12;  // bytes
    if (word.size() >= kStem && of_title.starts_with(word)) return true;
    return word.size() >= kLong && of_title.size() >= kLong && edit_distance(word, of_title) <= 1;
  }

  const NameWords& known_;
  WrittenName name_;
  std::vector<std::string> words_;
};

enum class TitleForm { same, shortened, another };

TitleForm form_of_title(std::string_view text, const LocalText& title, const NameWords& known) {
  const std::vector<std::string> said = words_but_years(text);
  const std::string digits = WrittenName(text, known).digits();
  TitleForm best = TitleForm::another;
  for (const std::string* one : {&title.kk, &title.ru, &title.en}) {
    const TitleWords words(*one, known);
    const bool foreign =
        std::any_of(said.begin(), said.end(), [&](const std::string& word) { return words.is_foreign(word); });
    if (one->empty() || foreign) continue;
    if (!words.lacks_much(said.size()) && digits == words.digits()) return TitleForm::same;
    best = TitleForm::shortened;
  }
  return best;
}

bool bears(const form::Roadmap& roadmap, const std::string& words) {
  const LocalText& title = roadmap.title;
  return !words.empty() &&
         (words == plain_words(title.kk) || words == plain_words(title.ru) || words == plain_words(title.en));
}

class NamedOtherwise {
 public:
  NamedOtherwise(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingValue& at)
      : engine_(engine), file_(file), names_(names), at_(at) {}

  [[nodiscard]] std::optional<AnotherIdentity> find() {
    switch (at_.field.source) {
      case form::FieldSource::subject_column:
        return of_register(Identity::subject);
      case form::FieldSource::organisation_column:
        return of_register(Identity::organisation);
      case form::FieldSource::query: {
        auto roadmap = of_roadmap();
        return roadmap ? roadmap : of_body();
      }
      default:
        return std::nullopt;
    }
  }

 private:
  [[nodiscard]] std::optional<AnotherIdentity> of_register(Identity identity) {
    const form::RegisterDefinition& of = register_of(engine_, file_, identity);
    const std::string& key = own_key(file_, identity);
    const form::ValueSpec* column = of.column(at_.field.register_column);
    const std::string said = plain_words(at_.value);
    if (column == nullptr || said.empty()) return std::nullopt;
    const std::string& id = column->id;
    std::vector<std::string> keys;
    std::set<std::string> seen;
    bool unique = column->type == form::ColumnType::text;
    for (const report::RegisterRow& row : engine_.rows(of.id)) {
      const auto in_row = row.values.find(id);
      const std::string words = in_row == row.values.end() ? "" : plain_words(in_row->second);
      if (words.empty()) continue;
      unique = seen.insert(words).second && unique;
      if (words == said) keys.push_back(row.key);
    }
    const bool own = std::find(keys.begin(), keys.end(), key) != keys.end();
    if (keys.empty() || own || !(unique || identifies(of, *column))) return std::nullopt;
    return another_row(engine_, file_, identity, keys, trim(at_.shown) + " (" + join(keys, ", ") + ")");
  }

  // «agreement_date» is the day of «agreement_number».
  [[nodiscard]] bool identifies(const form::RegisterDefinition& of, const form::ValueSpec& column) const {
    constexpr std::string_view kDate = "_date", kNumber = "_number", kCode = "code";
    const std::string& id = column.id;
    if (column.type == form::ColumnType::date && id.ends_with(kDate))
      return of.column(id.substr(0, id.size() - kDate.size()) + std::string(kNumber)) != nullptr;
    if (column.type != form::ColumnType::text) return false;
    return id.ends_with(kNumber) || id.ends_with(kCode) || names_.words().is_of_name(id);
  }

  [[nodiscard]] std::optional<AnotherIdentity> of_roadmap() const {
    const std::string known = plain_words(at_.known);
    const auto& roadmaps = engine_.catalog().roadmaps();
    const auto own = std::find_if(roadmaps.begin(), roadmaps.end(), [&](const auto& one) { return bears(one, known); });
    if (own == roadmaps.end() || bears(*own, plain_words(at_.shown))) return std::nullopt;
    const bool of_other = std::any_of(roadmaps.begin(), roadmaps.end(),
                                      [&](const auto& one) { return bears(one, plain_words(at_.shown)); });
    if (!of_other && form_of_title(at_.shown, own->title, names_.words()) != TitleForm::another) return std::nullopt;
    return AnotherIdentity{Identity::subject, "",
                           Message("ROADMAP-SHOWN", {{"shown", trim(at_.shown)}, {"wanted", own->title}})};
  }

  [[nodiscard]] std::optional<AnotherIdentity> of_body() {
    const auto& of = engine_.catalog().organisations();
    const std::string& key = file_.key.organisation;
    const RowNames& rows = names_.of(of);
    const auto named = rows.rows_in(form::canonical_text(at_.known), RowNames::By::any_name);
    if (std::find(named.begin(), named.end(), key) == named.end()) return std::nullopt;
    if (rows.compare(key, at_.shown) != NamedRow::other) return std::nullopt;
    return another_row(engine_, file_, Identity::organisation, rows.rows_in(at_.shown, RowNames::By::any_name),
                       trim(at_.shown));
  }

  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  const HeadingValue& at_;
};

}  // namespace

const form::RegisterDefinition& register_of(Engine& engine, const CheckedFile& file, Identity identity) {
  return identity == Identity::subject ? engine.catalog().register_by_id(file.form->subject)
                                       : engine.catalog().organisations();
}

const std::string& own_key(const CheckedFile& file, Identity identity) {
  return identity == Identity::subject ? file.key.subject : file.key.organisation;
}

AnotherIdentity another_row(Engine& engine, const CheckedFile& file, Identity identity,
                            const std::vector<std::string>& keys, std::string shown) {
  const std::string& own = own_key(file, identity);
  const char* code = identity == Identity::subject ? "SUBJECT-SHOWN" : "ORGANISATION-SHOWN";
  return {identity, keys.size() == 1 ? keys.front() : "",
          Message(code, {{"shown", std::move(shown)},
                         {"wanted", row_title(engine, register_of(engine, file, identity), own)},
                         {"key", own}})};
}

std::optional<AnotherIdentity> another_identity(Engine& engine, const CheckedFile& file, NameBook& names,
                                                const HeadingValue& at) {
  return NamedOtherwise(engine, file, names, at).find();
}

bool is_in_other_words(Engine& engine, const HeadingValue& at, const LocalText& known, const NameWords& words) {
  if (at.field.source != form::FieldSource::query || at.field.type != form::ColumnType::text) return false;
  const auto& roadmaps = engine.catalog().roadmaps();
  const auto own = std::find_if(roadmaps.begin(), roadmaps.end(),
                                [&](const auto& one) { return bears(one, plain_words(at.known)); });
  return form_of_title(at.shown, own == roadmaps.end() ? known : own->title, words) == TitleForm::same;
}

}  // namespace esep::app
