// SPDX-License-Identifier: MIT
#include "app/receive/other_headings.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/receive/as_of_day.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/words.h"
#include "calendar/period_in_text.h"
#include "calendar/typed_period.h"
#include "report/cell_reference.h"
#include "report/read/parse_date.h"

namespace esep::app {
namespace {

using calendar::Period;
using calendar::PeriodInText;
using report::Finding;
using report::OtherCell;

// Of a register: the row of the report, and what a cell names.
struct NamedLine {
  Identity identity;
  const form::RegisterDefinition* of;
  const std::string* key;
  const HeadingWords::List* labels;
  const char* code;
};

class OtherLines {
 public:
  OtherLines(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words,
             const OtherHeadings& lines, const ShownCells& shown)
      : engine_(engine), file_(file), names_(names), words_(words), lines_(lines), shown_(shown) {}

  OtherHeadings run() {
    std::vector<Seen> cells;
    for (const OtherCell& other : shown_.cells) cells.push_back(seen(other));
    if (file_.grid->has_cells() && !shown_.guide) cells.push_back({sheet(), "", nullptr, std::nullopt});
    if (const auto wanted = Period::parse(file_.key.period)) {
      for (const Seen& cell : cells) compare_period(cell, *wanted);
    }
    compare_rows(cells, {Identity::organisation, &engine_.catalog().organisations(), &file_.key.organisation,
                         &words_.organisation, "ORGANISATION-SHOWN"});
    if (!file_.form->subject.empty() && !file_.key.subject.empty()) {
      compare_rows(cells, {Identity::subject, &engine_.catalog().register_by_id(file_.form->subject),
                           &file_.key.subject, &words_.subject, "SUBJECT-SHOWN"});
    }
    for (auto& [identity, finding] : found_) out_.findings.push_back(std::move(finding));
    return std::move(out_);
  }

 private:
  // A cell as a person reads it.
  struct Seen {
    std::string text, label;
    const OtherCell* at;  // nullptr: the name of the sheet
    std::optional<calendar::Date> day;
  };

  [[nodiscard]] const std::string& sheet() const { return file_.grid->sheets()[shown_.sheet].name; }

  [[nodiscard]] Seen seen(const OtherCell& other) const {
    Seen out{report::seen_text(other.cell, file_.grid->date_system()), other.label, &other, std::nullopt};
    const size_t colon = out.text.find(':');
    if (out.label.empty() && colon != std::string::npos) {
      out.label = out.text.substr(0, colon);
      out.text = trim(out.text.substr(colon + 1));
    }
    out.day = report::parse_typed_date(out.text);
    if (!out.day && other.cell.kind == report::CellKind::number)
      out.day = report::likely_day(other.cell, file_.grid->date_system());
    return out;
  }

  [[nodiscard]] bool is_open(Identity identity) const {
    return !lines_.contradicted.contains(identity) && !out_.contradicted.contains(identity);
  }

  void compare_period(const Seen& cell, const Period& wanted) {
    if (!is_open(Identity::period) || words_.bodies.addressee.stand_in(cell.label)) return;
    const bool labelled = words_.period.stand_in(cell.label);
    if (const auto as_of = as_of_period_of(cell, wanted)) {
      if (labelled || as_of == wanted) return settle_period(cell, wanted, *as_of, true);
      return doubt_as_of(cell, wanted);
    }
    if (labelled && names_other_span(cell.text, words_, wanted)) {
      return contradict(cell, Identity::period,
                        Message("PERIOD-SHOWN", {{"shown", cell.text}, {"wanted", wanted.names()}}));
    }
    const bool doubtful_label = !labelled && words_.doubt.stand_in(cell.label);
    if (doubtful_label && !is_lost(Identity::period)) return;
    if (cell.day) {
      if (labelled) settle_period(cell, wanted, Period::containing(wanted.kind, *cell.day), true);
      return;
    }
    if (!labelled && cell.at != nullptr && cell.at->cell.kind != report::CellKind::text) return;
    const auto named = periods_in(cell, wanted, labelled);
    for (const PeriodInText& one : named) {
      if (one.period == wanted && !one.of_span) return static_cast<void>(out_.confirmed.insert(Identity::period));
    }
    for (const PeriodInText& one : named) {
      if (one.period == wanted) return settle_span(cell, wanted, labelled);
      const bool same_kind = one.period.kind == wanted.kind;
      const bool apart = one.period.last_day() < wanted.first_day() || wanted.last_day() < one.period.first_day();
      if (!same_kind && !apart) continue;  // «2026 год» above a report for a month of it
      const bool before = stands_as_period(one);
      const bool doubted = words_.doubt.stand_in(cell.text) && !before;
      const bool of_year = one.period.kind == calendar::PeriodKind::year && !(same_kind && (one.whole || before));
      const bool said = (same_kind || before) && !doubted && !doubtful_label && !of_year && one.sure;
      return settle_period(cell, wanted, one.period, labelled || said);
    }
  }

