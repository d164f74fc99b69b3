// SPDX-License-Identifier: MIT
#include "base/zip_file.h"

#include <array>
#include <cstdio>
#include <memory>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/xml_text.h"
#include "temporary_folder.h"

using namespace esep;

namespace {

std::string answer_of(const std::string& command) {
  struct Close {
    void operator()(FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<FILE, Close> pipe(popen(command.c_str(), "r"));
  std::string out;
  std::array<char, 256> piece{};
  while (fgets(piece.data(), piece.size(), pipe.get()) != nullptr) out += piece.data();
  return out;
}

std::string archive() {
  ZipFile zip;
  zip.add("[Content_Types].xml", "<Types/>");
  zip.add("қалта/a.txt", std::string(100000, 'a'));
  zip.add("empty", "");
  return zip.finish();
}

}  // namespace

TEST_CASE("a zip of ours is read by another program, and has no time of its own", "[base]") {
  const Folder folder;
  write_file_atomically(folder / "a.zip", archive());
  const std::string said =
      answer_of("/usr/bin/python3 -c \"import zipfile; z = zipfile.ZipFile('" + (folder / "a.zip").string() +
                "'); print(z.testzip()); [print(i.filename, i.file_size, i.compress_size < 300, i.date_time) for i in "
                "z.infolist()]\"");
  CHECK(said ==
        "None\n[Content_Types].xml 8 True (1980, 1, 1, 0, 0, 0)\nқалта/a.txt 100000 True (1980, 1, 1, 0, 0, 0)\n"
        "empty 0 True (1980, 1, 1, 0, 0, 0)\n");
  CHECK(archive() == archive());
}

TEST_CASE("a text in XML is never markup", "[base]") {
  CHECK(xml_escape("a & <b> \"c\" қ\r\n\t") == "a &amp; &lt;b&gt; &quot;c&quot; қ\n\t");
  CHECK(xml_escape("\x01\x1F\xEF\xBF\xBE") == "   ");
  CHECK(xml_escape("\xFFz") == "\xEF\xBF\xBDz");
}
