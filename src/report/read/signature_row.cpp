// SPDX-License-Identifier: MIT
#include "report/read/signature_row.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "base/words.h"
#include "report/read/parse_date.h"

namespace esep::report {
namespace {

constexpr size_t kMostSigning = 4;  // an office, a line to sign on, a name and a date

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

bool is_signing(std::string_view text, const TableWords& words) {
  if (text.find("__") != std::string_view::npos) return true;
  return std::find(words.marks.begin(), words.marks.end(), plain_words(text)) != words.marks.end();
}

// «Департамент директоры», «И.о. министра», «Министр          Б. Үлгібаев».
bool is_office(std::string_view text, const TableWords& words) {
  constexpr size_t kMostWords = 8;
  if (has_digit(text)) return false;
  const auto said = words_of(fold_case(text));
  if (said.size() > kMostWords) return false;
  const std::string all = " " + join(said, " ") + " ";
  return std::any_of(words.offices.begin(), words.offices.end(),
                     [&](const std::string& one) { return all.find(" " + one + " ") != std::string::npos; });
}

}  // namespace

bool is_of_signature(const std::vector<const GridCell*>& cells, const TableWords& words) {
  if (cells.empty() || cells.size() > kMostSigning) return false;
  const auto office = [&](const GridCell* cell) {
    return cell->kind == CellKind::text && is_office(cell->text, words);
  };
  const bool with_office = std::any_of(cells.begin(), cells.end(), office);
  return std::all_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
    if (is_day(*cell)) return true;
    return cell->kind == CellKind::text && (office(cell) || is_name(cell->text, with_office) || is_phone(cell->text) ||
                                            is_signing(cell->text, words) || cell->text.find('@') != std::string::npos);
  });
}

bool is_signature_row(const std::vector<const GridCell*>& cells, const TableWords& words) {
  return is_of_signature(cells, words) && std::any_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
           return cell->kind == CellKind::text && is_office(cell->text, words);
         });
}

}  // namespace esep::report
