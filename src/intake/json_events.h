// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "intake/problem.h"
#include "report/read/grid.h"

namespace esep::intake {

/// The position of nlohmann's parser in the text, which it reads through CountingIterator.
struct JsonPosition {
  const char* at = nullptr;
};

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, JsonPosition* position) : at_(at), position_(position) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    position_->at = at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  JsonPosition* position_;
};

/// One value of a document: blank (null), text, number (as written, nothing rounded), boolean, or several texts in
/// lines (an array of plain values).
using JsonCell = report::GridCell;

/// Turns the parser's events into values and structure. Derived classes see only flat objects; deeper nesting is
/// refused.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit JsonEvents(const JsonPosition& position) : position_(position) {}
  [[nodiscard]] const std::optional<Problem>& failure() const { return failure_; }
  [[nodiscard]] int line() const { return line_; }

  bool null() final;
  bool boolean(bool value) final;
  bool number_integer(number_integer_t value) final;
  bool number_unsigned(number_unsigned_t value) final;
  bool number_float(number_float_t value, const string_t& raw) final;
  bool string(string_t& value) final;
  bool binary(binary_t& value) final;
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error) final;
  bool start_object(std::size_t elements) final;
  bool start_array(std::size_t elements) final;
  bool end_object() final;
  bool end_array() final;
  bool key(string_t& name) final;

 protected:
  enum class Kind { object, array };
  virtual bool value(JsonCell cell) = 0;
  /// An object or an array begins. If the derived class wants a list of values, this class collects the array.
  virtual bool open(Kind kind) = 0;
  virtual bool close(Kind kind) = 0;
  virtual bool name(std::string key) = 0;
  /// `open` returns this to have the array joined into one value.
  bool collect_list();
  [[nodiscard]] bool in_list() const { return in_list_; }
  /// Ends the reading with a problem on the current line (of the last key or bracket).
  bool refuse(const char* code, Message::Args details = {});
  bool refuse_limit(const char* key, uint64_t limit);
  void count_lines_from(const char* text) { counted_ = text; }
  [[nodiscard]] const JsonPosition& position() const { return position_; }

 private:
  bool deliver(JsonCell cell);
  void count_lines();

  const JsonPosition& position_;
  std::optional<Problem> failure_;
  const char* counted_ = nullptr;
  int line_ = 1;
  bool in_list_ = false;
  JsonCell list_;
};

}  // namespace esep::intake
