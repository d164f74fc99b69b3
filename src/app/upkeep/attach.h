// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// Stores a signature file (.cms, .p7s, .sig, at most a megabyte) with the thing that it signs: a submission
/// ("S-000002"), a paper by its printed code, or a file that verify calls unaltered. The signature is shown, not
/// checked. Error ATTACH-KIND, ATTACH-SIZE, ATTACH-TARGET (usage), ATTACHMENT-AGAIN, SUBMISSION-UNKNOWN.
registry::Attachment attach(Engine& engine, const std::string& target, const std::string& file,
                            const registry::Actor& actor);

/// "report.p7s: signature, stored, not checked (…)"
[[nodiscard]] Message attachment_message(const registry::Attachment& attachment);

}  // namespace esep::app
