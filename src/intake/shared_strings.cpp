// SPDX-License-Identifier: MIT
#include "intake/shared_strings.h"

#include <algorithm>
#include <cstring>

#include "intake/limits.h"
#include "intake/xml_part.h"

namespace esep::intake {
namespace {

constexpr size_t kFirstBlock = size_t{8} << 10;
constexpr size_t kBlock = size_t{1} << 20;
constexpr size_t kLength = sizeof(uint32_t);

class SharedStringsHandler final : public XmlHandler {
 public:
  bool accepts_root(std::string_view name, std::string_view name_space) override {
    return name == "sst" && is_spreadsheet_namespace(name_space);
  }

  void start(std::string_view name, XmlAttributes attributes) override {
    if (skipped_ > 0) {
      ++skipped_;
      unknown(name, attributes);
    } else if (inside_) {
      text_.start(name, attributes);
      if (name != "t" && name != "r") unknown(name, attributes);
    } else if (name == "si") {
      inside_ = true;
      text_.begin();
    } else {
      skipped_ = 1;
      unknown(name, attributes);
    }
  }

  void end() override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (!text_.end()) {
      inside_ = false;
      if (!strings.add(text_.take(), text_.marks())) fail(limit_problem("FILE-LIMIT-STRINGS", kMaxSharedStrings));
    }
  }

  void text(std::string_view text) override {
    if (!inside_) return;
    text_.text(text);
    if (text_.too_long()) fail(limit_problem("FILE-LIMIT-TEXT", kMaxCellBytes));
  }

  SharedStrings strings;

 private:
  RichText text_;
  bool inside_ = false;
  int skipped_ = 0;
};

}  // namespace

bool SharedStrings::add(std::string_view text, const RunMarks& marks) {
  constexpr size_t kNode = 32;  // of the table of marks
  const size_t need = text.size() + kLength;
  bytes_ += need;
  if (marks.any()) bytes_ += kNode + sizeof(RunMarks) + marks.colours.size() * sizeof(CellColour);
  if (places_.size() == kMaxSharedStrings || bytes_ > kMaxSharedStringBytes) return false;
  if (marks.any()) marks_.emplace(places_.size(), marks);
  if (bytes_ > kMaxKeptStringBytes) {
    add_to_file(text);
    return true;
  }
  if (blocks_.empty() || blocks_.back().size() + need > blocks_.back().capacity()) {
    const size_t size = blocks_.empty() ? kFirstBlock : std::min(kBlock, blocks_.back().capacity() * 4);
    blocks_.emplace_back().reserve(std::max(size, need));
  }
  std::string& block = blocks_.back();
  places_.push_back({static_cast<uint32_t>(blocks_.size() - 1), static_cast<uint32_t>(block.size())});
  const auto length = static_cast<uint32_t>(text.size());
  block.resize(block.size() + kLength);
  std::memcpy(block.data() + block.size() - kLength, &length, kLength);
  block += text;
  return true;
}

void SharedStrings::add_to_file(std::string_view text) {
  if (!file_) file_ = std::make_unique<SpillFile>();
  places_.push_back({kInFile, static_cast<uint32_t>(file_->size())});
  const auto length = static_cast<uint32_t>(text.size());
  file_->add({reinterpret_cast<const char*>(&length), kLength});
  file_->add(text);
}

const RunMarks* SharedStrings::marks(size_t index) const {
  if (marks_.empty()) return nullptr;
  const auto found = marks_.find(index);
  return found == marks_.end() ? nullptr : &found->second;
}

std::string_view SharedStrings::at(size_t index) const {
  const Place place = places_[index];
  const bool in_file = place.block == kInFile;
  const char* begin = in_file ? file_->read(place.offset, kLength).data() : blocks_[place.block].data() + place.offset;
  uint32_t length = 0;
  std::memcpy(&length, begin, kLength);
  return in_file ? file_->read(place.offset + kLength, length) : std::string_view(begin + kLength, length);
}

std::optional<SharedStrings> read_shared_strings(const ZipArchive& archive, const ZipEntry& entry, Problem& refusal) {
  SharedStringsHandler handler;
  if (!read_part(archive, entry, kMaxPartBytes, handler, refusal)) return std::nullopt;
  return std::move(handler.strings);
}

}  // namespace esep::intake
