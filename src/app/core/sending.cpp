// SPDX-License-Identifier: MIT
#include "app/core/sending.h"

#include "app/core/deed_words.h"
#include "app/core/verdict_words.h"
#include "registry/deeds.h"

namespace esep::app {
namespace {

Message::Args letter_facts(const report::Deed& deed) {
  return {{"date", deed.date.dotted()}, {"number", deed.sent->number}, {"signer", deed.sent->signer}};
}

Message letter_message(Engine& engine, const report::Delivery& delivery, const report::Deed& deed) {
  const Message what("SENDING-LETTER", letter_facts(deed));
  if (delivery.addressee.id.empty()) return what;
  return {"STATUS-DELIVERY",
          {{"addressee", addressee_title(engine, delivery.addressee, deed.date)}, {"what", engine.render_all(what)}}};
}

// Another revision may have been sent.
Message other_message(Engine& engine, const std::vector<report::Delivery>& deliveries) {
  for (const report::Delivery& one : deliveries) {
    if (!one.deed || !one.deed->sent || one.deed->report.empty()) continue;
    Message::Args args = letter_facts(*one.deed);
    args.emplace_back("revision", std::to_string(engine.registry().find(one.deed->report).revision));
    return {"SENDING-OTHER", std::move(args)};
  }
  return Message("SENDING-NONE");
}

Message judged(Engine& engine, const report::Verdict& verdict, const std::vector<report::Delivery>& deliveries,
               const std::string& number) {
  Message said = counted_verdict_message(verdict);
  for (const report::Delivery& one : deliveries) {
    const report::Deed* decides = one.deciding();
    if (decides == nullptr || !decides->sent || decides->report == number) continue;
    return {
        "SENDING-DECIDES",
        {{"timeliness", engine.render_all(said)}, {"date", decides->date.dotted()}, {"number", decides->sent->number}}};
  }
  return said;
}

}  // namespace

std::optional<Sending> sending_of(Engine& engine, Standings& standings, const report::Submission& submission) {
  if (submission.revision == 0 || !report::is_done_by_dispatch(engine.catalog(), submission.key.form))
    return std::nullopt;
  Sending out;
  const auto* obligation = engine.catalog().obligation(submission.deadline.obligation);
  if (obligation == nullptr) return Sending{{}, engine.render_all(Message("SENDING-NONE")), {}};
  const auto deliveries = report::deliveries_of(*obligation, submission.key, registry::Deeds(engine.registry()).all());
  for (const report::Delivery& one : deliveries) {
    const report::Deed* letter = one.letter_of(submission.number);
    if (letter == nullptr) continue;
    append(out.said, engine.render_all(letter_message(engine, one, *letter)), "; ");
    out.letters.push_back(*letter);
  }
  if (!out.is_sent()) {
    out.said = engine.render_all(other_message(engine, deliveries));
    return out;
  }
  const report::Verdict verdict = standings.of(submission).now.verdict;
  const bool open = verdict.timeliness == report::Timeliness::due || verdict.timeliness == report::Timeliness::missing;
  if (!open) out.timeliness = judged(engine, verdict, deliveries, submission.number);
  return out;
}

}  // namespace esep::app
