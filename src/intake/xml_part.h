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
/// xsd:boolean.
[[nodiscard]] bool is_true(std::optional<std::string_view> value);

/// Takes what stands in one XML part. Names come without prefix: where an element means something is decided by where
/// it stands, and the namespace of the root is checked once.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// Whether this is the part that was expected; else FILE-XML-DAMAGED.
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
  /// Makes `XmlPart::step` return before the chunk is used up.
  void pause() { pause_ = true; }
  /// To be called for elements that mean nothing here: too many different names are refused, since expat keeps each.
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
  /// Over a part that was inflated already and must outlive it.
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