  [[nodiscard]] std::optional<Period> as_of_period_of(const Seen& cell, const Period& wanted) const {
    const auto told = as_of_period(cell.text, words_, wanted);
    return told ? told : as_of_period(cell.label + " " + cell.text, words_, wanted);
  }

  // «по состоянию на 1 октября» in a report of October is a report of September. A plan for a year may speak of any
  // day, and so may a cell that speaks of another one.
  void doubt_as_of(const Seen& cell, const Period& wanted) {
    if (wanted.kind == calendar::PeriodKind::year || words_.doubt.stand_in(cell.label + " " + cell.text)) return;
    auto day = as_of_day(cell.text, words_, wanted);
    if (!day) day = as_of_day(cell.label + " " + cell.text, words_, wanted);
    if (*day == wanted.first_day()) doubt(cell, Identity::period, wanted.names());
  }

  // «сентябрь – октябрь»: more than the period.
  void settle_span(const Seen& cell, const Period& wanted, bool labelled) {
    if (!labelled) return doubt(cell, Identity::period, wanted.names());
    contradict(cell, Identity::period, Message("PERIOD-SHOWN", {{"shown", cell.text}, {"wanted", wanted.names()}}));
  }

  [[nodiscard]] std::vector<PeriodInText> periods_in(const Seen& cell, const Period& wanted, bool labelled) const {
    if (labelled && cell.text.size() <= 2 && wanted.kind != calendar::PeriodKind::year) {  // «Месяц | 11»
      const auto number = Period::parse(Period{wanted.kind, wanted.year, std::atoi(cell.text.c_str())}.text());
      if (number) return {{*number, "", "", true, true}};
    }
    // A sheet may be called «09.26».
    const bool typed = labelled || (cell.at == nullptr && cell.text.find_first_of("./-") != std::string::npos);
    if (const auto whole = typed ? calendar::parse_typed_period(cell.text, wanted.year) : std::nullopt)
      return {{*whole, "", "", true, true}};
    auto out = calendar::periods_in_text(cell.text, labelled ? std::optional(wanted.year) : std::nullopt);
    if (!out.empty()) return out;
    out = calendar::periods_in_text(cell.text, wanted.year);  // «Сентябрь», «Отчёт за сентябрь»
    for (PeriodInText& one : out) one.sure = one.sure && cell.at != nullptr && stands_as_period(one);
    return out;
  }

  [[nodiscard]] bool stands_as_period(const PeriodInText& one) const {
    return words_.period_before.stand_in(one.before) || words_.period_behind.stand_in(one.after);
  }

  // Whether the form's own line is not there.
  [[nodiscard]] bool is_lost(Identity identity) const {
    return !lines_.confirmed.contains(identity) && !lines_.contradicted.contains(identity);
  }

  void settle_period(const Seen& cell, const Period& wanted, const Period& found, bool sure) {
    if (found == wanted) return static_cast<void>(out_.confirmed.insert(Identity::period));
    if (!sure) return doubt(cell, Identity::period, wanted.names());
    if (found.kind == wanted.kind) out_.read[Identity::period] = found.text();
    contradict(cell, Identity::period, Message("PERIOD-SHOWN", {{"shown", cell.text}, {"wanted", wanted.names()}}));
  }

