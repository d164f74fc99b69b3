// SPDX-License-Identifier: MIT
#include "xlsx/marked/style_book.h"

#include <fmt/core.h>

#include "xlsx/marked/xml_scan.h"
#include "xlsx/marks.h"

namespace esep::xlsx {

std::optional<StyleBook> StyleBook::read(std::string text) {
  StyleBook out;
  std::string list;
  const auto list_named = [&](const std::string& name) -> List* {
    return name == "fonts" ? &out.fonts_ : name == "fills" ? &out.fills_ : name == "cellXfs" ? &out.styles_ : nullptr;
  };
  size_t begin = 0;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    if (tag.depth == 0) out.prefix_ = tag.prefix;
    if (tag.depth == 1) {
      list = tag.name;
      if (List* one = list_named(list)) *one = {tag.begin, tag.end, 0, 0};
    }
    List* one = tag.depth == 2 ? list_named(list) : nullptr;
    if (one != nullptr) ++one->count;
    if (tag.depth == 2) begin = tag.begin;
  };
  scan.finish = [&](const XmlEnd& end) {
    if (end.depth == 2 && list == "cellXfs") out.written_.push_back(text.substr(begin, end.end - begin));
    List* one = end.depth == 1 ? list_named(end.name) : nullptr;
    if (one != nullptr && end.end > end.begin) one->close = end.begin;
  };
  const bool whole = scan.run(text) && out.fonts_.close > 0 && out.fills_.close > 0 && out.styles_.close > 0;
  if (!whole || out.written_.empty()) return std::nullopt;
  out.text_ = std::move(text);
  return out;
}

int StyleBook::add(List& list, const std::string& item) {
  list.added += item;
  return list.count++;
}

int StyleBook::marked(int base, Severity severity) {
  if (base < 0 || static_cast<size_t>(base) >= written_.size()) base = 0;
  const auto [at, fresh] = marked_.try_emplace({base, severity}, 0);
  if (!fresh) return at->second;
  const auto [fill, unknown] = fill_at_.try_emplace(severity, 0);
  if (unknown) {
    fill->second =
        add(fills_, fmt::format("<{0}fill><{0}patternFill patternType=\"solid\"><{0}fgColor rgb=\"FF{1:06X}\"/>"
                                "<{0}bgColor indexed=\"64\"/></{0}patternFill></{0}fill>",
                                prefix_, fill_of(severity)));
  }
  const std::string& written = written_[static_cast<size_t>(base)];
  const size_t end = written.find('>') + 1;
  std::string tag = with_attribute(written.substr(0, end), "fillId", std::to_string(fill->second));
  tag = with_attribute(tag, "applyFill", "1");
  at->second = add(styles_, tag + written.substr(end));
  return at->second;
}

int StyleBook::look(Look look) {
  const auto [at, fresh] = looks_.try_emplace(look, 0);
  if (!fresh) return at->second;
  const std::string letters = look == Look::head   ? fmt::format("<{}b/>", prefix_)
                              : look == Look::link ? fmt::format("<{}u/>", prefix_)
                                                   : std::string();
  const std::string colour = look == Look::link ? fmt::format("<{}color rgb=\"FF0B57D0\"/>", prefix_) : std::string();
  const int font =
      add(fonts_, fmt::format("<{0}font>{1}<{0}sz val=\"10\"/>{2}<{0}name val=\"Times New Roman\"/></{0}font>", prefix_,
                              letters, colour));
  at->second = add(styles_, fmt::format("<{0}xf numFmtId=\"0\" fontId=\"{1}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
                                        "applyFont=\"1\" applyAlignment=\"1\"><{0}alignment vertical=\"top\" "
                                        "wrapText=\"1\"/></{0}xf>",
                                        prefix_, font));
  return at->second;
}

std::string StyleBook::text() const {
  TextEdits edits;
  for (const List* list : {&fonts_, &fills_, &styles_}) {
    const std::string_view tag = std::string_view(text_).substr(list->begin, list->end - list->begin);
    edits.replace(list->begin, list->end, with_attribute(tag, "count", std::to_string(list->count)));
    edits.insert(list->close, list->added);
  }
  return edits.applied(text_);
}

}  // namespace esep::xlsx
