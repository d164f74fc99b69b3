// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "calendar/date.h"

namespace esep::text {

struct Mailbox {
  std::string name;  // as shown; may be empty
  std::string
      address;  // "a@b.kz", valid by `is_mail_address`; empty: not known, the name then stands as an empty group
};
/// Letters, digits and .!#$%&'*+/=?^_`{|}~- before one @, a host name behind it; at most 254 characters. No quoted
/// local parts.
[[nodiscard]] bool is_mail_address(std::string_view text);
/// «Name <a@b.kz>» or «a@b.kz»; an address that is none stays empty.
[[nodiscard]] Mailbox mailbox_from(std::string_view text);

struct Attachment {
  std::string name;
  std::string media_type;
  std::string bytes;
};

/// A letter as a file that a mail program opens and sends (RFC 5322, 2045–2047, 2231): marked as not yet sent, text and
/// attachments in base64, lines of at most 78 characters with CRLF. The same letter gives the same bytes: boundary and
/// Message-ID follow from its content, the date is given.
struct Mail {
  Mailbox from;  // its address must be there
  Mailbox to;
  std::string subject;
  calendar::LocalTime at;
  int utc_offset_minutes = 0;
  Lang lang = Lang::kk;
  std::string text;
  std::vector<Attachment> attachments;
};
[[nodiscard]] std::string write_eml(const Mail& mail);

}  // namespace esep::text