  void compare_rows(const std::vector<Seen>& cells, const NamedLine& of) {
    if (!is_open(of.identity) || engine_.row(of.of->id, *of.key) == nullptr) return;
    const RowNames& rows = names_.of(*of.of);
    for (const Seen& cell : cells) {
      if (!is_open(of.identity)) continue;
      if (cell.at != nullptr) {
        compare_row(cell, of, rows);
      } else {
        compare_sheet(cell, of, rows);
      }
    }
    const auto said = [&](const OtherHeadings& by) {
      return by.confirmed.contains(of.identity) || by.contradicted.contains(of.identity);
    };
    if (said(lines_) || said(out_)) return;
    const auto unknown = std::find_if(cells.begin(), cells.end(), [&](const Seen& cell) { return may_name(cell, of); });
    if (unknown != cells.end()) doubt(*unknown, of.identity, title_of(of));
  }

  // A line that is labelled as the form's lost one, with a name that nobody knows.
  [[nodiscard]] bool may_name(const Seen& cell, const NamedLine& of) const {
    if (cell.at == nullptr || !of.labels->stand_in(cell.label) || words_.doubt.stand_in(cell.label)) return false;
    if (of.identity == Identity::subject) return words_of(cell.text).size() > 1 && has_letter(cell.text);
    return of.labels->stand_in(cell.text) || names_.words().names_firm(cell.text);
  }

  // A sheet that bears the code of another one was filled in for that.
  void compare_sheet(const Seen& cell, const NamedLine& of, const RowNames& rows) {
    const auto found = rows.rows_by_key(cell.text);
    const bool is_own = std::find(found.begin(), found.end(), *of.key) != found.end();
    if (found.empty()) return compare_row(cell, of, rows);
    if (!is_own) row_shown(cell, of, found, cell.text);
  }

  void row_shown(const Seen& cell, const NamedLine& of, const std::vector<std::string>& found,
                 const std::string& shown) {
    if (found.size() == 1) out_.read[of.identity] = found.front();
    contradict(cell, of.identity, Message(of.code, {{"shown", shown}, {"wanted", title_of(of)}, {"key", *of.key}}));
  }

  // The number of another subject's agreement, whatever the label beside it says. Whether it is one.
  bool compare_number(const Seen& cell, const NamedLine& of, const RowNames& rows) {
    if (of.identity != Identity::subject) return false;
    const auto found = rows.rows_by_number(cell.text);
    if (found.empty()) return false;
    const bool is_own = std::find(found.begin(), found.end(), *of.key) != found.end();
    if (!is_own) row_shown(cell, of, found, cell.text + " (" + join(found, ", ") + ")");
    return true;
  }

  void compare_row(const Seen& cell, const NamedLine& of, const RowNames& rows) {
    if (compare_number(cell, of, rows)) return;
    if (words_.bodies.addressee.stand_in(cell.label) || words_.bodies.addressee.stand_in(cell.text)) return;
    const bool labelled = of.labels->stand_in(cell.label);
    const bool performer = of.identity == Identity::organisation && words_.bodies.performer.stand_in(cell.label);
    const bool doubtful_label = !labelled && words_.doubt.stand_in(cell.label);
    const bool lost = is_lost(of.identity);
    if (doubtful_label && !performer && !lost) return;
    if (!labelled && compare_owner(cell, of, rows)) return;
    auto found = rows.rows_in(cell.text, labelled ? RowNames::By::any_name : RowNames::By::title);
    const bool by_title = !labelled && !found.empty();
    if (found.empty() && (lost || may_be_short(cell, of, rows)))
      found = rows.rows_in(cell.text, RowNames::By::any_name);
    const bool is_former = found.empty() && (labelled || lost);
    if (is_former) found = rows.former_rows_in(cell.text);
    if (found.empty()) return;
    const bool is_own = std::find(found.begin(), found.end(), *of.key) != found.end();
    if (is_former && is_own) return former(cell, of);
    if (is_own) return static_cast<void>(out_.confirmed.insert(of.identity));
    if (is_place(cell, of, rows) && words_.bodies.seat.stand_in(rows.kind_of(found.front()))) return;
    if (!labelled && (is_recipient(rows, found.front()) || !may_report(rows, found.front(), of))) return;
    const bool sure = labelled || (lost && by_title && !doubtful_label && !words_.doubt.stand_in(cell.text));
    if (sure) return row_shown(cell, of, found, cell.text);
    if (!is_of_own_subject(cell, of)) doubt(cell, of.identity, title_of(of));
  }

