// SPDX-License-Identifier: MIT
#include "http/body_reader.h"

#include <random>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::http;

namespace {

const std::string kType = "multipart/form-data; boundary=----x";

/// What the body reads as when it comes in pieces that end at `ends`.
struct Read {
  int status = 0;
  Request request;
};

Read read_in_pieces(const std::string& type, const std::string& body, const std::vector<size_t>& ends,
                    const Folder& folder, const Limits& limits = {}) {
  Read out;
  BodyReader reader(type, limits, folder.path());
  size_t begin = 0;
  for (const size_t end : ends) {
    out.status = reader.take(std::string_view(body).substr(begin, end - begin));
    if (out.status != 0) return out;
    begin = end;
  }
  out.status = reader.finish(out.request);
  return out;
}

Read read_whole(const std::string& type, const std::string& body, const Folder& folder, const Limits& limits = {}) {
  return read_in_pieces(type, body, {body.size()}, folder, limits);
}

std::string part(const std::string& disposition, const std::string& bytes) {
  return "------x\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: text/plain\r\n\r\n" + bytes +
         "\r\n";
}

std::string described(const Read& read) {
  std::string out = std::to_string(read.status) + "|";
  for (const auto& [name, value] : read.request.form.pairs()) out += name + "=" + value + "|";
  for (const Upload& upload : read.request.uploads)
    out += upload.field + "/" + upload.name + "/" + std::to_string(upload.size) + "/" + read_file(upload.file->path()) +
           "|";
  return out;
}

size_t files_in(const Folder& folder) {
  return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

}  // namespace

TEST_CASE("Bodies: a form of several parts reads the same however it is cut") {
  const Folder folder;
  const std::string near_boundary = "\r\n------\r\n------y\r\n-----x\r";
  const std::string body = "preamble\r\n" + part("name=\"a\"", "жоқ") +
                           part("name=\"files\"; filename=\"есеп.xlsx\"", near_boundary) +
                           part("name=\"empty\"; filename=\"\"", "") + part("name=\"b\"", "") + "------x--\r\nepilogue";
  const std::string wanted =
      "0|a=жоқ|b=|files/есеп.xlsx/" + std::to_string(near_boundary.size()) + "/" + near_boundary + "|empty//0/|";
  CHECK(described(read_whole(kType, body, folder)) == wanted);
  for (size_t at = 0; at < body.size(); ++at) {
    CAPTURE(at);
    REQUIRE(described(read_in_pieces(kType, body, {at, body.size()}, folder)) == wanted);
  }
  std::mt19937 dice(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<size_t> ends;
    for (size_t end = 0; end < body.size();) ends.push_back(end = std::min(body.size(), end + 1 + dice() % 9));
    REQUIRE(described(read_in_pieces(kType, body, ends, folder)) == wanted);
  }
  CHECK(files_in(folder) == 0);
}

TEST_CASE("Bodies: a file keeps its bytes and is private, and goes with the request") {
  const Folder folder;
  std::string bytes;
  std::mt19937 dice(3);
  for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(dice() % 256);
  {
    const Read read =
        read_whole(kType, part(R"(name="f"; filename="C:\Users\me\a.xlsx")", bytes) + "------x--", folder);
    REQUIRE(read.status == 0);
    const Upload upload = read.request.uploads.front();
    CHECK(upload.name == "a.xlsx");
    CHECK(upload.size == bytes.size());
    CHECK(read_file(upload.file->path()) == bytes);
    CHECK(std::filesystem::status(upload.file->path()).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
  CHECK(files_in(folder) == 0);
}

TEST_CASE("Bodies: names of files lead nowhere") {
  const Folder folder;
  const auto name = [&](const std::string& given) {
    return read_whole(kType, part("name=\"f\"; filename=\"" + given + "\"", "x") + "------x--", folder)
        .request.uploads.at(0)
        .name;
  };
  CHECK(name("../../etc/passwd") == "passwd");
  CHECK(name("..\\..\\x.xlsx") == "x.xlsx");
  CHECK(name("a%0D%0AX: y.xlsx") == "a  X: y.xlsx");
  CHECK(name("a\x01\x7F.xlsx") == "a.xlsx");
  CHECK(name("\xFF.xlsx") == "\xEF\xBF\xBD.xlsx");
  CHECK(name(std::string(5000, 'x')).size() == 200);
}

TEST_CASE("Bodies: what is damaged, too much or of another type is refused") {
  const Folder folder;
  const auto status = [&](const std::string& type, const std::string& body) {
    return read_whole(type, body, folder).status;
  };
  CHECK(status("application/x-www-form-urlencoded", "a=1&b=2") == 0);
  CHECK(status("application/x-www-form-urlencoded; charset=UTF-8", "a=1") == 0);
  CHECK(status("application/x-www-form-urlencoded", "a=%") == 400);
  CHECK(status("application/json", "{}") == 415);
  CHECK(status("", "a=1") == 415);
  CHECK(status("multipart/form-data", "x") == 400);
  CHECK(status("multipart/form-data; boundary=" + std::string(71, 'x'), "x") == 400);
  const std::string whole = part("name=\"a\"", "1");
  CHECK(status(kType, whole + "------x--") == 0);
  CHECK(status(kType, whole) == 400);
  CHECK(status(kType, "") == 400);
  CHECK(status(kType, "------xyz\r\n") == 400);
  CHECK(status(kType, "------x\r\nno colon\r\n\r\nx\r\n------x--") == 400);
  CHECK(status(kType, "------x\r\nContent-Type: a\r\n\r\nx\r\n------x--") == 400);
  CHECK(status(kType, "------x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n------x--") == 400);
  CHECK(status(kType, part("name=\"a\"", "\xFF") + "------x--") == 400);
  CHECK(status(kType, "------x\r\n" + std::string(9000, 'h')) == 400);
  CHECK(status(kType, "------x" + std::string(9000, ' ')) == 400);

  Limits small;
  small.form_bytes = 10;
  small.fields = 2;
  small.uploads = 1;
  const auto limited = [&](const std::string& type, const std::string& body) {
    return read_whole(type, body, folder, small).status;
  };
  CHECK(limited("application/x-www-form-urlencoded", "a=123456789") == 413);
  CHECK(limited("application/x-www-form-urlencoded", "a&b&c") == 400);
  CHECK(limited(kType, part("name=\"a\"", "0123456789") + "------x--") == 413);
  CHECK(limited(kType, part("name=\"" + std::string(20, 'n') + "\"", "") + "------x--") == 0);
  CHECK(limited(kType, part("name=\"a\"", "") + part("name=\"b\"", "") + part("name=\"c\"", "") + "------x--") == 413);
  CHECK(limited(kType, part("name=\"f\"; filename=\"a\"", "") + part("name=\"f\"; filename=\"b\"", "") + "------x--") ==
        413);
  CHECK(limited(kType, part("name=\"f\"; filename=\"a\"", std::string(1000, 'x')) + "------x--") == 0);
  const Folder none;
  std::filesystem::remove(none.path());
  CHECK(read_whole(kType, part("name=\"f\"; filename=\"a\"", "x") + "------x--", none).status == 507);
  CHECK(files_in(folder) == 0);
}
