// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The parts of an xlsx package and how they refer to each other (ECMA-376 part 2).
namespace esep::xlsx {

using Parts = std::map<std::string, std::string>;  // by name, "xl/workbook.xml"

struct PartLink {
  std::string type;    // last word of its URI: "worksheet", "styles", "comments" …
  std::string target;  // name of the part
};

class Package {
 public:
  explicit Package(Parts& parts) : parts_(parts) {}

  [[nodiscard]] std::string* part(const std::string& name);  // nullptr: none
  void put(const std::string& name, std::string content) { parts_[name] = std::move(content); }
  void remove(const std::string& name) { parts_.erase(name); }
  /// The relationships of a part ("" for the package), by id; those to other places are left out. nullopt on damage.
  [[nodiscard]] std::optional<std::map<std::string, PartLink>> links(const std::string& part);
  /// The first part of that type; empty: none.
  [[nodiscard]] std::string linked(const std::string& part, std::string_view type);
  /// Adds a relationship and returns its id.
  [[nodiscard]] std::string link(const std::string& part, const std::string& type, const std::string& target);
  void unlink(const std::string& part, std::string_view type);
  /// Tells what a part is. False on damage.
  [[nodiscard]] bool declare(const std::string& name, const std::string& content_type);
  [[nodiscard]] bool declare_ending(const std::string& ending, const std::string& content_type);
  /// A name that no part has: "xl/esepComments1.xml".
  [[nodiscard]] std::string free_name(const std::string& front, const std::string& ending) const;

 private:
  [[nodiscard]] static std::string links_name(const std::string& part);
  Parts& parts_;
};

}  // namespace esep::xlsx