  // A title that says whose paper it is. Whether it does.
  bool compare_owner(const Seen& cell, const NamedLine& of, const RowNames& rows) {
    if (of.identity != Identity::organisation || cell.at == nullptr || words_.doubt.stand_in(cell.text)) return false;
    const auto found = owners_in(cell.text, rows);
    if (found.empty() || is_recipient(rows, found.front()) || !may_report(rows, found.front(), of)) return false;
    const bool is_own = std::find(found.begin(), found.end(), *of.key) != found.end();
    if (is_own) {
      out_.confirmed.insert(of.identity);
    } else {
      row_shown(cell, of, found, cell.text);
    }
    return true;
  }

  // «Отчёт акимата …», «… әкімдігінің есебі»: the name that begins or ends beside the word of the paper.
  [[nodiscard]] std::vector<std::string> owners_in(const std::string& text, const RowNames& rows) const {
    const std::vector<PlacedWord> words = placed_words(text);
    const auto is_body = [&](size_t i) { return i < words.size() && words_.organisation.stand_in(words[i].word); };
    const auto rows_of = [&](size_t from, size_t to) {
      const size_t begin = words[from].begin;
      return rows.rows_in(std::string_view(text).substr(begin, words[to].end - begin), RowNames::By::title);
    };
    for (size_t i = 0; i < words.size(); ++i) {
      if (!words_.paper.stand_in(words[i].word)) continue;
      for (size_t to = i + 1; is_body(i + 1) && to < words.size(); ++to) {
        if (auto found = rows_of(i + 1, to); !found.empty()) return found;
      }
      for (size_t from = i; i > 0 && is_body(i - 1) && from-- > 0;) {
        if (auto found = rows_of(from, i - 1); !found.empty()) return found;
      }
    }
    return {};
  }

  // «г. Алматы» alone above the table of a central body: its own seat is elsewhere.
  [[nodiscard]] bool is_place(const Seen& cell, const NamedLine& of, const RowNames& rows) const {
    constexpr size_t kMostWords = 3;
    return of.identity == Identity::organisation && cell.at != nullptr && cell.label.empty() &&
           words_of(cell.text).size() <= kMostWords && words_.bodies.central.stand_in(rows.kind_of(*of.key));
  }

  // «Минздрав»; «… жоспары – Алматы қаласы». A place beside a body of another kind is where the paper was signed.
  [[nodiscard]] bool may_be_short(const Seen& cell, const NamedLine& of, const RowNames& rows) const {
    if (of.identity != Identity::organisation) return false;
    if (words_.paper.stand_in(cell.text) || is_place(cell, of, rows)) return true;
    const auto found = rows.rows_in(cell.text, RowNames::By::any_name);
    return !found.empty() && rows.kind_of(found.front()) == rows.kind_of(*of.key);
  }

  // The name of a grant may hold that of a body.
  [[nodiscard]] bool is_of_own_subject(const Seen& cell, const NamedLine& of) {
    if (of.identity != Identity::organisation || file_.form->subject.empty()) return false;
    const auto found =
        names_.of(engine_.catalog().register_by_id(file_.form->subject)).rows_in(cell.text, RowNames::By::any_name);
    return std::find(found.begin(), found.end(), file_.key.subject) != found.end();
  }

