// SPDX-License-Identifier: MIT
#include "xlsx/marked/mark_package.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "base/xml_text.h"
#include "xlsx/marked/findings_part.h"
#include "xlsx/marked/notes.h"
#include "xlsx/marked/sheet_marks.h"
#include "xlsx/marked/xml_scan.h"

namespace esep::xlsx {
namespace {

constexpr const char* kMainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kWorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
constexpr const char* kSheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

class WorkbookMarker {
 public:
  WorkbookMarker(Parts& parts, const report::Findings& findings, const std::function<std::string(const Message&)>& say)
      : package_(parts), findings_(findings), say_(say) {}

  bool run() {
    if (!read_workbook()) return false;
    const std::string styles_part = package_.linked(workbook_part_, "styles");
    std::string* styles_text = package_.part(styles_part);
    auto styles = styles_text == nullptr ? std::nullopt : StyleBook::read(*styles_text);
    if (!styles) return false;
    for (const auto& [sheet, marks] : marks_of(findings_, say_)) {
      const auto at = sheets_.find(sheet);
      if (at == sheets_.end()) continue;
      std::string* text = package_.part(at->second);
      if (text == nullptr || !mark_cells(*text, marks, *styles) || !add_notes(package_, at->second, marks))
        return false;
    }
    return add_list(*styles) && finish(styles_part, *styles);
  }

 private:
  // Where its sheets stand, and where another one is added.
  bool read_workbook() {
    workbook_part_ = package_.linked("", "officeDocument");
    const std::string* text = package_.part(workbook_part_);
    const auto links = package_.links(workbook_part_);
    if (text == nullptr || !links) return false;
    bool known = false;
    XmlScan scan;
    scan.start = [&](const XmlTag& tag) {
      if (tag.depth == 0) {
        prefix_ = tag.prefix;
        known = tag.attribute(prefix_.empty() ? "xmlns" : "xmlns:" + prefix_.substr(0, prefix_.size() - 1)) ==
                kMainNamespace;
      }
      if (tag.depth != 2 || tag.name != "sheet") return;
      names_.push_back(fold_case(tag.attribute("name")));
      last_id_ = std::max(last_id_, std::atoi(tag.attribute("sheetId").c_str()));
      const auto link = links->find(tag.attribute(":id"));
      if (link != links->end() && link->second.type == "worksheet")
        sheets_[tag.attribute("name")] = link->second.target;
    };
    scan.finish = [&](const XmlEnd& end) {
      if (end.depth == 1 && end.name == "sheets" && end.end > end.begin) sheets_end_ = end.begin;
    };
    return scan.run(*text) && known && sheets_end_ > 0 && !sheets_.empty();
  }

  [[nodiscard]] std::string free_sheet_name() const {
    const std::string wanted = say_("ANNOTATE-SHEET");
    std::string out = wanted;
    for (int n = 2; std::find(names_.begin(), names_.end(), fold_case(out)) != names_.end(); ++n)
      out = wanted + " " + std::to_string(n);
    return out;
  }

  bool add_list(StyleBook& styles) {
    const std::string folder = workbook_part_.substr(0, workbook_part_.rfind('/') + 1);
    const std::string part = package_.free_name(folder + "worksheets/esepFindings", ".xml");
    package_.put(part, findings_part(findings_, say_, styles));
    const std::string id = package_.link(workbook_part_, "worksheet", part);
    if (id.empty() || !package_.declare(part, kSheetType)) return false;
    package_.part(workbook_part_)
        ->insert(sheets_end_, fmt::format("<{}sheet xmlns:esep=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                          "relationships\" name=\"{}\" sheetId=\"{}\" esep:id=\"{}\"/>",
                                          prefix_, xml_escape(free_sheet_name()), last_id_ + 1, id));
    return true;
  }

  // Without its macros the workbook is an ordinary one.
  bool finish(const std::string& styles_part, const StyleBook& styles) {
    package_.put(styles_part, styles.text());
    const std::string macros = package_.linked(workbook_part_, "vbaProject");
    if (!macros.empty()) {
      package_.unlink(workbook_part_, "/vbaProject");
      package_.remove(macros);
    }
    return package_.declare(workbook_part_, kWorkbookType);
  }

  Package package_;
  const report::Findings& findings_;
  const std::function<std::string(const Message&)>& say_;
  std::string workbook_part_;
  std::string prefix_;
  std::map<std::string, std::string> sheets_;  // by name: their parts
  std::vector<std::string> names_;             // of all sheets, folded
  int last_id_ = 0;
  size_t sheets_end_ = 0;
};

}  // namespace

bool mark_package(Parts& parts, const report::Findings& findings,
                  const std::function<std::string(const Message&)>& say) {
  return WorkbookMarker(parts, findings, say).run();
}

}  // namespace esep::xlsx
