// SPDX-License-Identifier: MIT
#include "xlsx/workbook.h"

#include <cstring>
#include <ctime>

#include "base/error.h"
#include "base/text.h"
#include "base/utf8.h"
#include "report/finding.h"

namespace esep::xlsx {
namespace {

constexpr size_t kCellLimit = 32767;
constexpr size_t kNameLimit = 31;

time_t noon_of(calendar::Date date) { return static_cast<time_t>(date.days()) * 86400 + 43200; }

// libxlsxwriter takes non-const texts for properties and copies them.
char* writable(const std::string& text) { return const_cast<char*>(text.c_str()); }  // NOLINT

}  // namespace

Workbook::Workbook(const std::filesystem::path& file, const document::Document& document, bool streamed)
    : file_(file), workbook_(nullptr), streamed_(streamed) {
  lxw_workbook_options options{};
  options.constant_memory = streamed ? LXW_TRUE : LXW_FALSE;
  workbook_ = workbook_new_opt(file.c_str(), &options);
  if (workbook_ == nullptr) throw Error(Message("FILE-UNWRITABLE", {{"file", file.string()}, {"reason", "libxlsxwriter"}}));
  const std::string title = clip(safe_text(document.title), 250);
  const std::string author = clip(safe_text(document.author), 250);
  const std::string subject = clip(safe_text(document.subject), 250);
  const std::string code = safe_text(document.code);
  lxw_doc_properties properties{};
  properties.title = writable(title);
  properties.author = writable(author);
  properties.subject = writable(subject);
  properties.keywords = writable(code);
  properties.created = noon_of(document.dated);
  workbook_set_properties(workbook_, &properties);
}

Workbook::~Workbook() {
  if (workbook_ != nullptr) workbook_close(workbook_);
}

lxw_worksheet* Workbook::add_sheet(const std::string& wanted) {
  std::string name;
  for (const char c : safe_text(wanted)) name += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ';
  name = trim(name);
  while (name.starts_with('\'')) name.erase(0, 1);
  while (name.ends_with('\'')) name.pop_back();
  if (name.empty()) name = "1";
  std::string unique = clip(name, kNameLimit);
  for (int n = 2; !names_.insert(fold_case(unique)).second; ++n) {
    const std::string tail = " " + std::to_string(n);
    unique = clip(name, kNameLimit - tail.size()) + tail;
  }
  return workbook_add_worksheet(workbook_, unique.c_str());
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
  if (style.colour != 0) format_set_font_color(format, style.colour);
  if (style.link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
  return format;
}

std::string Workbook::choice_range(const std::vector<std::string>& titles) {
  std::string& range = ranges_[titles];
  if (!range.empty()) return range;
  if (choices_ == nullptr) {
    choices_ = add_sheet("_lists");
    worksheet_hide(choices_);
  }
  const auto column = static_cast<lxw_col_t>(ranges_.size() - 1);
  for (size_t i = 0; i < titles.size(); ++i) {
    worksheet_write_string(choices_, static_cast<lxw_row_t>(i), column, safe_text(titles[i]).c_str(), nullptr);
  }
  const std::string letters = report::column_letters(column + 1);
  range = "=_lists!$" + letters + "$1:$" + letters + "$" + std::to_string(titles.size());
  return range;
}

void Workbook::close() {
  const lxw_error error = workbook_close(workbook_);
  workbook_ = nullptr;
  if (error != LXW_NO_ERROR) {
    throw Error(Message("FILE-UNWRITABLE", {{"file", file_.string()}, {"reason", std::string(lxw_strerror(error))}}));
  }
}

std::string clip(std::string_view text, size_t limit) {
  size_t units = 0;
  for (size_t pos = 0; pos < text.size();) {
    size_t next = pos;
    units += next_code_point(text, next) > 0xFFFF ? 2 : 1;
    if (units > limit) return std::string(text.substr(0, pos));
    pos = next;
  }
  return std::string(text);
}

std::string safe_text(std::string_view text) {
  std::string out = is_valid_utf8(text) ? std::string(text) : scrub_utf8(text);
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\n' && c != '\t') c = ' ';
  }
  if (out.size() <= kCellLimit) return out;
  std::string cut = clip(out, kCellLimit - 1);
  return cut.size() == out.size() ? out : cut + "…";
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