  void former(const Seen& cell, const NamedLine& of) {
    out_.confirmed.insert(of.identity);
    if (cell.label.empty()) return;
    Finding finding =
        Finding::of(Message("HEADING-FORMER", {{"title", cell.label}, {"shown", cell.text}, {"wanted", title_of(of)}}));
    found_.emplace(of.identity, placed(cell, std::move(finding).as(Severity::info)));
  }

  [[nodiscard]] LocalText title_of(const NamedLine& of) const {
    return report::row_title(*of.of, *engine_.row(of.of->id, *of.key));
  }

  // The name of the body to which the report goes says nothing of the body that reports.
  [[nodiscard]] bool is_recipient(const RowNames& rows, const std::string& key) const {
    if (!file_.duty) return false;
    if (file_.duty->roadmap != nullptr && file_.duty->roadmap->reports.coordinator == key) return true;
    const LocalText& recipient = file_.duty->obligation->recipient.name;
    return std::any_of(kLangs.begin(), kLangs.end(), [&](Lang lang) {
      const auto named = rows.rows_in(recipient.in(lang), RowNames::By::any_name);
      return std::find(named.begin(), named.end(), key) != named.end();
    });
  }

  // Bodies of other kinds stand in letterheads: the ministry above the centre that reports. Above some kinds none is.
  [[nodiscard]] bool may_report(const RowNames& rows, const std::string& key, const NamedLine& of) const {
    if (of.identity != Identity::organisation) return true;
    const std::string kind = rows.kind_of(key);
    if (kind == rows.kind_of(*of.key) || words_.bodies.own_letterhead.stand_in(rows.kind_of(*of.key))) return true;
    const auto& duties = file_.form->obligations;
    return std::any_of(duties.begin(), duties.end(), [&](const form::Obligation& one) {
      return std::find(one.who.organisation_kinds.begin(), one.who.organisation_kinds.end(), kind) !=
             one.who.organisation_kinds.end();
    });
  }

  // What is sure takes the place of a doubt.
  void contradict(const Seen& cell, Identity identity, Message message) {
    out_.contradicted.insert(identity);
    Finding finding = contradiction(file_, std::move(message));
    if (cell.at == nullptr) finding.message.key = file_.names_itself ? "SHEET-NAMED" : "SHEET-NAMED-ASKED";
    found_.insert_or_assign(identity, placed(cell, std::move(finding)));
  }

  void doubt(const Seen& cell, Identity identity, LocalText wanted) {
    out_.doubted.insert(identity);
    Message message("HEADING-DOUBTFUL", {{"shown", cell.text}, {"wanted", std::move(wanted)}});
    if (cell.at == nullptr) message.key = "SHEET-NAME-DOUBTFUL";
    Finding finding = Finding::of("HEADING-DOUBTFUL", std::move(message));
    found_.emplace(identity, placed(cell, std::move(finding).as(Severity::warning)));
  }

  [[nodiscard]] Finding placed(const Seen& cell, Finding finding) const {
    const int row = cell.at == nullptr ? 0 : cell.at->row;
    const bool has_cell = cell.at != nullptr && file_.grid->has_cells();
    const std::string place = has_cell ? report::cell_name(row, cell.at->cell.column) : "";
    return std::move(finding).in(file_.file, sheet()).at(row, place);
  }

  static constexpr std::array kLangs{Lang::kk, Lang::ru, Lang::en};
  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  const HeadingWords& words_;
  const OtherHeadings& lines_;
  const ShownCells& shown_;
  std::map<Identity, Finding> found_;
  OtherHeadings out_;
};

}  // namespace

Finding contradiction(const CheckedFile& file, Message message) {
  std::string code = message.key;
  if (!file.names_itself && code != "STAGE-SHOWN" && code != "FORM-SHOWN") message.key = "HEADING-ASKED";
  return Finding::of(std::move(code), std::move(message));
}

OtherHeadings other_headings(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words,
                             const OtherHeadings& lines, const ShownCells& cells) {
  return OtherLines(engine, file, names, words, lines, cells).run();
}

}  // namespace esep::app
