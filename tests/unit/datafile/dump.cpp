// SPDX-License-Identifier: MIT
#include "datafile/dump.h"

#include "base/error.h"

std::string dump(const esep::Diagnostics& diagnostics) {
  std::string out;
  for (const esep::Diagnostic& d : diagnostics) {
    out += d.file + ":" + std::to_string(d.line) + ":" + std::to_string(d.column) + ": " +
           std::string(severity_name(d.severity)) + " ";
    if (d.message.key != d.code) out += d.code + " ";
    out += std::string(esep::Error(d.message).what()) + " | " + d.source_line + " | " + d.did_you_mean + "\n";
  }
  return out;
}
