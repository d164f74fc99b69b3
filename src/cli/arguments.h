// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace esep::cli {

/// One option of a command. `help` is a key of the message catalogue.
struct Option {
  std::string name;    // "period"
  char letter = '\0';  // 'o' for -o
  std::string value;   // name of its argument in the help, "PERIOD"; empty: a flag
  std::string help;
};

/// The parsed command line.
class Arguments {
 public:
  [[nodiscard]] bool has(const std::string& name) const { return values_.contains(name); }
  [[nodiscard]] std::string get(const std::string& name) const;  // "" if absent
  /// Error CLI-MISSING-OPTION (usage).
  [[nodiscard]] std::string required(const std::string& name) const;
  void require(const std::string& name) const;
  [[nodiscard]] const std::vector<std::string>& positional() const { return positional_; }
  /// Error CLI-MISSING-ARGUMENT (usage) naming `what` ("FORM").
  [[nodiscard]] const std::string& positional(size_t index, const std::string& what) const;
  /// The same without the word itself.
  void require_positional(size_t index, const std::string& what) const;
  /// Error CLI-MISSING-ARGUMENT (usage) naming `what` if there is none.
  void at_least_one(const std::string& what) const;
  /// Error CLI-EXTRA-ARGUMENT if there are more than `count`.
  void at_most(size_t count) const;
  /// Error CLI-OPTION-IDLE (usage) if one of the options is given: here it would do nothing. `use` is the command that
  /// has a use for it, "forms new".
  void refuse(const std::vector<std::string>& names, const std::string& use) const;

 private:
  friend Arguments parse(const std::vector<std::string>&, const std::vector<Option>&);
  friend Arguments pick(const std::vector<std::string>&, const std::vector<Option>&, const std::vector<std::string>&);
  std::map<std::string, std::string> values_;
  std::vector<std::string> positional_;
};

/// Parses with Boost.Program_options. Errors CLI-UNKNOWN-OPTION (with the nearest one), CLI-OPTION-VALUE, CLI-TWICE,
/// TEXT-CHARACTER and TEXT-SCRIPT (a value that is no file name and would not print).
[[nodiscard]] Arguments parse(const std::vector<std::string>& words, const std::vector<Option>& options);
/// Finds the options `names` among words that may not parse. Never an error; the first of each
/// counts.
[[nodiscard]] Arguments pick(const std::vector<std::string>& words, const std::vector<Option>& options,
                             const std::vector<std::string>& names);

}  // namespace esep::cli
