// SPDX-License-Identifier: MIT
// A libFuzzer program for the target ESEP_FUZZ_TARGET.
#include <algorithm>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  static const esep::fuzz::Target& target =
      *std::find_if(esep::fuzz::targets().begin(), esep::fuzz::targets().end(),
                    [](const esep::fuzz::Target& one) { return one.name == ESEP_FUZZ_TARGET; });
  target.run(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
