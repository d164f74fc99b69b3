// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"
#include "base/error.h"
#include "registry/review_book.h"
#include "report/report_key.h"

/// What people call the things that data files and the register name by an id. A sentence for people says the title;
/// an id stands in it only where the reader has to type it.
namespace esep::app {

/// The short title of the newest edition; the id where there is no such form.
[[nodiscard]] LocalText form_title(Engine& engine, const std::string& form);
/// Of an obligation of any file; the id where there is none.
[[nodiscard]] LocalText obligation_title(Engine& engine, const std::string& id);
/// «октябрь 2026 года»; the text itself where it is no period.
[[nodiscard]] LocalText period_title(const std::string& period);
/// Whose report, on what, for which period, at which stage: «Министерство …; G-001; октябрь 2026 года».
[[nodiscard]] LocalText key_words(Engine& engine, const report::ReportKey& key);
/// The same behind the title of its form.
[[nodiscard]] LocalText report_words(Engine& engine, const report::ReportKey& key);

/// A refusal of a right (report::body_refusal) with the titles of bodies: what the user typed by its title, those for
/// which he acts with their codes, too.
[[nodiscard]] Message with_body_titles(Engine& engine, Message refusal);

/// The register knows ids only: its error with titles in place of the arguments `form`, `period`, `event`,
/// `obligation`.
[[nodiscard]] Error with_titles(Engine& engine, const Error& error);
/// What `ask` gives; its error with titles. A refused step names everything itself.
template <typename Ask>
decltype(auto) titled(Engine& engine, const Ask& ask) {
  try {
    return ask();
  } catch (const registry::StepRefused&) {
    throw;
  } catch (const Error& error) {
    throw with_titles(engine, error);
  }
}

}  // namespace esep::app
