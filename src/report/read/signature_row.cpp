// SPDX-License-Identifier: MIT
#include "report/read/signature_row.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "base/words.h"
#include "report/read/parse_date.h"

namespace esep::report {
namespace {

constexpr size_t kMostSigning = 4;  // an office, a line to sign on, a name and a date
constexpr std::array<std::string_view, 14> kSigning{"қолы",     "подпись",      "м п",       "м о", "мп",
                                                    "мо",       "күні",         "дата",      "тел", "телефон",
                                                    "мөр орны", "место печати", "signature", "date"};

// Words by which the title of who signs is known, and what stands before his name.
constexpr std::array<std::string_view, 66> kOffices{
    "министр",      "министра",    "министрі",     "министрдің",   "директор",     "директора",    "директоры",
    "директорының", "басшы",       "басшысы",      "басшысының",   "руководитель", "руководителя", "төраға",
    "төрағасы",     "төрағаның",   "председатель", "председателя", "әкім",         "әкімі",        "әкімнің",
    "әкімінің",     "аким",        "акима",        "начальник",    "начальника",   "бастық",       "бастығы",
    "заместитель",  "заместителя", "орынбасары",   "бухгалтер",    "бухгалтері",   "эксперт",      "эксперті",
    "сарапшы",      "сарапшысы",   "специалист",   "маман",        "маманы",       "заведующий",   "меңгеруші",
    "меңгерушісі",  "исполнитель", "орындаушы",    "орындаушысы",  "и о",          "м а",          "согласовано",
    "келісілді",    "подготовил",  "подготовила",  "подготовлено", "дайындаған",   "дайындады",    "дайындалды",
    "проверил",     "проверила",   "тексерген",    "тексерді",     "утверждаю",    "бекітемін",    "составил",
    "составила",    "жасаған",     "құрастырған"};

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool is_large(std::string_view word) { return fold_case(word).substr(0, 2) != word.substr(0, 2); }

bool is_initial(std::string_view word) { return word.size() <= 2; }

// «Б. М. Үлгібаев», «ИВАНОВ И.И.», «Сейтжанова Әсел». Without initials it is a name only beside an office.
bool is_name(std::string_view text, bool beside_office) {
  constexpr size_t kMostWords = 4;
  if (has_digit(text) || text.find_first_of("\"/:;()") != std::string_view::npos ||
      text.find("«") != std::string_view::npos)
    return false;
  const auto words = words_of(text);
  const bool sure = beside_office || (words.size() > 1 && std::any_of(words.begin(), words.end(), is_initial));
  return sure && !words.empty() && words.size() <= kMostWords && std::all_of(words.begin(), words.end(), is_large);
}

bool is_day(const GridCell& cell) {
  if (cell.kind == CellKind::number) return cell.format == CellFormat::date || cell.format == CellFormat::date_time;
  return parse_typed_date(cell.text) || parse_worded_date(cell.text);
}

// «тел. 55-12-34», «8 (7172) 55-12-34»: a bare number may be a value.
bool is_phone(std::string_view text) {
  const std::string folded = fold_case(text);
  if (folded.starts_with("тел")) return true;
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return digits > 4 && text.find_first_of("-+(") != std::string_view::npos &&
         text.find_first_not_of("0123456789+-() ") == std::string_view::npos;
}

bool is_signing(std::string_view text) {
  if (text.find("__") != std::string_view::npos) return true;
  const std::string words = join(words_of(fold_case(text)), " ");
  return std::find(kSigning.begin(), kSigning.end(), words) != kSigning.end();
}

// «Департамент директоры», «И.о. министра», «Министр          Б. Үлгібаев».
bool is_office(std::string_view text) {
  constexpr size_t kMostWords = 8;
  const auto words = words_of(fold_case(text));
  if (words.size() > kMostWords || has_digit(text)) return false;
  const std::string all = " " + join(words, " ") + " ";
  return std::any_of(kOffices.begin(), kOffices.end(),
                     [&](std::string_view one) { return all.find(" " + std::string(one) + " ") != std::string::npos; });
}

}  // namespace

bool is_of_signature(const std::vector<const GridCell*>& cells) {
  if (cells.empty() || cells.size() > kMostSigning) return false;
  const auto office = [&](const GridCell* cell) { return cell->kind == CellKind::text && is_office(cell->text); };
  const bool with_office = std::any_of(cells.begin(), cells.end(), office);
  return std::all_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
    if (is_day(*cell)) return true;
    return cell->kind == CellKind::text && (office(cell) || is_name(cell->text, with_office) || is_phone(cell->text) ||
                                            is_signing(cell->text) || cell->text.find('@') != std::string::npos);
  });
}

bool is_signature_row(const std::vector<const GridCell*>& cells) {
  return is_of_signature(cells) && std::any_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
           return cell->kind == CellKind::text && is_office(cell->text);
         });
}

}  // namespace esep::report
