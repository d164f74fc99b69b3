// SPDX-License-Identifier: MIT
#include "app/upkeep/receipt_doctor.h"

#include <algorithm>
#include <map>

#include "app/upkeep/receipt_facts.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"
#include "intake/file_kind.h"
#include "intake/printed_code.h"
#include "registry/details.h"
#include "registry/record_number.h"

namespace esep::app {
namespace {

constexpr size_t kHash = 64;

bool is_hash(std::string_view word) {
  return word.size() == kHash && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string in_small_letters(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
  return text;
}

class ReceiptDoctor {
 public:
  ReceiptDoctor(Engine& engine, std::vector<registry::Damage>& damage)
      : engine_(engine), registry_(engine.registry()), damage_(damage), entries_(registry_.history().entries()) {}

  void head(const std::string& hash) {
    const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const auto& e) { return e.hash == hash; });
    if (at == entries_.end()) return say(hash, {"RECEIPT-HEAD-LOST", {{"head", hash}}});
    held_.push_back(held(*at));
  }

  void file(const std::string& name, const std::string& bytes) {
    if (const std::string whole = in_small_letters(trim(bytes)); is_hash(whole)) return head(whole);
    const auto told = text::read_told_facts(bytes);
    if (const auto paper = issued(bytes)) return issued_receipt(name, *paper, told);
    if (const auto paper = altered(bytes)) return altered_receipt(name, *paper, told);
    if (told && !told->submissions.empty()) return answer(*told);
    const std::string number = told ? number_in(told->facts) : "";
    if (!number.empty()) return foreign_receipt(name, number, *told);
    const auto kind = intake::file_kind(bytes);
    if (kind == intake::FileKind::pdf || kind == intake::FileKind::zip)
      return say(name, {"RECEIPT-NOT-ISSUED", {{"file", name}}});
    throw Error(Message("RECEIPT-UNREADABLE", {{"file", name}}), "RECEIPT-UNREADABLE-HINT");
  }

  std::vector<Message> take_held() { return std::move(held_); }

 private:
  void say(const std::string& place, Message message) { damage_.push_back({"receipt", place, std::move(message)}); }

  static Message held(const registry::HistoryEntry& entry) {
    return {"RECEIPT-HEAD-HELD",
            {{"head", entry.hash}, {"seq", std::to_string(entry.seq)}, {"at", entry.at}, {"user", entry.user}}};
  }

  static bool is_receipt(const registry::Paper& paper) {
    return paper.submission && paper.name.starts_with("receipt ");
  }

  std::optional<registry::Paper> issued(const std::string& bytes) {
    for (auto& paper : registry_.papers_with_bytes(sha256_hex(bytes))) {
      if (is_receipt(paper)) return std::move(paper);
    }
    return std::nullopt;
  }

  std::optional<registry::Paper> altered(const std::string& bytes) {
    for (const std::string& code : intake::printed_codes(bytes)) {
      for (auto& paper : registry_.papers_with_code(code)) {
        if (is_receipt(paper)) return std::move(paper);
      }
    }
    return std::nullopt;
  }

  // The report went with a register that was replaced; the same file may have been handed in again.
  void replaced(const std::string& number, const registry::HistoryEntry& entry) {
    registry::DetailsByKey facts = registry::details_by_key(entry.details);
    std::optional<report::Submission> again;
    for (auto& one : registry_.submissions_of_file(facts["sha256"])) {
      const bool same = one.key.form == facts["form"] && one.key.stage == facts["stage"] &&
                        one.key.organisation == facts["organisation"] && one.key.subject == facts["subject"] &&
                        one.key.period == facts["period"];
      if (same && (!again || one.revision > 0)) again = std::move(one);
    }
    Message message(again ? "RECEIPT-REPLACED-AGAIN" : "RECEIPT-REPLACED",
                    {{"number", number}, {"at", entry.at}, {"user", entry.user}});
    if (again) message.args.emplace_back("again", again->number);
    say(number, std::move(message));
    told_replaced_ = true;
  }

