// SPDX-License-Identifier: MIT
#include "xlsx/marked/notes.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "base/xml_text.h"
#include "report/cell_reference.h"
#include "xlsx/cell_text.h"
#include "xlsx/marked/sheet_marks.h"
#include "xlsx/marked/xml_scan.h"

namespace esep::xlsx {
namespace {

constexpr const char* kNoComments =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments "
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors><commentList></commentList>"
    "</comments>";
constexpr const char* kNoDrawing =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"></xml>";
constexpr const char* kShapeType =
    "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke "
    "joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

std::string mark_words(const Mark& mark) { return xml_escape(clip(safe_text(mark.text), kTextLimit)); }

// Adds the words to the comments that are there, and comments for the other marks. Returns the cells of the latter.
std::optional<std::set<std::pair<int, int>>> comment(std::string& comments, const Marks& marks) {
  TextEdits edits;
  std::set<std::pair<int, int>> fresh;
  for (const auto& [at, mark] : marks) fresh.insert(at);
  std::string prefix;
  int authors = 0;
  std::pair<int, int> here;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    if (tag.depth == 0) prefix = tag.prefix;
    if (tag.depth == 2 && tag.name == "author") ++authors;
    const auto cell = tag.name == "comment" ? report::parse_reference(tag.attribute("ref")) : std::nullopt;
    if (tag.name == "comment") here = cell ? std::pair(cell->row, cell->column) : std::pair(0, 0);
  };
  size_t list_end = 0;
  scan.finish = [&](const XmlEnd& end) {
    if (end.name == "authors" && end.end > end.begin)
      edits.insert(end.begin, fmt::format("<{0}author>Esep</{0}author>", prefix));
    if (end.name == "commentList") list_end = end.end > end.begin ? end.begin : 0;
    if (end.name != "text" || end.end == end.begin || fresh.erase(here) == 0) return;
    edits.insert(end.begin, fmt::format("<{0}r><{0}t xml:space=\"preserve\">\n{1}</{0}t></{0}r>", prefix,
                                        mark_words(marks.at(here))));
  };
  if (!scan.run(comments) || list_end == 0) return std::nullopt;
  for (const auto& at : fresh) {
    edits.insert(list_end,
                 fmt::format("<{0}comment ref=\"{1}\" authorId=\"{2}\"><{0}text><{0}r><{0}t "
                             "xml:space=\"preserve\">{3}</{0}t></{0}r></{0}text></{0}comment>",
                             prefix, report::cell_name(at.first, at.second), authors, mark_words(marks.at(at))));
  }
  comments = edits.applied(comments);
  return fresh;
}

// The box of a note, to the right of its cell.
std::string shape(const std::pair<int, int>& at, Severity severity, int number) {
  const int row = at.first - 1;
  const int column = at.second - 1;
  const int left = std::min(column + 1, report::kSheetColumns - 6);
  const int top = std::clamp(row - 1, 0, report::kSheetRows - 10);
  return fmt::format(
      "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
      "xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{}\" type=\"#_x0000_t202\" "
      "style=\"position:absolute;margin-left:80pt;margin-top:5pt;width:240pt;height:90pt;z-index:{};visibility:"
      "hidden\" "
      "fillcolor=\"#{:06X}\" o:insetmode=\"auto\"><v:fill color2=\"#{:06X}\"/><v:shadow on=\"t\" color=\"black\" "
      "obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div "
      "style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
      "<x:SizeWithCells/><x:Anchor>{}, 15, {}, 10, {}, 31, {}, 9</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{}"
      "</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>",
      number, number, fill_of(severity), fill_of(severity), left, top, left + 4, top + 7, row, column);
}

// Excel's own drawings are not always well-formed, so nothing is read but their end.
bool draw(std::string& drawing, const Marks& marks, const std::set<std::pair<int, int>>& cells) {
  constexpr int kFirst = 900'001;  // Excel numbers its shapes by sheets, from 1,025 on
  const size_t end = drawing.rfind("</xml>");
  if (end == std::string::npos) return false;
  std::string added;
  if (drawing.find("\"_x0000_t202\"") == std::string::npos) added += kShapeType;
  int number = kFirst;
  while (drawing.find(fmt::format("\"_x0000_s{}\"", number)) != std::string::npos) number += 100'000;
  for (const auto& at : cells) added += shape(at, marks.at(at).severity, number++);
  drawing.insert(end, added);
  return true;
}

}  // namespace

bool add_notes(Package& package, const std::string& sheet_part, const Marks& marks) {
  std::string* sheet = package.part(sheet_part);
  const std::string folder = sheet_part.substr(0, sheet_part.rfind('/') + 1);
  std::string comments_part = package.linked(sheet_part, "comments");
  if (package.part(comments_part) == nullptr) {
    comments_part = package.free_name(folder + "esepComments", ".xml");
    package.put(comments_part, kNoComments);
    if (package.link(sheet_part, "comments", comments_part).empty() ||
        !package.declare(comments_part, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"))
      return false;
  }
  const auto fresh = comment(*package.part(comments_part), marks);
  if (!fresh) return false;
  const auto links = package.links(sheet_part);
  const std::string drawing_id = notes_drawing_of(*sheet);
  if (!links || (!drawing_id.empty() && links->find(drawing_id) == links->end())) return false;
  std::string drawing_part = drawing_id.empty() ? "" : links->at(drawing_id).target;
  if (drawing_id.empty()) {
    drawing_part = package.free_name(folder + "esepNotes", ".vml");
    package.put(drawing_part, kNoDrawing);
    const std::string id = package.link(sheet_part, "vmlDrawing", drawing_part);
    if (id.empty() || !add_notes_drawing(*sheet, id) ||
        !package.declare_ending("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"))
      return false;
  }
  std::string* drawing = package.part(drawing_part);
  return drawing != nullptr && draw(*drawing, marks, *fresh);
}

}  // namespace esep::xlsx
