// SPDX-License-Identifier: MIT
#include "document/packed_rows.h"

#include <bit>
#include <string_view>

namespace esep::document {
namespace {

constexpr size_t kBlock = 65'536;

// Flags of a cell besides its value, in one byte with its emphasis.
constexpr unsigned kLink = 1;
constexpr unsigned kNote = 2;
constexpr unsigned kContinued = 4;
constexpr unsigned kLocked = 8;
constexpr unsigned kEmphasisAt = 16;

// Kinds of form::Value; a value's byte also says yes and no.
enum Tag : unsigned { kBlank, kText, kInteger, kDecimal, kDate, kNo, kYes };

class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}

  void row(const Row& row) {
    byte(static_cast<unsigned>(row.kind));
    text(row.anchor);
    natural(row.cells.size());
    for (const Cell& one : row.cells) cell(one);
  }

 private:
  void byte(unsigned value) { out_ += static_cast<char>(value); }

  void natural(uint64_t value) {
    for (; value >= 128; value >>= 7) byte(static_cast<unsigned>(value & 127U) | 128U);
    byte(static_cast<unsigned>(value));
  }

  // Small numbers of either sign are short.
  void integer(int64_t value) {
    const auto bits = std::bit_cast<uint64_t>(value);
    natural(value < 0 ? ~bits << 1 | 1U : bits << 1);
  }

  void text(std::string_view value) {
    natural(value.size());
    out_ += value;
  }

  void cell(const Cell& cell) {
    byte((cell.link.empty() ? 0 : kLink) | (cell.note ? kNote : 0) | (cell.continued ? kContinued : 0) |
         (cell.locked ? kLocked : 0) | static_cast<unsigned>(cell.emphasis) * kEmphasisAt);
    value(cell.value);
    if (!cell.link.empty()) text(cell.link);
    if (!cell.note) return;
    byte(static_cast<unsigned>(cell.note->severity));
    text(cell.note->text);
  }

  void value(const form::Value& value) {
    if (const auto* words = std::get_if<std::string>(&value)) {
      byte(kText);
      text(*words);
    } else if (const auto* number = std::get_if<int64_t>(&value)) {
      byte(kInteger);
      integer(*number);
    } else if (const auto* decimal = std::get_if<Decimal>(&value)) {
      byte(kDecimal);
      integer(decimal->units());
    } else if (const auto* date = std::get_if<calendar::Date>(&value)) {
      byte(kDate);
      integer(date->days());
    } else if (const auto* flag = std::get_if<bool>(&value)) {
      byte(*flag ? kYes : kNo);
    } else {
      byte(kBlank);
    }
  }

  std::string& out_;
};

class Unpacker : public RowCursor {
 public:
  explicit Unpacker(std::shared_ptr<const std::vector<std::string>> blocks) : blocks_(std::move(blocks)) {}

  bool next(Row& row) override {
    while (block_ < blocks_->size() && at_ == (*blocks_)[block_].size()) {
      ++block_;
      at_ = 0;
    }
    if (block_ == blocks_->size()) return false;
    row.kind = static_cast<Row::Kind>(byte());
    row.anchor = text();
    row.cells.resize(natural());
    for (Cell& one : row.cells) cell(one);
    return true;
  }

 private:
  unsigned byte() { return static_cast<unsigned char>((*blocks_)[block_][at_++]); }

  uint64_t natural() {
    uint64_t out = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned part = byte();
      out |= uint64_t{part & 127U} << shift;
      if (part < 128) return out;
    }
  }

  int64_t integer() {
    const uint64_t bits = natural();
    return std::bit_cast<int64_t>((bits & 1U) != 0 ? ~(bits >> 1) : bits >> 1);
  }

  std::string_view text() {
    const size_t size = natural();
    const std::string_view out = std::string_view((*blocks_)[block_]).substr(at_, size);
    at_ += size;
    return out;
  }

  void cell(Cell& out) {
    const unsigned has = byte();
    out.continued = (has & kContinued) != 0;
    out.locked = (has & kLocked) != 0;
    out.emphasis = static_cast<Emphasis>(has / kEmphasisAt);
    value(out.value);
    out.link = (has & kLink) != 0 ? text() : std::string_view();
    out.note.reset();
    if ((has & kNote) == 0) return;
    const auto severity = static_cast<Severity>(byte());
    out.note = Note{severity, std::string(text())};
  }

  void value(form::Value& out) {
    switch (const unsigned tag = byte(); tag) {
      case kText:
        out.emplace<std::string>(text());
        break;
      case kInteger:
        out = integer();
        break;
      case kDecimal:
        out = Decimal::from_units(integer());
        break;
      case kDate:
        out = calendar::Date::from_days(static_cast<int32_t>(integer()));
        break;
      case kNo:
      case kYes:
        out = tag == kYes;
        break;
      default:
        out = {};
    }
  }

  std::shared_ptr<const std::vector<std::string>> blocks_;
  size_t block_ = 0;
  size_t at_ = 0;
};

}  // namespace

void PackedRows::add(const Row& row) {
  if (!blocks_->empty() && blocks_->back().size() >= kBlock) blocks_->back().shrink_to_fit();
  if (blocks_->empty() || blocks_->back().size() >= kBlock) blocks_->emplace_back();
  Packer(blocks_->back()).row(row);
}

RowSource PackedRows::source() const {
  return [blocks = std::shared_ptr<const std::vector<std::string>>(blocks_)] {
    return std::make_unique<Unpacker>(blocks);
  };
}

bool is_left_out(const Table& table) {
  Row row;
  return !table.when_empty.empty() && !(table.rows && table.rows()->next(row));
}

RowSource rows_from(std::vector<Row> rows) {
  PackedRows out;
  for (Row& row : rows) {
    out.add(row);
    row = {};
  }
  return out.source();
}

}  // namespace esep::document
