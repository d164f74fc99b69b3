// SPDX-License-Identifier: MIT
#include "web/widgets.h"

#include <algorithm>

#include "base/text.h"

namespace esep::web {
namespace {

std::string hint_id(const FieldText& text) { return text.name + "-hint"; }
std::string mistake_id(const FieldText& text) { return text.name + "-error"; }

// What a screen reader says after the label.
std::string described_by(const FieldText& text) {
  std::string out;
  if (!text.hint.empty()) out = hint_id(text);
  if (!text.mistake.empty()) out += (out.empty() ? "" : " ") + mistake_id(text);
  return out;
}

void describe(const FieldText& text, Attributes& attributes) {
  const std::string ids = described_by(text);
  if (!ids.empty()) attributes.push_back({"aria-describedby", ids});
  if (!text.mistake.empty()) attributes.push_back({"aria-invalid", "true"});
}

Markup hint_and_mistake(const FieldText& text) {
  Markup out;
  if (!text.hint.empty()) out += element("p", {{"class", "hint"}, {"id", hint_id(text)}}, text.hint);
  if (!text.mistake.empty()) out += element("p", {{"class", "mistake"}, {"id", mistake_id(text)}}, text.mistake);
  return out;
}

Markup labelled(const FieldText& text, const Markup& control) {
  const Markup label = element("label", {{"for", text.name}}, text.label);
  return element("div", {{"class", text.mistake.empty() ? "field" : "field wrong"}},
                 label + hint_and_mistake(text) + control);
}

std::string tone_class(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "tag";
    case Tone::good:
      return "tag good";
    case Tone::busy:
      return "tag busy";
    case Tone::warning:
      return "tag warning";
    case Tone::bad:
      return "tag bad";
  }
  return "tag";
}

}  // namespace

std::string mistake_at(const std::vector<Mistake>& mistakes, std::string_view field) {
  const auto found =
      std::find_if(mistakes.begin(), mistakes.end(), [&](const Mistake& one) { return one.field == field; });
  return found == mistakes.end() ? "" : found->text;
}

FieldText as_typed(const Visitor& visitor, FieldText text, const std::vector<Mistake>& mistakes) {
  text.value = visitor.request().form.find(text.name).value_or(text.value);
  text.mistake = mistake_at(mistakes, text.name);
  return text;
}

Markup input_field(const FieldText& text, std::string_view type, std::string_view autocomplete) {
  Attributes attributes = {{"id", text.name}, {"name", text.name}, {"type", std::string(type)}};
  if (!text.value.empty()) attributes.push_back({"value", text.value});
  if (!autocomplete.empty()) attributes.push_back({"autocomplete", std::string(autocomplete)});
  describe(text, attributes);
  return labelled(text, element("input", attributes));
}

Markup text_area(const FieldText& text, int rows) {
  Attributes attributes = {{"id", text.name}, {"name", text.name}, {"rows", std::to_string(rows)}};
  describe(text, attributes);
  return labelled(text, element("textarea", attributes, text.value));
}

Markup select_field(const FieldText& text, const Choices& choices) {
  Markup options;
  for (const auto& [value, title] : choices)
    options += element("option", {{"value", value}, given_if(value == text.value, flag("selected"))}, title);
  Attributes attributes = {{"id", text.name}, {"name", text.name}};
  describe(text, attributes);
  return labelled(text, element("select", attributes, options));
}

Markup tick_boxes(const FieldText& text, const Choices& choices, const std::vector<std::string>& chosen) {
  Markup boxes = element("legend", text.label) + hint_and_mistake(text);
  size_t index = 0;
  for (const auto& [value, title] : choices) {
    const std::string id = index == 0 ? text.name : text.name + "-" + std::to_string(index);
    ++index;
    const bool ticked = std::find(chosen.begin(), chosen.end(), value) != chosen.end();
    const Markup box = element(
        "input",
        {{"type", "checkbox"}, {"id", id}, {"name", text.name}, {"value", value}, given_if(ticked, flag("checked"))});
    boxes += element("div", {{"class", "tick"}}, box + element("label", {{"for", id}}, title));
  }
  Attributes attributes = {{"class", text.mistake.empty() ? "field" : "field wrong"}};
  if (const std::string ids = described_by(text); !ids.empty()) attributes.push_back({"aria-describedby", ids});
  return element("fieldset", attributes, boxes);
}

Markup button(const std::string& label, bool secondary) {
  return element("button", {{"type", "submit"}, given_if(secondary, {"class", "secondary"})}, label);
}

Markup tag(const std::string& word, Tone tone) { return element("span", {{"class", tone_class(tone)}}, word); }

TableBuilder::TableBuilder(std::string caption, const std::vector<std::string>& titles)
    : caption_(std::move(caption)), titles_(titles) {}

// The roles are said because a narrow window shows each row as a list (portal.css), which would take them away.
void TableBuilder::row(const std::vector<Markup>& cells, const std::string& mark) {
  Markup inside;
  for (size_t i = 0; i < cells.size(); ++i)
    inside += element(i == 0 ? "th" : "td",
                      {given_if(i == 0, {"scope", "row"}),
                       {"role", i == 0 ? "rowheader" : "cell"},
                       given_if(i == numbers_, {"class", "n"}),
                       given_if(i > 0, {"data-title", i < titles_.size() ? titles_[i] : ""})},
                      cells[i]);
  rows_ += element("tr", {{"role", "row"}, given_if(!mark.empty(), {"id", mark})}, inside);
}

Markup TableBuilder::markup() const {
  Markup titles;
  for (size_t i = 0; i < titles_.size(); ++i)
    titles += element("th", {{"scope", "col"}, {"role", "columnheader"}, given_if(i == numbers_, {"class", "n"})},
                      titles_[i]);
  const Attributes group = {{"role", "rowgroup"}};
  const Markup table =
      element("table", {{"class", "rows"}, {"role", "table"}},
              element("caption", caption_) + element("thead", group, element("tr", {{"role", "row"}}, titles)) +
                  element("tbody", group, rows_));
  // A frame that scrolls can be reached by the keyboard, and so has a name.
  return element("div", {{"class", "frame"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", caption_}}, table);
}

Markup facts(const std::vector<std::pair<std::string, Markup>>& names_and_values) {
  Markup inside;
  for (const auto& [name, value] : names_and_values) {
    if (value.empty()) continue;
    inside += element("div", element("dt", name) + element("dd", value));
  }
  return inside.empty() ? Markup() : element("dl", {{"class", "facts"}}, inside);
}

Markup list(const std::vector<Markup>& items) {
  Markup inside;
  for (const Markup& item : items) inside += element("li", item);
  return element("ul", inside);
}

Markup paragraph(const Markup& inside) { return element("p", inside); }

Markup heading(int level, const std::string& text, const std::string& id) {
  return element("h" + std::to_string(level), {given_if(!id.empty(), {"id", id})}, text);
}

Markup details(const std::string& summary, const Markup& inside, bool open) {
  return element("details", {given_if(open, flag("open"))}, element("summary", summary) + inside);
}

std::string format_name(std::string_view format) { return ascii_upper(format); }

Markup button_link(const std::string& address, const std::string& label) {
  return element("a", {{"href", address}, {"class", "button"}}, label);
}

}  // namespace esep::web
