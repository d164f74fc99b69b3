// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/core/row_names.h"
#include "app/receive/checker.h"
#include "app/receive/other_headings.h"

namespace esep::app {

/// What a value in the heading names instead of what the report is of.
struct AnotherIdentity {
  Identity identity;
  std::string other;  // the key of what is named; empty: it is in no register
  Message message;    // SUBJECT-SHOWN, ORGANISATION-SHOWN, PERIOD-SHOWN or ROADMAP-SHOWN
};

/// The rows of a register by these keys, in place of the file's own. `shown`: what the message quotes.
[[nodiscard]] AnotherIdentity another_row(Engine& engine, const CheckedFile& file, Identity identity,
                                          const std::vector<std::string>& keys, std::string shown);
/// The register of organisations, or that of the form's subjects; and the file's own key in it.
[[nodiscard]] const form::RegisterDefinition& register_of(Engine& engine, const CheckedFile& file, Identity identity);
[[nodiscard]] const std::string& own_key(const CheckedFile& file, Identity identity);

/// A cell of the heading whose field the engine fills in.
struct HeadingValue {
  const form::Field& field;
  std::string shown;  // as a person reads it
  form::Value value;  // as the field reads it
  form::Value known;  // what the engine gives, in Kazakh
};

/// Of a column of the register: the text or day of another row, if the column identifies its rows – their title, a
/// name, a number, the day that belongs to a number, or a column in which nothing stands twice. Of a query that gives
/// the title of the report's roadmap: a title with a word or number that is not of it. Of one that names the body that
/// reports: another body. nullopt: it names nothing else.
[[nodiscard]] std::optional<AnotherIdentity> another_identity(Engine& engine, const CheckedFile& file, NameBook& names,
                                                              const HeadingValue& at);

/// Of a query that gives a text: whether the heading says it, or the title of the report's roadmap in any language,
/// with other endings, a letter mistyped or a few words left out, and no word or number of its own. `known`: the text
/// in each language.
[[nodiscard]] bool is_in_other_words(Engine& engine, const HeadingValue& at, const LocalText& known,
                                     const NameWords& words);

}  // namespace esep::app
