// SPDX-License-Identifier: MIT
#include "html/write.h"

#include <fmt/core.h>
#include <kainjow/mustache.hpp>

#include "base/error.h"
#include "datafile/library.h"
#include "document/layout/qr_code.h"
#include "html/chart.h"
#include "html/escape.h"
#include "html/table.h"

namespace esep::html {
namespace {

class Body {
 public:
  Body(const document::Document& document, const RowAddress& address) : document_(document), address_(address) {}

  std::string run() {
    for (const auto& section : document_.sections) {
      if (section.hidden || section.workbook_only) continue;
      out_ += "<section>\n";
      for (const auto& one : section.blocks) std::visit([this](const auto& b) { block(b); }, one);
      out_ += "</section>\n";
    }
    return std::move(out_);
  }

 private:
  std::string shown(const form::Value& value, int scale) const {
    return escape(form::display_text(value, scale, document_.lang));
  }

  void block(const document::Stamp& stamp) {
    for (const auto& line : stamp.lines) out_ += fmt::format("<p class=\"stamp\">{}</p>\n", escape(line));
  }
  void block(const document::Heading& heading) {
    const std::string tag = heading.level == 1 ? "h1" : "h2";
    out_ += fmt::format("<{0}>{1}</{0}>\n", tag, escape(heading.text));
  }
  void block(const document::Paragraph& paragraph) {
    const std::string name = css_class(paragraph.emphasis);
    const std::string attribute = name.empty() ? "" : fmt::format(" class=\"{}\"", name);
    out_ += fmt::format("<p{}>{}</p>\n", attribute, escape(paragraph.text));
  }
  void block(const document::PageBreak&) { out_ += "<div class=\"break\"></div>\n"; }
  void block(const document::Signatures& signatures) {
    out_ += "<table class=\"signatures\">\n";
    for (const auto& line : signatures.lines) {
      out_ +=
          fmt::format("<tr><td>{}</td><td>____________________ {}</td></tr>\n", escape(line.title), escape(line.name));
    }
    out_ += "</table>\n";
  }
  void block(const document::Fields& fields) {
    out_ += "<table class=\"fields\">\n";
    for (const auto& field : fields.fields) {
      const std::string note =
          field.note ? fmt::format("<p class=\"warning\">{}</p>", escape(field.note->text)) : std::string();
      out_ += fmt::format("<tr><th scope=\"row\">{}</th><td>{}{}</td></tr>\n", escape(field.label),
                          shown(field.value, field.scale), note);
    }
    out_ += "</table>\n";
  }
  void block(const document::Chart& chart) { out_ += chart_markup(chart, document_.lang); }
  void block(const document::Table& table) {
    if (document::is_left_out(table)) {
      block(document::Paragraph{table.when_empty, document::Emphasis::muted});
    } else {
      out_ += table_markup(table, ++tables_, document_.lang, address_);
    }
  }

  const document::Document& document_;
  const RowAddress& address_;
  std::string out_;
  int tables_ = 0;
};

// In modules, so that a larger print is sharper.
std::string qr_markup(const document::Document& document) {
  const std::string& code = document.code;
  const document::QrCode qr = document::make_qr(document.code_address + code);
  const auto whole = [](double value) { return static_cast<int>(value); };
  std::string path;
  for (const auto& dark : qr.dark)
    path += fmt::format("M{} {}h{w}v1h-{w}z", whole(dark.x), whole(dark.y), fmt::arg("w", whole(dark.width)));
  return fmt::format(
      R"(<svg class="qr" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{code}" width="76" height="76" )"
      R"(viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" )"
      R"(fill="#fff"/><path d="{path}"/></svg>)",
      fmt::arg("code", escape(code)), fmt::arg("size", qr.size), fmt::arg("path", path));
}

// The library reads sections within sections by recursion; nested without end they exhaust the stack.
bool is_too_deep(std::string_view text) {
  constexpr int kDeepest = 50;
  int depth = 0;
  for (size_t at = text.find("{{"); at != std::string_view::npos && depth <= kDeepest; at = text.find("{{", at + 2)) {
    const char sign = at + 2 < text.size() ? text[at + 2] : '\0';
    if (sign == '#' || sign == '^') ++depth;
    if (sign == '/') --depth;
  }
  return depth > kDeepest;
}

// The first section on paper decides the page format.
const document::Section* first_section(const document::Document& document) {
  for (const auto& section : document.sections) {
    if (!section.hidden && !section.workbook_only) return &section;
  }
  return nullptr;
}

}  // namespace

std::string body_markup(const document::Document& document, const RowAddress& address) {
  return Body(document, address).run();
}

std::string write(const document::Document& document, const std::string& page_template) {
  const document::Section* first = first_section(document);
  kainjow::mustache::data data;
  const auto set = [&](const char* name, const std::string& value) {
    if (!value.empty()) data.set(name, escape(value));
  };
  data.set("lang", std::string(lang_code(document.lang)));
  set("title", document.title.empty() ? "Esep" : document.title);
  set("author", document.author);
  set("subject", document.subject);
  set("dated", document.dated.iso());
  set("footer", document.footer);
  set("code", document.code);
  if (!document.code.empty()) data.set("qr", qr_markup(document));
  data.set("paper", first != nullptr && first->paper == document::Paper::a3 ? "A3" : "A4");
  data.set("orientation", first != nullptr && first->landscape ? "landscape" : "portrait");
  std::string body = body_markup(document);
  if (document.is_blank) body += fmt::format("<!-- {} -->\n", document::kBlankMark);
  data.set("body", body);
  const auto refuse = [](const char* key) { throw Error(Message(key, {{"file", std::string(kPageTemplate)}})); };
  if (is_too_deep(page_template)) refuse("HTML-TEMPLATE-DEPTH");
  kainjow::mustache::mustache page(page_template);
  if (!page.is_valid())
    throw Error(Message("HTML-TEMPLATE", {{"file", std::string(kPageTemplate)}, {"reason", page.error_message()}}));
  page.set_custom_escape([](const std::string& text) { return text; });  // escaped above, and only once
  std::string out = page.render(data);
  if (out.find_first_not_of(" \t\r\n") == std::string::npos) refuse("HTML-TEMPLATE-EMPTY");
  if (out.find(body) == std::string::npos) refuse("HTML-TEMPLATE-BODY");  // a paper without what it says
  return out;
}

std::string write(const document::Document& document) {
  return write(document, datafile::Library().get(kPageTemplate).text);
}

}  // namespace esep::html
