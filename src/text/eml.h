// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "calendar/date.h"

namespace esep::text {

struct Mailbox {
  std::string name;  // as shown; may be empty
  /// "a@b.kz", valid by `is_mail_address` (base/mail_address.h). Empty: not known; the letter then names an empty group
  /// of recipients.
  std::string address;
};
/// Reads «Name <a@b.kz>» or «a@b.kz». The address is empty where the text has no valid one.
[[nodiscard]] Mailbox mailbox_from(std::string_view text);

struct Attachment {
  std::string name;
  std::string media_type;
  std::string bytes;
};

/// A letter as a file that a mail program opens and sends (RFC 5322, 2045–2047, 2231). It is marked as not yet sent.
/// Text and attachments are in base64, lines have at most 78 characters and end in CRLF. The same letter gives the same
/// bytes, because boundary and Message-ID follow from its content and the date is given.
struct Mail {
  Mailbox from;  // its address is required
  Mailbox to;
  std::vector<std::string> also_to;  // further addresses of the same recipient
  std::string subject;
  calendar::LocalTime at;      // local
  int utc_offset_minutes = 0;  // of `at`
  Lang lang = Lang::kk;
  std::string text;
  std::vector<Attachment> attachments;
};
[[nodiscard]] std::string write_eml(const Mail& mail);

}  // namespace esep::text
