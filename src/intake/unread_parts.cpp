// SPDX-License-Identifier: MIT
#include "intake/unread_parts.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "base/words.h"
#include "intake/cell_text.h"
#include "intake/limits.h"
#include "intake/workbook_parts.h"
#include "intake/xml_part.h"
#include "report/cell_reference.h"

namespace esep::intake {
namespace {

constexpr size_t kMostTexts = 100;
constexpr size_t kLongestText = 2000;

// <authors><author/>…</authors><commentList><comment ref="A1" authorId="0"><text>…
class NotesHandler final : public XmlHandler {
 public:
  bool accepts_root(std::string_view name, std::string_view name_space) override {
    return name == "comments" && is_spreadsheet_namespace(name_space);
  }
  void start(std::string_view name, XmlAttributes attributes) override {
    ++depth_;
    in_author_ = depth_ == 2 && name == "author";
    if (in_author_) authors_.emplace_back();
    if (depth_ != 2 || name != "comment") return;
    text_.clear();
    cell_ = attribute(attributes, "ref").value_or("");
    author_ = attribute(attributes, "authorId").value_or("");
  }
  void end() override {
    in_author_ = false;
    if (depth_-- == 2 && !cell_.empty()) take();
  }
  void text(std::string_view text) override {
    if (in_author_) {
      authors_.back() += text;
    } else if (!cell_.empty() && text_.size() < kLongestText) {
      text_ += text;
    }
  }
  std::vector<std::string> cells;

 private:
  void take() {
    size_t number = 0;
    for (const char c : author_.substr(0, 6)) number = number * 10 + static_cast<size_t>(c - '0');
    const bool own = number < authors_.size() && authors_[number] == "Esep";
    if (!own && !trim(text_).empty() && cells.size() < kMostTexts && report::parse_reference(cell_))
      cells.push_back(cell_);
    cell_.clear();
  }

  int depth_ = 0;
  bool in_author_ = false;
  std::vector<std::string> authors_;
  std::string cell_, author_, text_;
};

// The texts <t> inside each shape <sp>, and the cells between the corners <from> and <to> of what lies on the sheet.
class BoxesHandler final : public XmlHandler {
 public:
  bool accepts_root(std::string_view name, std::string_view /*name_space*/) override { return name == "wsDr"; }
  void start(std::string_view name, XmlAttributes attributes) override {
    ++depth_;
    if (depth_ == 1) corners_ = {};
    if (depth_ == 2 && name == "ext") {
      corners_.wide = number_attribute(attributes, "cx").value_or(0);
      corners_.high = number_attribute(attributes, "cy").value_or(0);
    }
    if (depth_ == 2) corner_ = name == "from" ? &corners_.from : name == "to" ? &corners_.to : nullptr;
    number_ = depth_ != 3 || corner_ == nullptr ? nullptr
              : name == "row"                   ? &corner_->row
              : name == "col"                   ? &corner_->column
              : name == "rowOff"                ? &corner_->row_offset
              : name == "colOff"                ? &corner_->column_offset
                                                : nullptr;
    if (name == "sp" && shape_ == 0) shape_ = depth_;
    in_text_ = shape_ > 0 && name == "t";
  }
  void end() override {
    if (in_text_) text_ += ' ';
    in_text_ = false;
    number_ = nullptr;
    if (depth_ == 1) take_corners();
    if (depth_-- != shape_) return;
    shape_ = 0;
    std::string text = squeeze_spaces(text_);
    if (!text.empty() && boxes.size() < kMostTexts) boxes.push_back(std::move(text));
    text_.clear();
  }
  void text(std::string_view text) override {
    if (in_text_ && text_.size() < kLongestText) text_ += text;
    if (number_ != nullptr && number_->size() < kLongestNumber) *number_ += text;
  }
  std::vector<std::string> boxes;
  std::vector<report::MergedRange> pictures;

 private:
  static constexpr size_t kLongestNumber = 9;
  struct Corner {
    std::string row, column, row_offset, column_offset;  // from 0
  };
  struct Corners {
    Corner from, to;
    int wide = 0, high = 0;  // of a picture with one corner
  };

