// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/core/engine.h"

namespace esep::app {

/// Where the packet of a returned report goes, and how.
struct ReturnPacketRequest {
  report::OutputFormat format = report::OutputFormat::pdf;  // of the letter
  Lang lang = Lang::kk;
  std::filesystem::path folder;  // made if it is absent
  bool overwrite = false;        // files of an earlier packet
};

/// The papers of a packet.
struct ReturnPacket {
  std::filesystem::path letter;
  std::filesystem::path workbook;
  std::string code;            // of both
  std::u32string substituted;  // characters of the letter that do not print (app/paper/output.h)
};

/// Writes what a body gets when its report is returned: the letter with the reason, the notes and the recommendations
/// of the day of the return, with one line on what has happened since, and the body's own file as a workbook with each
/// of them at its cell. Both are recorded in the register under the letter's code, so that `verify` knows them. Error
/// RETURN-NOT-RETURNED, RETURN-FILE, FILE-EXISTS, FILE-UNWRITABLE; nothing is recorded then.
[[nodiscard]] ReturnPacket write_return_packet(Engine& engine, const report::Submission& submission,
                                               const ReturnPacketRequest& request, const registry::Actor& actor);

}  // namespace esep::app
