// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "intake/problem.h"
#include "intake/zip_archive.h"

namespace esep::intake {

/// Attributes as expat gives them: name, value, name, value …, nullptr.
using XmlAttributes = const char* const*;
/// Value of the attribute whose name, without prefix, is `name`; nullopt if there is none.
[[nodiscard]] std::optional<std::string_view> attribute(XmlAttributes attributes, std::string_view name);
/// The same for an attribute that must have a prefix, as r:id does.
[[nodiscard]] std::optional<std::string_view> prefixed_attribute(XmlAttributes attributes, std::string_view name);
/// The value of `attribute` as a whole number; nullopt also if it is none.
[[nodiscard]] std::optional<int> number_attribute(XmlAttributes attributes, std::string_view name);
/// xsd:boolean.
[[nodiscard]] bool is_true(std::optional<std::string_view> value);

/// Receives the elements and texts of one XML part. Names have no prefix: the place of an element decides on its
/// meaning, and the namespace of the root is checked once.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// Whether the part is of the expected kind; if not, FILE-XML-DAMAGED.
  virtual bool accepts_root(std::string_view name, std::string_view name_space) = 0;
  virtual void start(std::string_view name, XmlAttributes attributes) = 0;
  virtual void end() = 0;
  virtual void text(std::string_view text) = 0;

  [[nodiscard]] const std::optional<Problem>& failure() const { return failure_; }
  [[nodiscard]] bool wants_pause() const { return pause_; }
  void clear_pause() { pause_ = false; }

 protected:
  /// Ends the reading of this part.
  void fail(Problem problem) {
    if (!failure_) failure_ = std::move(problem);
  }
  /// Makes `XmlPart::step` return before the end of the chunk.
  void pause() { pause_ = true; }
  /// Call for elements without a meaning. Too many different names are refused, because expat keeps each of them.
  void unknown(std::string_view name, XmlAttributes attributes);

 private:
  std::optional<Problem> failure_;
  bool pause_ = false;
  std::set<std::string, std::less<>> unknown_;
};

/// SpreadsheetML of both kinds, transitional and strict.
[[nodiscard]] bool is_spreadsheet_namespace(std::string_view name_space);

/// One XML part of an archive, parsed chunk by chunk. Refuses DOCTYPE (and with it every entity), depth and tokens
/// beyond the limits.
class XmlPart {
 public:
  XmlPart(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler);
  /// For an inflated part, which must outlive this object.
  XmlPart(const InflatedPart& part, const ZipEntry& entry, XmlHandler& handler);
  ~XmlPart();

  enum class Step { more, done, failed };
  /// Parses about one chunk.
  Step step();
  [[nodiscard]] const Problem& failure() const;

 private:
  struct State;
  explicit XmlPart(std::unique_ptr<State> made);
  std::unique_ptr<State> state_;
};

/// Reads a whole part. False with `refusal` on damage.
[[nodiscard]] bool read_part(const ZipArchive& archive, const ZipEntry& entry, uint64_t limit, XmlHandler& handler,
                             Problem& refusal);

}  // namespace esep::intake
