// SPDX-License-Identifier: MIT
#include "web/markup.h"

#include <algorithm>
#include <array>

#include "html/escape.h"

namespace esep::web {
namespace {

constexpr std::array<std::string_view, 6> kVoid = {"br", "hr", "img", "input", "link", "meta"};

}  // namespace

Markup::Markup(std::string_view text) : markup_(html::escape(text)) {}

Markup Markup::made(std::string markup) {
  Markup out;
  out.markup_ = std::move(markup);
  return out;
}

Markup& Markup::operator+=(const Markup& more) {
  markup_ += more.markup_;
  return *this;
}

Markup element(std::string_view tag, const Attributes& attributes, const Markup& inside) {
  std::string out = "<" + std::string(tag);
  for (const Attribute& one : attributes) {
    if (one.name.empty()) continue;
    out += " " + std::string(one.name);
    if (!one.flag) out += "=\"" + html::escape(one.value) + "\"";
  }
  out += ">";
  if (std::find(kVoid.begin(), kVoid.end(), tag) == kVoid.end()) out += inside.text() + "</" + std::string(tag) + ">";
  return Markup::made(std::move(out));
}

Markup element(std::string_view tag, const Markup& inside) { return element(tag, Attributes{}, inside); }

Markup joined(std::initializer_list<Markup> parts) {
  Markup out;
  for (const Markup& part : parts) out += part;
  return out;
}

Markup link(const std::string& address, const Markup& inside) { return element("a", {{"href", address}}, inside); }

Markup hidden_field(std::string_view name, const std::string& value) {
  return element("input", {{"type", "hidden"}, {"name", std::string(name)}, {"value", value}});
}

}  // namespace esep::web
