// SPDX-License-Identifier: MIT
#include "xlsx/workbook.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>

#include <fmt/core.h>

#include "base/file_error.h"
#include "base/hash.h"
#include "base/text.h"
#include "form/workbook_identity.h"
#include "report/cell_reference.h"

namespace esep::xlsx {
namespace {

constexpr size_t kNameLimit = 31;
constexpr const char* kListSheet = form::WorkbookIdentity::kListSheetName;

// With zero libxlsxwriter would use the clock.
time_t noon_of(calendar::Date date) { return static_cast<time_t>(date.days()) * 86400 + 43200; }

// libxlsxwriter takes non-const texts for properties and copies them.
char* writable(const std::string& text) { return const_cast<char*>(text.c_str()); }  // NOLINT

// Excel keeps this name for itself.
bool is_reserved(const std::string& folded) { return folded == "history"; }

std::string plain_name(const std::string& wanted) {
  std::string name;
  for (const char c : safe_text(wanted)) {
    const bool allowed =
        static_cast<unsigned char>(c) >= 0x20 && std::string_view("[]:*?/\\").find(c) == std::string_view::npos;
    name += allowed ? c : ' ';
  }
  name = trim(clip(trim(name), kNameLimit));
  while (name.starts_with('\'')) name.erase(0, 1);
  while (name.ends_with('\'')) name.pop_back();
  name = trim(name);
  return name.empty() ? "1" : name;
}

}  // namespace

Workbook::Workbook(const std::filesystem::path& file, const document::Document& document, bool streamed)
    : streamed_(streamed) {
  // A disk that is too small then shows when the file is assembled.
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  lxw_workbook_options options{};
  options.constant_memory = streamed ? LXW_TRUE : LXW_FALSE;
  options.tmpdir = writable(folder);
  workbook_ = workbook_new_opt(file.c_str(), &options);
  if (workbook_ == nullptr) throw std::bad_alloc();
  const std::string title = clip(safe_text(document.title), 250);
  const std::string author = clip(safe_text(document.author), 250);
  const std::string subject = clip(safe_text(document.subject), 250);
  const std::string code = clip(safe_text(document.code), 250);
  lxw_doc_properties properties{};
  properties.title = writable(title);
  properties.author = writable(author);
  properties.subject = writable(subject);
  properties.keywords = writable(code);
  properties.created = noon_of(document.dated);
  workbook_set_properties(workbook_, &properties);
  names_.insert(fold_case(kListSheet));
}

Workbook::~Workbook() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

lxw_worksheet* Workbook::add_sheet(const std::string& wanted, bool hidden) {
  const std::string name = plain_name(wanted);
  std::string unique = name;
  for (int n = 2; is_reserved(fold_case(unique)) || !names_.insert(fold_case(unique)).second; ++n) {
    const std::string tail = " " + std::to_string(n);
    unique = trim(clip(name, kNameLimit - tail.size())) + tail;
  }
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, unique.c_str());
  if (sheet == nullptr) require_ok(LXW_ERROR_SHEETNAME_ALREADY_USED);
  if (hidden) {
    worksheet_hide(sheet);
  } else if (!shown_) {
    shown_ = true;
    worksheet_activate(sheet);
    worksheet_set_first_sheet(sheet);
  }
  return sheet;
}

Workbook::Figures& Workbook::figures() {
  if (figures_.sheet == nullptr) figures_.sheet = add_sheet("_charts", true);
  return figures_;
}

lxw_format* Workbook::format(const Style& style) {
  lxw_format*& format = formats_[style];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  format_set_font_name(format, "Times New Roman");
  format_set_font_size(format, style.size);
  if (style.bold) format_set_bold(format);
  if (style.wrap) format_set_text_wrap(format);
  format_set_align(format, static_cast<uint8_t>(style.align));
  format_set_align(format, static_cast<uint8_t>(style.vertical));
  if (style.border) {
    format_set_left(format, LXW_BORDER_THIN);
    format_set_right(format, LXW_BORDER_THIN);
    if (!style.no_top) format_set_top(format, LXW_BORDER_THIN);
    if (!style.no_bottom) format_set_bottom(format, LXW_BORDER_THIN);
  }
  if (!style.locked) format_set_unlocked(format);
  if (style.fill != 0) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, style.fill);
  }
  if (style.hatched) format_set_pattern(format, LXW_PATTERN_LIGHT_UP);
  if (style.colour != 0) format_set_font_color(format, style.colour);
  if (style.link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
  return format;
}

