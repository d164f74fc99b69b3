// SPDX-License-Identifier: MIT
#include "targets.h"

#include <string>

#include "data_fuzz.h"
#include "paper_fuzz.h"
#include "reader_fuzz.h"

namespace esep::fuzz {

void Target::run(std::string_view input) const { read(std::string(begin).append(input)); }

const std::vector<Target>& targets() {
  static const std::vector<Target> kTargets{
      {"reader", "", read_input, 300},
      {"json", "{", read_input, 300},
      {"data", "", read_data, 200},
      {"rule", "", read_data, 200},
      {"template", "@template\n", read_paper, 300},
      {"receipt", "@receipt\n", read_paper, 300},
  };
  return kTargets;
}

}  // namespace esep::fuzz
