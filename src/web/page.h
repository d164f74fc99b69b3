// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "http/response.h"
#include "web/visitor.h"

namespace esep::web {

/// What must be mended in a form, said above it.
struct Mistake {
  std::string field;  // id of the field to go to; empty: none
  std::string text;
};

/// A page: what stands between its head and its foot.
struct Page {
  std::string title;
  Markup body;
  int status = 200;
  std::vector<Mistake> mistakes = {};  // listed above the body; the title then begins with "Error:"
  /// What has just been done (`done_address`), said above the body.
  std::string done = {};
};

/// With head, navigation by roles, languages and foot.
[[nodiscard]] http::Response page_response(const Visitor& visitor, const Page& page);
/// After a form: 303 to a page of this portal, in the visitor's language.
[[nodiscard]] http::Response go_to(const Visitor& visitor, std::string_view path);
/// The same, and the page says what was done: a key of the catalogue that begins with WEB-DONE-. `query`: what else the
/// page is asked, "form=…&period=…".
[[nodiscard]] http::Response go_to_done(const Visitor& visitor, const std::string& path, const std::string& done_key,
                                        const std::string& query = "");
/// What `go_to_done` told this page to say; empty: nothing.
[[nodiscard]] std::string done_text(const Visitor& visitor);
/// A page that says what happened instead: 400, 403, 404, 405, 413, 415, 429, 431, 500, 503, 507.
[[nodiscard]] http::Response refusal(const Visitor& visitor, int status);
/// The refusal 429, which says after how many seconds the next request may come.
[[nodiscard]] http::Response too_often(const Visitor& visitor, accounts::Instant seconds);
/// The error says of a subject that it is another body's, or nobody's: who acts for some bodies is told neither (404).
[[nodiscard]] bool names_others(const Visitor& visitor, const Error& error);
/// A page that says why something could not be done, with the cure, and leads back.
[[nodiscard]] http::Response failure(const Visitor& visitor, const Error& error, std::string_view back);
/// The mistake that an error is, at a field or at none.
[[nodiscard]] Mistake mistake_of(const Visitor& visitor, const Error& error, std::string field = "");
/// Of a form that is shown again: 409 where the step is refused, 422 where something typed is wrong.
[[nodiscard]] int status_of(const Error& error);
/// A file to be kept: a paper, a workbook.
[[nodiscard]] http::Response file_response(std::string bytes, const std::string& type, const std::string& name);
/// Files as one ZIP, under their names.
[[nodiscard]] http::Response zip_response(const std::vector<std::filesystem::path>& files, const std::string& name);

}  // namespace esep::web