std::string Workbook::choice_range(const std::vector<std::string>& titles) {
  const auto at = std::find(lists_.begin(), lists_.end(), titles);
  const auto index = static_cast<int>(at - lists_.begin());
  if (at == lists_.end()) lists_.push_back(titles);
  const std::string letters = report::column_letters(index + 1);
  return fmt::format("={0}!${1}$1:${1}${2}", kListSheet, letters, titles.size());
}

std::string Workbook::choice_name(const std::vector<std::string>& titles) {
  const std::string range = choice_range(titles);
  const std::string name = "esep_list_" + sha256_hex(range).substr(0, 8);
  if (anchors_.insert(name).second) require_ok(workbook_define_name(workbook_, name.c_str(), range.c_str()));
  return name;
}

lxw_format* Workbook::mark_format(uint32_t fill) {
  lxw_format*& format = marks_[fill];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_bg_color(format, fill);
  return format;
}

// Row by row, for a streamed workbook goes down only.
void Workbook::write_choices() {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, kListSheet);
  worksheet_hide(sheet);
  size_t rows = 0;
  for (const auto& list : lists_) rows = std::max(rows, list.size());
  CellText text;
  for (size_t row = 0; row < rows; ++row) {
    for (size_t column = 0; column < lists_.size(); ++column) {
      if (row >= lists_[column].size()) continue;
      require_ok(worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                        text(lists_[column][row]), nullptr));
    }
  }
}

std::string Workbook::anchor_link(const std::string& anchor) { return "esep_" + sha256_hex(anchor).substr(0, 16); }

void Workbook::define_anchor(const std::string& anchor, const lxw_worksheet& sheet, int row) {
  if (!anchors_.insert(anchor).second) return;
  const std::string place = fmt::format("={}!$A${}", quoted_name(sheet), row + 1);
  require_ok(workbook_define_name(workbook_, anchor_link(anchor).c_str(), place.c_str()));
}

void Workbook::close(const std::filesystem::path& named) {
  if (!lists_.empty()) write_choices();
  bool stored = true;
  lxw_worksheet* sheet = nullptr;
  STAILQ_FOREACH(sheet, workbook_->worksheets, list_pointers) {
    if (sheet->optimize_tmpfile == nullptr) continue;
    stored = stored && fflush(sheet->optimize_tmpfile) == 0 && ferror(sheet->optimize_tmpfile) == 0;
  }
  const int before = errno;
  errno = 0;
  const lxw_error error = workbook_close(workbook_);
  workbook_ = nullptr;
  if (stored && error == LXW_NO_ERROR) return;
  const int cause = stored ? errno : before;
  throw unwritable_file(named, cause != 0 ? cause : static_cast<int>(error));
}

void require_ok(lxw_error error) {
  if (error != LXW_NO_ERROR) throw Error(Message("XLSX-REFUSED", {{"reason", std::string(lxw_strerror(error))}}));
}

std::string quoted_name(const lxw_worksheet& sheet) {
  std::string out = "'";
  for (const char* c = sheet.name; *c != '\0'; ++c) out += *c == '\'' ? "''" : std::string(1, *c);
  return out + "'";
}

std::string number_format_of(form::ColumnType type, int scale) {
  using form::ColumnType;
  if (type == ColumnType::date) return "dd.mm.yyyy";
  if (type == ColumnType::integer) return "#,##0";
  if (form::is_decimal_type(type)) {
    std::string out = "#,##0";
    if (scale > 0) out += "." + std::string(static_cast<size_t>(scale), '0');
    return out;
  }
  return "@";
}

}  // namespace esep::xlsx
