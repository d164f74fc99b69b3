// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// What is recorded of a duty without a form: its day, languages, link and document.
[[nodiscard]] Message deed_message(Engine& engine, const report::Deed& deed);
/// DONE-LANGUAGES: in which languages it is missing; nullopt: in none.
[[nodiscard]] std::optional<Message> incomplete_message(Engine& engine, const form::Obligation& obligation,
                                                        const report::Deed& deed);
/// DONE-LINK: the record does not say where it is; nullopt: it does, or need not.
[[nodiscard]] std::optional<Message> unlinked_message(const form::Obligation& obligation, const report::Deed& deed);
/// The addressee in the words of the law on `day`.
[[nodiscard]] LocalText addressee_title(Engine& engine, const form::Addressee& addressee, calendar::Date day);
/// Everything that is recorded of a duty beside reports, and, from the day on which the duty arose, to which addressees
/// nothing was delivered yet. `today`: of the words of the law for them.
[[nodiscard]] std::vector<Message> deed_remarks(Engine& engine, const report::Duty& duty,
                                                const std::vector<report::Delivery>& deliveries, calendar::Date today);
/// That a later version than the one that was sent was composed, and not sent; nullopt: there is none.
[[nodiscard]] std::optional<Message> later_message(const report::Delivery& delivery);
/// That this composed report was not sent, and which one was; nullopt: it was, or none was.
[[nodiscard]] std::optional<Message> not_sent_message(const report::Submission& composed,
                                                      const report::Delivery& delivery);
/// That a report no longer says what the reports hold from which it was made, and which of them changed since when;
/// empty: it does (app/core/sent_paper.h).
[[nodiscard]] Message changed_sources_message(Engine& engine, const std::string& form,
                                              const std::vector<report::PaperChange>& changes);
/// That a sent paper no longer says what the register holds, and which reports changed since when; empty: it does.
[[nodiscard]] Message changed_paper_message(Engine& engine, const report::Delivery& delivery);

}  // namespace esep::app
