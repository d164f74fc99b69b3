// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The only way to make HTML in web/: what is put in is escaped, unless it is markup already.
namespace esep::web {

/// A piece of HTML.
class Markup {
 public:
  Markup() = default;
  /// A text: escaped.
  Markup(std::string_view text);  // NOLINT(google-explicit-constructor): a text is its markup
  Markup(const std::string& text) : Markup(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Markup(const char* text) : Markup(std::string_view(text)) {}         // NOLINT(google-explicit-constructor)
  /// Markup that a writer of html/ made. Never a text of a user.
  [[nodiscard]] static Markup made(std::string markup);

  Markup& operator+=(const Markup& more);
  [[nodiscard]] friend Markup operator+(Markup left, const Markup& right) { return left += right; }
  [[nodiscard]] const std::string& text() const { return markup_; }
  [[nodiscard]] bool empty() const { return markup_.empty(); }

 private:
  std::string markup_;
};

/// `name="value"`; a `flag` is a name alone.
struct Attribute {
  std::string_view name;
  std::string value;
  bool flag = false;
};
[[nodiscard]] inline Attribute flag(std::string_view name) { return {name, "", true}; }
/// The attribute, or one that is left out.
[[nodiscard]] inline Attribute given_if(bool given, Attribute attribute) {
  return given ? std::move(attribute) : Attribute{};
}

using Attributes = std::vector<Attribute>;

/// `<tag …>inside</tag>`; `<input>` and other void elements have no end.
[[nodiscard]] Markup element(std::string_view tag, const Attributes& attributes, const Markup& inside = {});
[[nodiscard]] Markup element(std::string_view tag, const Markup& inside);
/// All of them, one behind the other.
[[nodiscard]] Markup joined(std::initializer_list<Markup> parts);
[[nodiscard]] Markup link(const std::string& address, const Markup& inside);
/// A field of a form that nobody sees.
[[nodiscard]] Markup hidden_field(std::string_view name, const std::string& value);

}  // namespace esep::web