  // nullopt: it is not in the register, and that is said.
  std::optional<report::Submission> submission(const std::string& number) {
    try {
      return registry_.find(number);
    } catch (const Error& error) {
      if (error.message().key != "SUBMISSION-UNKNOWN") throw;
    }
    for (const auto& entry : entries_) {
      if (entry.action != "restore_lost" || registry::details_by_key(entry.details)["number"] != number) continue;
      replaced(number, entry);
      return std::nullopt;
    }
    say(number, {"RECEIPT-LOST", {{"number", number}}});
    return std::nullopt;
  }

  // The entry that registered it, with the head that the receipt must bear; nullptr, and that is said.
  const registry::HistoryEntry* written(const report::Submission& s) {
    for (const auto& entry : entries_) {
      if (entry.submission == s.id && entry.action == "submit") return &entry;
    }
    say(s.number, {"RECEIPT-HEAD-OTHER", {{"number", s.number}}});
    return nullptr;
  }

  void tell(const std::string& number, const std::vector<FactDifference>& differences) {
    for (const auto& [fact, told, known] : differences) {
      const auto shown = [](const std::string& text) { return text.empty() ? std::string("—") : text; };
      say(number,
          {"RECEIPT-FACT", {{"number", number}, {"fact", fact}, {"told", shown(told)}, {"known", shown(known)}}});
    }
  }

  void issued_receipt(const std::string& name, const registry::Paper& paper,
                      const std::optional<text::ToldFacts>& told) {
    const auto s = submission(registry::record_number(registry::RecordKind::submission, *paper.submission));
    const auto* entry = s ? written(*s) : nullptr;
    if (entry == nullptr) return;
    if (told && !told->facts.empty()) {
      const auto differences = receipt_differences(engine_, *s, *told, FactsToCompare::lasting);
      tell(s->number, differences);
      if (!differences.empty()) return;
    }
    held_.push_back(Message("RECEIPT-ISSUED", {{"file", name}, {"number", s->number}, {"code", paper.code}}));
    held_.push_back(held(*entry));
  }

  void altered_receipt(const std::string& name, const registry::Paper& paper,
                       const std::optional<text::ToldFacts>& told) {
    const auto s = submission(registry::record_number(registry::RecordKind::submission, *paper.submission));
    const std::string number = s ? s->number : name;
    say(number, {"RECEIPT-ALTERED", {{"file", name}, {"code", paper.code}}});
    if (s && told && !told->facts.empty()) tell(number, receipt_differences(engine_, *s, *told, FactsToCompare::all));
  }

  // The number on a receipt that the register has not issued.
  std::string number_in(const text::LabelledFacts& facts) {
    for (const auto& [label, value] : facts) {
      if (is_number_label(engine_, label)) return value;
    }
    return {};
  }

  void foreign_receipt(const std::string& name, const std::string& number, const text::ToldFacts& told) {
    const auto s = submission(number);
    if (told_replaced_) return;  // of course this register has not issued it
    say(s ? s->number : number, {"RECEIPT-NOT-ISSUED", {{"file", name}}});
    if (s) tell(s->number, receipt_differences(engine_, *s, told, FactsToCompare::all));
  }

  void answer(const text::ToldFacts& told) {
    for (const auto& facts : told.submissions) {
      const auto at = facts.find("submission");
      const std::string number = at == facts.end() ? "" : at->second;
      const auto s = submission(number);
      const auto* entry = s ? written(*s) : nullptr;
      if (entry == nullptr) continue;
      const auto differences = answer_differences(engine_, *s, facts);
      tell(s->number, differences);
      if (differences.empty()) held_.push_back(held(*entry));
    }
  }

  Engine& engine_;
  registry::Registry& registry_;
  std::vector<registry::Damage>& damage_;
  std::vector<registry::HistoryEntry> entries_;
  std::vector<Message> held_;
  bool told_replaced_ = false;
};

}  // namespace

std::vector<Message> examine_receipt(Engine& engine, const std::string& receipt,
                                     std::vector<registry::Damage>& damage) {
  constexpr uint64_t kMostBytes = uint64_t{8} << 20;  // no receipt has as much
  ReceiptDoctor doctor(engine, damage);
  const std::string typed = in_small_letters(trim(receipt));
  if (is_hash(typed)) {
    doctor.head(typed);
  } else {
    doctor.file(receipt, read_file(receipt, kMostBytes));
  }
  return doctor.take_held();
}

}  // namespace esep::app
