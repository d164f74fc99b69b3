// SPDX-License-Identifier: MIT
#include "app/core/deed_words.h"

#include <algorithm>

#include "app/core/law_words.h"
#include "app/core/message_key.h"
#include "app/core/names.h"
#include "base/text.h"
#include "form/identifier.h"

namespace esep::app {
namespace {

// «қазақ тілінде, орыс тілінде».
LocalText language_names(Engine& engine, const std::vector<Lang>& languages) {
  LocalText out;
  for (const Lang lang : languages)
    append(out, engine.render_all(Message(message_key("LANGUAGE-", lang_code(lang)), {})), ", ");
  return out;
}

Message sent_message(const report::Deed& deed, int revision) {
  Message::Args args{{"date", deed.date.dotted()}, {"number", deed.sent->number}, {"signer", deed.sent->signer}};
  if (revision == 0) return {"STATUS-SENT", std::move(args)};
  args.emplace_back("submission", deed.report);
  args.emplace_back("revision", std::to_string(revision));
  return {"STATUS-SENT-REPORT", std::move(args)};
}

// Of several letters one decides.
Message deciding_letter_message(const report::Delivery& delivery) {
  const report::Deed& deed = *delivery.deciding();
  return {"STATUS-SENT-DECIDES", {{"date", deed.date.dotted()}, {"number", deed.sent->number}}};
}

// What a dispatch records, and what its paper did not know.
void add_sent(Engine& engine, const form::Obligation& obligation, const report::Delivery& delivery,
              std::vector<Message>& out) {
  for (const report::EarlierLetter& one : delivery.earlier) {
    out.push_back(sent_message(one.deed, one.revision));
    if (one.withdrawn)
      out.push_back(Message(
          "STATUS-SENT-WITHDRAWN",
          {{"number", one.deed.sent->number}, {"submission", one.deed.report}, {"date", one.withdrawn->dotted()}}));
  }
  out.push_back(sent_message(*delivery.deed, delivery.revision ? delivery.revision->revision : 0));
  if (!delivery.earlier.empty()) out.push_back(deciding_letter_message(delivery));
  if (delivery.addressee.id.empty() && !obligation.recipient.name.empty())
    out.push_back(Message("STATUS-SENT-TO", {{"addressee", obligation.recipient.name}}));
  if (auto later = later_message(delivery)) out.push_back(std::move(*later));
  if (delivery.before_term) out.push_back(Message("STATUS-SENT-EARLY", {{"date", delivery.before_term->dotted()}}));
  if (Message changed = changed_paper_message(engine, delivery); !changed.empty()) out.push_back(std::move(changed));
}

// Of which revision a delivery is, where that is known, and what became of it.
Message delivered_message(Engine& engine, const report::Delivery& delivery) {
  Message what = deed_message(engine, *delivery.deed);
  if (!delivery.revision) return what;
  const report::DeliveredRevision& of = *delivery.revision;
  Message::Args args{{"what", engine.render_all(what)}, {"revision", std::to_string(of.revision)}};
  if (of.state == report::State::withdrawn) return {"DELIVERED-WITHDRAWN", std::move(args)};
  if (of.replaced_by == 0) return {"DELIVERED-REVISION", std::move(args)};
  args.emplace_back("other", std::to_string(of.replaced_by));
  return {"DELIVERED-REPLACED", std::move(args)};
}

LocalText change_list(Engine& engine, const std::vector<report::PaperChange>& changes) {
  LocalText out;
  for (const report::PaperChange& change : changes) {
    const Message one(message_key("PAPER-CHANGE-", report::paper_change_name(change.kind)),
                      {{"submission", change.submission},
                       {"organisation", organisation_title(engine, change.organisation)},
                       {"date", change.since.dotted()}});
    append(out, engine.render_all(one), "; ");
  }
  return out;
}

}  // namespace

Message deed_message(Engine& engine, const report::Deed& deed) {
  LocalText about = language_names(engine, deed.languages);
  for (const std::string& one : {deed.link, deed.document}) {
    if (!one.empty()) append(about, {one, one, one}, "; ");
  }
  const bool delivered = !deed.addressee.empty();
  if (about.empty()) return Message(delivered ? "DELIVERED" : "FULFILMENT", {{"date", deed.date.dotted()}});
  return Message(delivered ? "DELIVERED-ABOUT" : "FULFILMENT-ABOUT",
                 {{"date", deed.date.dotted()}, {"about", std::move(about)}});
}

std::optional<Message> incomplete_message(Engine& engine, const form::Obligation& obligation,
                                          const report::Deed& deed) {
  LocalText languages = language_names(engine, report::missing_languages(obligation, deed));
  if (languages.empty()) return std::nullopt;
  return Message("DONE-LANGUAGES", {{"languages", languages}});
}

std::optional<Message> unlinked_message(const form::Obligation& obligation, const report::Deed& deed) {
  // Earlier programs took any words for a link.
  const bool linked = !deed.link.empty() && !form::check_url(deed.link);
  if (!obligation.recipient.link || linked) return std::nullopt;
  return Message("DONE-LINK");
}

LocalText addressee_title(Engine& engine, const form::Addressee& addressee, calendar::Date day) {
  return engine.law_words().on(addressee.title, day);
}

std::vector<Message> deed_remarks(Engine& engine, const report::Duty& duty,
                                  const std::vector<report::Delivery>& deliveries, calendar::Date today) {
  const bool arose = duty.obligation->event.empty() || (duty.event_date && *duty.event_date <= today);
  std::vector<Message> out;
  for (const report::Delivery& one : deliveries) {
    std::vector<Message> said;
    if (one.deed && one.deed->sent) {
      add_sent(engine, *duty.obligation, one, said);
    } else if (one.deed) {
      said.push_back(delivered_message(engine, one));
      if (auto incomplete = incomplete_message(engine, *duty.obligation, *one.deed))
        said.push_back(std::move(*incomplete));
      if (auto unlinked = unlinked_message(*duty.obligation, *one.deed)) said.push_back(std::move(*unlinked));
    }
    if (one.addressee.id.empty()) {
      out.insert(out.end(), said.begin(), said.end());
      continue;
    }
    const LocalText to = addressee_title(engine, one.addressee, one.deed ? one.deed->date : today);
    if (said.empty() && arose) out.push_back(Message("STATUS-NOT-DELIVERED", {{"addressee", to}}));
    for (const Message& what : said)
      out.push_back(Message("STATUS-DELIVERY", {{"addressee", to}, {"what", engine.render_all(what)}}));
  }
  return out;
}

std::optional<Message> later_message(const report::Delivery& delivery) {
  if (!delivery.revision || delivery.revision->replaced_by == 0) return std::nullopt;
  const report::DeliveredRevision& of = *delivery.revision;
  return Message(
      "STATUS-SENT-LATER",
      {{"number", of.later_number}, {"revision", std::to_string(of.replaced_by)}, {"date", of.later_on.dotted()}});
}

namespace {

// The last letter with an earlier revision of a composed report; nullptr: there is none.
const report::Deed* letter_before(const report::Submission& composed, const report::Delivery& delivery) {
  if (delivery.revision->revision < composed.revision) return &*delivery.deed;
  const auto last = std::find_if(delivery.earlier.rbegin(), delivery.earlier.rend(),
                                 [&](const auto& one) { return one.revision > 0 && one.revision < composed.revision; });
  return last == delivery.earlier.rend() ? nullptr : &last->deed;
}

}  // namespace

std::optional<Message> not_sent_message(const report::Submission& composed, const report::Delivery& delivery) {
  if (!delivery.deed || !delivery.deed->sent || !delivery.revision) return std::nullopt;
  if (const report::Deed* before = letter_before(composed, delivery))
    return Message("PAPER-INSTEAD-OF", {{"date", before->date.dotted()}, {"number", before->sent->number}});
  if (delivery.letter_of(composed.number) != nullptr) return std::nullopt;
  return Message("PAPER-NOT-SENT", {{"submission", delivery.deed->report},
                                    {"revision", std::to_string(delivery.revision->revision)},
                                    {"date", delivery.deed->date.dotted()},
                                    {"number", delivery.deed->sent->number}});
}

Message changed_paper_message(Engine& engine, const report::Delivery& delivery) {
  if (delivery.changes.empty()) return {};
  return Message("STATUS-SENT-CHANGED",
                 {{"code", delivery.deed->sent->code}, {"changes", change_list(engine, delivery.changes)}});
}

Message changed_sources_message(Engine& engine, const std::string& form,
                                const std::vector<report::PaperChange>& changes) {
  if (changes.empty()) return {};
  const auto editions = engine.catalog().editions(form);
  const bool composed = !editions.empty() && editions.back()->reporting.composed;
  Message::Args args{{"changes", change_list(engine, changes)}};
  return composed ? Message("SOURCES-CHANGED-COMPOSED", std::move(args)) : Message("SOURCES-CHANGED", std::move(args));
}

}  // namespace esep::app
