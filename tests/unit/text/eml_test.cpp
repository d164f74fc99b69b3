// SPDX-License-Identifier: MIT
#include "text/eml.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/mail_address.h"

using esep::mail_addresses;
using esep::text::Mail;

namespace {

Mail letter() {
  Mail out;
  out.from = {"Esep", "reports@example.kz"};
  out.to = {"KM", "km@example.kz"};
  out.subject = "Report";
  out.at = *esep::calendar::LocalTime::parse("2026-11-17T09:05");
  out.utc_offset_minutes = 300;
  out.text = "Hi\nthere";
  out.attachments.push_back({"a.xlsx", "application/x-test", std::string("\0\xFF\x10", 3)});
  return out;
}

}  // namespace

TEST_CASE("several addresses in one text all get the letter") {
  using Addresses = std::vector<std::string>;
  CHECK(mail_addresses("a@km.kz; b@km.kz") == Addresses{"a@km.kz", "b@km.kz"});
  CHECK(mail_addresses(" a@km.kz,b@km.kz\na@km.kz ") == Addresses{"a@km.kz", "b@km.kz"});
  CHECK(mail_addresses("нет, тел. 55-12; b@km.kz") == Addresses{"b@km.kz"});
  CHECK(mail_addresses("").empty());
  Mail mail = letter();
  mail.also_to = {"second@example.kz", "third@example.kz"};
  const std::string eml = write_eml(mail);
  CHECK(eml.find("To: KM\r\n <km@example.kz>,\r\n second@example.kz,\r\n third@example.kz\r\nSubject") !=
        std::string::npos);
}

TEST_CASE("a letter is written out in full") {
  const std::string eml = write_eml(letter());
  const size_t at = eml.find("boundary=\"") + 10;
  const std::string boundary = eml.substr(at, eml.find('"', at) - at);
  const size_t id = eml.find("Message-ID: <") + 13;
  const std::string message_id = eml.substr(id, eml.find('>', id) - id);
  CHECK(boundary.size() == 31);
  CHECK(message_id.size() == 32 + std::string("@example.kz").size());
  CHECK(eml ==
        "From: Esep\r\n <reports@example.kz>\r\nTo: KM\r\n <km@example.kz>\r\nSubject: Report\r\n"
        "Date: 17 Nov 2026 09:05:00 +0500\r\nMessage-ID: <" +
            message_id +
            ">\r\nMIME-Version: 1.0\r\nX-Unsent: 1\r\nContent-Language: kk\r\n"
            "Content-Type: multipart/mixed; boundary=\"" +
            boundary + "\"\r\n\r\n--" + boundary +
            "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
            "base64\r\n\r\nSGkNCnRoZXJl\r\n\r\n--" +
            boundary +
            "\r\nContent-Type: application/x-test\r\nContent-Transfer-Encoding: "
            "base64\r\nContent-Disposition: attachment;\r\n"
            " filename=\"a.xlsx\"\r\n\r\nAP8Q\r\n\r\n--" +
            boundary + "--\r\n");
}

TEST_CASE("the same letter is the same bytes, another one has another boundary and id") {
  const std::string eml = write_eml(letter());
  CHECK(write_eml(letter()) == eml);
  Mail other = letter();
  other.attachments.front().bytes += "x";
  const std::string changed = write_eml(other);
  CHECK(changed.substr(changed.find("Message-ID"), 50) != eml.substr(eml.find("Message-ID"), 50));
}

TEST_CASE("no name or subject breaks out of its header") {
  Mail mail = letter();
  mail.subject = "Report\r\nBcc: everybody@example.kz\r\n\r\nbody";
  mail.to.name = "KM\" <x@y>, other";
  const std::string eml = write_eml(mail);
  CHECK(eml.find("\r\nBcc:") == std::string::npos);
  CHECK(eml.substr(eml.find("Subject:"), 60).starts_with("Subject: Report Bcc: everybody@example.kz body\r\nDate:"));
  CHECK(eml.find("To: =?utf-8?B?") != std::string::npos);
}

TEST_CASE("lines stay short and ASCII, whatever the words") {
  Mail mail = letter();
  for (int i = 0; i < 12; ++i) mail.subject += "Қазақстан Республикасының есебі ";
  mail.to = {std::string(300, 'a'), ""};
  mail.attachments.front().name = "Жүк көлігі қозғалысын талдау жүйесі – өте ұзын атау, № 1.xlsx";
  const std::string eml = write_eml(mail);
  size_t begin = 0;
  size_t longest = 0;
  for (size_t end = eml.find("\r\n"); end != std::string::npos; begin = end + 2, end = eml.find("\r\n", begin)) {
    longest = std::max(longest, end - begin);
  }
  CHECK(begin == eml.size());
  CHECK(longest <= 78);
  CHECK(std::all_of(eml.begin(), eml.end(), [](char c) { return static_cast<unsigned char>(c) < 0x7F; }));
  CHECK(eml.find("filename*0*=utf-8''%D0%96") != std::string::npos);
}

TEST_CASE("addresses") {
  using esep::is_mail_address;
  for (const char* good : {"a@b.kz", "first.last+tag@mail.example.kz"}) CHECK(is_mail_address(good));
  for (const char* bad : {"", "a", "@b.kz", "a@", "a b@c.kz", "a@b@c.kz", "a@b..kz", ".a@b.kz", "a@b.kz\r\nBcc: x@y.kz",
                          "қ@b.kz", "a@b", "a@b,kz", "\"a\"@b.kz"}) {
    CHECK_FALSE(is_mail_address(bad));
  }
  const auto box = esep::text::mailbox_from("\"Authorised body\"  <a@b.kz>");
  CHECK(box.name == "Authorised body");
  CHECK(box.address == "a@b.kz");
  CHECK(esep::text::mailbox_from("Authorised body").address.empty());
  CHECK(esep::text::mailbox_from("a@b.kz").name.empty());
}
