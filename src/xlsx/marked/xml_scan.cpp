// SPDX-License-Identifier: MIT
#include "xlsx/marked/xml_scan.h"

#include <algorithm>
#include <memory>

#include <expat.h>
#include <fmt/core.h>

#include "base/utf8.h"

namespace esep::xlsx {
namespace {

struct ParserRelease {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct Scanning {
  const XmlScan& scan;
  std::string_view text;
  XML_Parser parser;
  int depth = 0;
};

void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  auto& now = *static_cast<Scanning*>(data);
  XmlTag tag;
  const std::string_view full = name;
  const size_t colon = full.find(':');
  tag.name = colon == std::string_view::npos ? full : full.substr(colon + 1);
  tag.prefix = colon == std::string_view::npos ? "" : full.substr(0, colon + 1);
  for (; *attributes != nullptr; attributes += 2) tag.attributes.emplace(attributes[0], attributes[1]);
  tag.depth = now.depth++;
  tag.begin = static_cast<size_t>(XML_GetCurrentByteIndex(now.parser));
  tag.end = tag.begin + static_cast<size_t>(XML_GetCurrentByteCount(now.parser));
  tag.closed = tag.end >= 2 && now.text[tag.end - 2] == '/';
  now.scan.start(tag);
}

void on_end(void* data, const XML_Char* name) {
  auto& now = *static_cast<Scanning*>(data);
  const std::string_view full = name;
  const size_t colon = full.find(':');
  XmlEnd end;
  end.name = colon == std::string_view::npos ? full : full.substr(colon + 1);
  end.depth = --now.depth;
  end.begin = static_cast<size_t>(XML_GetCurrentByteIndex(now.parser));
  end.end = end.begin + static_cast<size_t>(XML_GetCurrentByteCount(now.parser));
  if (now.scan.finish) now.scan.finish(end);
}

void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  XML_StopParser(static_cast<Scanning*>(data)->parser, XML_FALSE);
}

}  // namespace

std::string XmlTag::attribute(std::string_view wanted) const {
  for (const auto& [full, value] : attributes) {
    if (wanted.starts_with(':') ? full.ends_with(wanted) : full == wanted) return value;
  }
  return {};
}

bool XmlScan::run(std::string_view text) const {
  if (!is_valid_utf8(text)) return false;
  const std::unique_ptr<XML_ParserStruct, ParserRelease> parser(XML_ParserCreate("UTF-8"));
  if (!parser) throw std::bad_alloc();
  Scanning now{*this, text, parser.get()};
  XML_SetUserData(parser.get(), &now);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  return XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
}

std::string TextEdits::applied(std::string_view text) const {
  auto edits = edits_;
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string out;
  size_t done = 0;
  for (const Edit& edit : edits) {
    out += text.substr(done, edit.begin - done);
    out += edit.text;
    done = edit.end;
  }
  out += text.substr(done);
  return out;
}

std::string with_attribute(std::string_view tag, std::string_view name, std::string_view value) {
  const std::string set = fmt::format("{}=\"{}\"", name, value);
  size_t at = 0;
  while (at < tag.size()) {
    const size_t equals = tag.find('=', at);
    if (equals == std::string_view::npos) break;
    const size_t open = tag.find_first_of("\"'", equals);
    const size_t close = open == std::string_view::npos ? open : tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) break;
    size_t begin = tag.find_last_of(" \t\r\n", tag.find_last_not_of(" \t\r\n", equals - 1)) + 1;
    const size_t end = tag.find_last_not_of(" \t\r\n=", equals) + 1;
    if (tag.substr(begin, end - begin) == name)
      return std::string(tag.substr(0, begin)) + set + std::string(tag.substr(close + 1));
    at = close + 1;
  }
  const size_t tail = tag.size() - (tag.ends_with("/>") ? 2 : 1);
  return std::string(tag.substr(0, tail)) + " " + set + std::string(tag.substr(tail));
}

}  // namespace esep::xlsx
