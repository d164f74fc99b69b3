// SPDX-License-Identifier: MIT
#include "intake/workbook_parts.h"

#include <utility>

#include "base/text.h"
#include "intake/limits.h"
#include "intake/xml_part.h"
#include "report/cell_reference.h"

namespace esep::intake {
namespace {

class RelationshipsHandler final : public XmlHandler {
 public:
  explicit RelationshipsHandler(std::string_view part) : part_(part) {}

  bool accepts_root(std::string_view name, std::string_view name_space) override {
    return name == "Relationships" && name_space == "http://schemas.openxmlformats.org/package/2006/relationships";
  }
  void start(std::string_view name, XmlAttributes attributes) override {
    const auto id = attribute(attributes, "Id");
    const auto type = attribute(attributes, "Type");
    const auto target = attribute(attributes, "Target");
    if (name != "Relationship" || !id || !type || !target) return;
    if (attribute(attributes, "TargetMode") == "External") {
      outer.emplace(std::string(*id), std::string(*target));
      return;
    }
    found[std::string(*id)] = {std::string(type->substr(type->rfind('/') + 1)), resolve_target(part_, *target)};
  }
  void end() override {}
  void text(std::string_view /*text*/) override {}

  Relationships found;
  std::map<std::string, std::string> outer;

 private:
  std::string_view part_;
};

class WorkbookHandler final : public XmlHandler {
 public:
  bool accepts_root(std::string_view name, std::string_view name_space) override {
    return name == "workbook" && is_spreadsheet_namespace(name_space);
  }
  void start(std::string_view name, XmlAttributes attributes) override {
    ++depth_;
    if (depth_ == 1) {
      in_sheets_ = name == "sheets";
      in_names_ = name == "definedNames";
      if (name == "workbookPr") {
        const bool from_1904 = is_true(attribute(attributes, "date1904"));
        workbook.dates = from_1904 ? report::DateSystem::from_1904 : report::DateSystem::from_1900;
      }
    } else if (depth_ == 2 && in_names_ && attribute(attributes, "name") == "_xlnm.Print_Area") {
      printed_sheet_ = number_attribute(attributes, "localSheetId");
      printed_.clear();
    } else if (depth_ == 2 && in_sheets_ && name == "sheet") {
      if (workbook.sheets.size() == kMaxSheets) return fail(limit_problem("FILE-LIMIT-SHEETS", kMaxSheets));
      const std::string_view state = attribute(attributes, "state").value_or("visible");
      workbook.sheets.push_back({{std::string(attribute(attributes, "name").value_or("")), state != "visible"},
                                 std::string(prefixed_attribute(attributes, "id").value_or("")),
                                 {}});
    }
  }
  void end() override {
    if (depth_-- == 2) take_printed();
  }
  void text(std::string_view text) override {
    if (printed_sheet_ && printed_.size() < kMaxCellBytes) printed_ += text;
  }

  WorkbookPart workbook;

 private:
  // `'Sheet 1'!$A$1:$W$40,'Sheet 1'!$A$50:$W$60`. What is no list of ranges bounds nothing.
  void take_printed() {
    const auto sheet = std::exchange(printed_sheet_, std::nullopt);
    if (!sheet || *sheet < 0 || static_cast<size_t>(*sheet) >= workbook.sheets.size()) return;
    std::vector<report::MergedRange> ranges;
    std::erase(printed_, '$');
    while (!printed_.empty()) {
      const size_t begin = printed_.rfind('!');
      const auto range =
          report::parse_range(std::string_view(printed_).substr(begin == std::string::npos ? 0 : begin + 1));
      if (!range) return;
      ranges.push_back(*range);
      const size_t quote = begin == std::string::npos || begin == 0 || printed_[begin - 1] != '\''
                               ? begin
                               : printed_.rfind('\'', begin - 2);
      const size_t comma = quote == std::string::npos ? quote : printed_.rfind(',', quote);
      printed_.resize(comma == std::string::npos ? 0 : comma);
    }
    workbook.sheets[static_cast<size_t>(*sheet)].printed = std::move(ranges);
  }

  int depth_ = 0;
  bool in_sheets_ = false, in_names_ = false;
  std::optional<int> printed_sheet_;
  std::string printed_;
};

// "xl/worksheets/_rels/sheet1.xml.rels"
std::string relationships_part(std::string_view part) {
  const size_t slash = part.rfind('/');
  const std::string folder(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
  const std::string name(slash == std::string_view::npos ? part : part.substr(slash + 1));
  return folder + "_rels/" + name + ".rels";
}

}  // namespace

std::string resolve_target(std::string_view part, std::string_view target) {
  std::vector<std::string> path;
  if (!target.starts_with('/')) {
    path = split(part, '/');
    path.pop_back();  // the part itself
  }
  for (std::string& step : split(target, '/')) {
    if (step == "..") {
      if (!path.empty()) path.pop_back();
    } else if (!step.empty() && step != ".") {
      path.push_back(std::move(step));
    }
  }
  return join(path, "/");
}

std::optional<Relationships> read_relationships(const ZipArchive& archive, std::string_view part, Problem& refusal) {
  const ZipEntry* entry = archive.find(relationships_part(part));
  if (entry == nullptr) return Relationships{};
  RelationshipsHandler handler(part);
  if (!read_part(archive, *entry, kMaxSmallPartBytes, handler, refusal)) return std::nullopt;
  return std::move(handler.found);
}

std::map<std::string, std::string> read_outer_links(const ZipArchive& archive, std::string_view part) {
  const ZipEntry* entry = archive.find(relationships_part(part));
  RelationshipsHandler handler(part);
  Problem ignored = problem("FILE-XML-DAMAGED");
  if (entry == nullptr || !read_part(archive, *entry, kMaxSmallPartBytes, handler, ignored)) return {};
  return std::move(handler.outer);
}

std::optional<WorkbookPart> read_workbook(const ZipArchive& archive, const ZipEntry& entry, Problem& refusal) {
  WorkbookHandler handler;
  if (!read_part(archive, entry, kMaxSmallPartBytes, handler, refusal)) return std::nullopt;
  return std::move(handler.workbook);
}

}  // namespace esep::intake