  // A picture that ends at the edge of a cell does not lie over it.
  void take_corners() {
    const auto last = [](const std::string& at, const std::string& offset) {
      return std::atoi(at.c_str()) + (std::atoi(offset.c_str()) > 0 ? 1 : 0);
    };
    constexpr int kRow = 190500, kColumn = 609600;  // of cells of the usual size
    if (corners_.from.row.empty() || pictures.size() >= kMostTexts) return;
    const int row = std::atoi(corners_.from.row.c_str()), column = std::atoi(corners_.from.column.c_str());
    report::MergedRange range{row + 1, column + 1, row + 1 + corners_.high / kRow,
                              column + 1 + corners_.wide / kColumn};
    if (!corners_.to.row.empty()) {
      range.last_row = last(corners_.to.row, corners_.to.row_offset);
      range.last_column = last(corners_.to.column, corners_.to.column_offset);
    }
    pictures.push_back(range);
  }

  Corners corners_;
  Corner* corner_ = nullptr;
  std::string* number_ = nullptr;
  int depth_ = 0;
  int shape_ = 0;  // the depth of the shape; 0: outside
  bool in_text_ = false;
  std::string text_;
};

// Bytes of the code that begins with the `&` at the front.
size_t code_length(std::string_view rest) {
  if (rest.size() < 2) return rest.size();
  if (rest[1] == '"') return std::min(rest.find('"', 2), rest.size() - 1) + 1;  // a font
  if (rest[1] == 'K') return std::min<size_t>(8, rest.size());                  // a colour
  size_t end = 1;
  while (end < rest.size() && rest[end] >= '0' && rest[end] <= '9') ++end;  // a size
  return std::max<size_t>(end, 2);
}

// The left, the middle or the right of a header or footer.
struct PagePart {
  std::string text;
  bool numbered = false;  // it shows the number of the page or of the pages
};

// What stands around the number of a page: «стр. 1 из 3», «1-бет», «Page 1 of 3».
bool is_page_number(std::string_view text) {
  constexpr std::array<std::string_view, 17> kWords{"стр",    "страница", "страниц", "с",   "из",     "лист",
                                                    "листов", "л",        "всего",   "бет", "беті",   "парақ",
                                                    "page",   "pages",    "p",       "of",  "барлығы"};
  const auto words = words_of(fold_case(text));
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  });
}

}  // namespace

report::UnreadTexts read_unread(const ZipArchive& archive, std::string_view sheet_part) {
  report::UnreadTexts out;
  Problem ignored = problem("FILE-XML-DAMAGED");
  const auto relationships = read_relationships(archive, sheet_part, ignored);
  if (!relationships) return out;
  for (const auto& [id, one] : *relationships) {
    const ZipEntry* entry = archive.find(one.target);
    if (entry == nullptr) continue;
    if (one.type == "comments") {
      NotesHandler notes;
      if (read_part(archive, *entry, kMaxSmallPartBytes, notes, ignored)) out.noted = std::move(notes.cells);
    } else if (one.type == "drawing") {
      BoxesHandler boxes;
      if (read_part(archive, *entry, kMaxSmallPartBytes, boxes, ignored)) out.boxes = std::move(boxes.boxes);
      out.pictures = std::move(boxes.pictures);
    }
  }
  return out;
}

std::vector<std::string> words_of_page_text(std::string_view coded) {
  std::vector<std::string> out;
  PagePart part;
  const auto end_part = [&] {
    clean_controls(part.text);
    std::string words = squeeze_spaces(part.text);
    if (!words.empty() && !(part.numbered && is_page_number(words))) out.push_back(std::move(words));
    part = {};
  };
  for (coded = coded.substr(0, kLongestText); !coded.empty();) {
    const char code = coded.front() == '&' && coded.size() > 1 ? coded[1] : ' ';
    if (code == 'L' || code == 'C' || code == 'R') end_part();
    part.numbered = part.numbered || code == 'P' || code == 'N';
    if (code == '&') {
      part.text += '&';
      coded.remove_prefix(2);
    } else if (coded.front() == '&') {
      part.text += ' ';
      coded.remove_prefix(code_length(coded));
    } else {
      part.text += coded.front();
      coded.remove_prefix(1);
    }
  }
  end_part();
  return out;
}

}  // namespace esep::intake
