// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Finds places in the XML of a package part, so that it can be changed there and nowhere else. Offsets are bytes.
namespace esep::xlsx {

struct XmlTag {
  std::string name;                               // without its prefix
  std::string prefix;                             // "x:", or empty
  std::map<std::string, std::string> attributes;  // by their full names
  int depth = 0;                                  // 0: the root
  size_t begin = 0;                               // of the start tag
  size_t end = 0;
  bool closed = false;  // <a/>

  /// Empty if there is none. "r:id" is found under any prefix as ":id".
  [[nodiscard]] std::string attribute(std::string_view name) const;
};

struct XmlEnd {
  std::string name;
  int depth = 0;
  size_t begin = 0;  // of the end tag; behind the start tag of <a/>
  size_t end = 0;
};

struct XmlScan {
  std::function<void(const XmlTag&)> start;
  std::function<void(const XmlEnd&)> finish = {};
  /// False where the text is no well-formed UTF-8 XML or has a document type.
  [[nodiscard]] bool run(std::string_view text) const;
};

/// Changes to a text, in any order; they must not overlap. Of several at one place the first comes first.
class TextEdits {
 public:
  void replace(size_t begin, size_t end, std::string text) { edits_.push_back({begin, end, std::move(text)}); }
  void insert(size_t at, std::string text) {
    if (!text.empty()) replace(at, at, std::move(text));
  }
  [[nodiscard]] std::string applied(std::string_view text) const;

 private:
  struct Edit {
    size_t begin, end;
    std::string text;
  };
  std::vector<Edit> edits_;
};

/// The start tag with this attribute set.
[[nodiscard]] std::string with_attribute(std::string_view tag, std::string_view name, std::string_view value);

}  // namespace esep::xlsx
