// SPDX-License-Identifier: MIT
#include "xlsx/marked/package.h"

#include <fmt/core.h>

#include "base/text.h"
#include "xlsx/marked/xml_scan.h"

namespace esep::xlsx {
namespace {

constexpr const char* kTypesPart = "[Content_Types].xml";
constexpr const char* kNoLinks =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

std::string part_folder(const std::string& part) {
  const size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// "/xl/a.xml", "a.xml" or "../a.xml" as written in the relationships of a part.
std::string target_of(const std::string& part, const std::string& written) {
  if (written.starts_with('/')) return written.substr(1);
  std::vector<std::string> out;
  for (const std::string& step : split(part_folder(part) + written, '/')) {
    if (step == "..") {
      if (!out.empty()) out.pop_back();
    } else if (!step.empty() && step != ".") {
      out.push_back(step);
    }
  }
  return join(out, "/");
}

// Puts a text before the end of the root element; false on damage.
bool append_to_root(std::string& xml, const std::string& added) {
  TextEdits edits;
  bool done = false;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    if (tag.depth != 0 || !tag.closed) return;
    edits.replace(tag.end - 2, tag.end, ">" + added + "</" + tag.prefix + tag.name + ">");
    done = true;
  };
  scan.finish = [&](const XmlEnd& end) {
    if (end.depth != 0 || done) return;
    edits.insert(end.begin, added);
    done = true;
  };
  if (!scan.run(xml) || !done) return false;
  xml = edits.applied(xml);
  return true;
}

constexpr const char* kOwnTypes = "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"";
constexpr const char* kOwnLinks = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

}  // namespace

std::string* Package::part(const std::string& name) {
  const auto at = parts_.find(name);
  return at == parts_.end() ? nullptr : &at->second;
}

std::string Package::links_name(const std::string& part) {
  const std::string folder = part_folder(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

std::optional<std::map<std::string, PartLink>> Package::links(const std::string& part) {
  std::map<std::string, PartLink> out;
  const std::string* text = this->part(links_name(part));
  if (text == nullptr) return out;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    if (tag.name != "Relationship" || tag.attribute("TargetMode") == "External") return;
    const std::string type = tag.attribute("Type");
    out[tag.attribute("Id")] = {type.substr(type.rfind('/') + 1), target_of(part, tag.attribute("Target"))};
  };
  return scan.run(*text) ? std::optional(std::move(out)) : std::nullopt;
}

std::string Package::linked(const std::string& part, std::string_view type) {
  const auto all = links(part);
  if (!all) return {};
  for (const auto& [id, link] : *all) {
    if (link.type == type) return link.target;
  }
  return {};
}

std::string Package::link(const std::string& part, const std::string& type, const std::string& target) {
  const std::string name = links_name(part);
  std::string& text = parts_.try_emplace(name, kNoLinks).first->second;
  std::string id;
  for (int n = 1; id.empty() || text.find("\"" + id + "\"") != std::string::npos; ++n)
    id = "rIdEsep" + std::to_string(n);
  const std::string one = fmt::format(
      "<Relationship {} Id=\"{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}\" "
      "Target=\"/{}\"/>",
      kOwnLinks, id, type, target);
  return append_to_root(text, one) ? id : std::string();
}

void Package::unlink(const std::string& part, std::string_view type) {
  std::string* text = this->part(links_name(part));
  if (text == nullptr) return;
  TextEdits edits;
  XmlScan scan;
  size_t begin = 0;
  bool wanted = false;
  scan.start = [&](const XmlTag& tag) {
    wanted = tag.name == "Relationship" && tag.attribute("Type").ends_with(type);
    begin = tag.begin;
  };
  scan.finish = [&](const XmlEnd& end) {
    if (wanted && end.depth == 1) edits.replace(begin, end.end, "");
    wanted = false;
  };
  if (scan.run(*text)) *text = edits.applied(*text);
}

bool Package::declare(const std::string& name, const std::string& content_type) {
  std::string* types = part(kTypesPart);
  if (types == nullptr) return false;
  TextEdits edits;
  bool known = false;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    if (tag.name != "Override" || tag.attribute("PartName") != "/" + name) return;
    known = true;
    const std::string_view written = std::string_view(*types).substr(tag.begin, tag.end - tag.begin);
    edits.replace(tag.begin, tag.end, with_attribute(written, "ContentType", content_type));
  };
  if (!scan.run(*types)) return false;
  *types = edits.applied(*types);
  return known || append_to_root(*types, fmt::format("<Override {} PartName=\"/{}\" ContentType=\"{}\"/>", kOwnTypes,
                                                     name, content_type));
}

bool Package::declare_ending(const std::string& ending, const std::string& content_type) {
  std::string* types = part(kTypesPart);
  if (types == nullptr) return false;
  bool known = false;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    known = known || (tag.name == "Default" && fold_case(tag.attribute("Extension")) == ending);
  };
  if (!scan.run(*types)) return false;
  return known || append_to_root(*types, fmt::format("<Default {} Extension=\"{}\" ContentType=\"{}\"/>", kOwnTypes,
                                                     ending, content_type));
}

std::string Package::free_name(const std::string& front, const std::string& ending) const {
  for (int n = 1;; ++n) {
    std::string name = front + std::to_string(n) + ending;
    if (parts_.find(name) == parts_.end()) return name;
  }
}

}  // namespace esep::xlsx
