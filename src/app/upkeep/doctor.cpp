// SPDX-License-Identifier: MIT
#include "app/upkeep/doctor.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

namespace esep::app {
namespace {

constexpr size_t kHash = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }
bool is_word(char c) { return is_hex(c) || (c >= 'g' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Words of the text, as a receipt writes hashes and numbers.
std::set<std::string> words(std::string_view text, const std::function<bool(std::string_view)>& wanted) {
  std::set<std::string> out;
  for (size_t at = 0; at < text.size();) {
    if (!is_word(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && (is_word(text[end]) || (text[end] == '-' && end == at + 1))) ++end;
    if (wanted(text.substr(at, end - at))) out.emplace(text.substr(at, end - at));
    at = end;
  }
  return out;
}

bool is_hash(std::string_view word) { return word.size() == kHash && std::all_of(word.begin(), word.end(), is_hex); }

bool is_number(std::string_view word) {
  return word.size() >= 8 && word.size() <= 17 && word.starts_with("S-") &&
         std::all_of(word.begin() + 2, word.end(), is_digit);
}

class ReceiptDoctor {
 public:
  ReceiptDoctor(Engine& engine, std::vector<registry::Damage>& damage) : registry_(engine.registry()), damage_(damage) {
    for (auto& entry : registry_.history().entries()) {
      const std::string hash = entry.hash;
      by_hash_.emplace(hash, std::move(entry));
    }
  }

  std::vector<Message> head(const std::string& hash) {
    std::vector<Message> out;
    const auto at = by_hash_.find(hash);
    if (at == by_hash_.end()) {
      damage_.push_back({"receipt", hash, Message("RECEIPT-HEAD-LOST", {{"head", hash}})});
    } else {
      out.push_back(held(at->second));
    }
    return out;
  }

  std::vector<Message> text(const std::string& file, const std::string& bytes) {
    if (const std::string whole = trim(bytes); is_hash(whole)) return head(whole);
    const auto numbers = words(bytes, is_number);
    const auto hashes = words(bytes, is_hash);
    if (hashes.empty() || numbers.empty())
      throw Error(Message("RECEIPT-UNREADABLE", {{"file", file}}), "RECEIPT-UNREADABLE-HINT");
    std::vector<Message> out;
    for (const std::string& number : numbers) one(file, number, hashes, out);
    return out;
  }

 private:
  static Message held(const registry::HistoryEntry& entry) {
    return {"RECEIPT-HEAD-HELD",
            {{"head", entry.hash}, {"seq", std::to_string(entry.seq)}, {"at", entry.at}, {"user", entry.user}}};
  }

  // A receipt names three hashes: the file's, the form text's and the chain's head. The hash that is neither of the
  // first two is the head.
  void one(const std::string& file, const std::string& number, const std::set<std::string>& hashes,
           std::vector<Message>& out) {
    report::Submission submission;
    try {
      submission = registry_.find(number);
    } catch (const Error& error) {
      if (error.message().key != "SUBMISSION-UNKNOWN") throw;
      damage_.push_back({"receipt", number, Message("RECEIPT-LOST", {{"number", number}})});
      return;
    }
    if (!hashes.contains(submission.receipt.sha256)) {
      damage_.push_back({"receipt", number, Message("RECEIPT-OTHER-FILE", {{"number", number}})});
    }
    const auto written = std::find_if(by_hash_.begin(), by_hash_.end(), [&](const auto& pair) {
      return pair.second.submission == submission.id && pair.second.action == "submit";
    });
    if (written != by_hash_.end() && hashes.contains(written->first)) {
      out.push_back(held(written->second));
      return;
    }
    auto others = hashes;
    others.erase(submission.receipt.sha256);
    others.erase(submission.contents.form_sha256);
    if (others.empty()) throw Error(Message("RECEIPT-UNREADABLE", {{"file", file}}), "RECEIPT-UNREADABLE-HINT");
    damage_.push_back({"receipt", number, Message("RECEIPT-HEAD-OTHER", {{"number", number}})});
  }

  registry::Registry& registry_;
  std::vector<registry::Damage>& damage_;
  std::map<std::string, registry::HistoryEntry> by_hash_;
};

}  // namespace

registry::Examination examine_workspace(Engine& engine) {
  try {
    return registry::examine(engine.registry());
  } catch (const Error& error) {
    const std::string& key = error.message().key;
    if (key != "SQLITE-CORRUPT" && key != "SQLITE-IO" && key != "SQLITE-ERROR" && key != "REGISTRY-FOREIGN") throw;
    registry::Examination out;
    out.damage.push_back({"database", "", error.message()});
    return out;
  }
}

std::vector<Message> examine_receipt(Engine& engine, const std::string& receipt,
                                     std::vector<registry::Damage>& damage) {
  ReceiptDoctor doctor(engine, damage);
  std::string lower = receipt;
  for (char& c : lower) c = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
  if (is_hash(lower)) return doctor.head(lower);
  return doctor.text(receipt, read_file(receipt));
}

}  // namespace esep::app
