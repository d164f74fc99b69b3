// SPDX-License-Identifier: MIT
#include "datafile/library.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "datafile/embedded.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::datafile;
namespace fs = std::filesystem;

namespace {

std::string error_of(const Library& library, const std::string& path) {
  return ::error_of([&] { (void)library.get(path); });
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("Library: every data file of the source tree is embedded, byte by byte") {
  const fs::path root = source_folder();
  Paths wanted;
  for (const char* folder : {"forms", "data", "templates"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string suffix = entry.path().extension().string();
      const bool embedded = suffix == ".toml" || folder == std::string("templates") ||
                            ((suffix == ".csv" || suffix == ".txt") && folder == std::string("data"));
      if (entry.is_regular_file() && embedded) wanted.push_back(entry.path().lexically_relative(root).generic_string());
    }
  }
  std::sort(wanted.begin(), wanted.end());
  Paths found;
  for (const EmbeddedFile& file : embedded_files()) found.emplace_back(file.path);
  CHECK(found == wanted);
  CHECK_FALSE(found.empty());
  const Library library;
  for (const std::string& path : found) {
    CAPTURE(path);
    const LibraryFile file = library.get(path);
    CHECK(file.path == path);
    CHECK(file.origin == path);
    const bool same_bytes = file.text == read_file(root / path);
    CHECK(same_bytes);
  }
}

TEST_CASE("Library: the later overlay wins, file by file") {
  const Folder first;
  const Folder second;
  first.write("forms/a.toml", "first a");
  first.write("forms/b.toml", "first b");
  second.write("forms/b.toml", "second b");
  second.write("forms/sub/c.toml", "second c");
  second.write("forms/c.txt", "no form");
  second.write("other/d.toml", "elsewhere");
  Library library = Library::from_folder(first.path());
  library.add_overlay(second.path());
  CHECK(library.list("forms/", ".toml") == Paths{"forms/a.toml", "forms/b.toml", "forms/sub/c.toml"});
  CHECK(library.list("data/", ".toml").empty());
  CHECK(library.get("forms/a.toml").text == "first a");
  CHECK(library.get("forms/b.toml").text == "second b");
  CHECK(library.get("forms/b.toml").origin == (second.path() / "forms/b.toml").string());
  CHECK(error_of(library, "forms/none.toml") == "DATA-MISSING file=forms/none.toml");
  CHECK(error_of(library, "forms") == "DATA-MISSING file=forms");
}

TEST_CASE("Library: an overlay stands over the embedded files") {
  const Folder overlay;
  Library library;
  const Paths before = library.list("data/", ".toml");
  REQUIRE_FALSE(before.empty());
  overlay.write(before.front(), "mine");
  overlay.write("data/zzz.toml", "more");
  library.add_overlay(overlay.path());
  Paths wanted = before;
  wanted.emplace_back("data/zzz.toml");
  std::sort(wanted.begin(), wanted.end());
  CHECK(library.list("data/", ".toml") == wanted);
  CHECK(library.get(before.front()).text == "mine");
  CHECK(library.get(before.back()).origin == before.back());
}

TEST_CASE("Library: the layers of a file, from that of the file it belongs to") {
  const Folder shipped;
  const Folder office;
  shipped.write("forms/a.toml", "a");
  shipped.write("forms/a.wording.toml", "shipped words");
  office.write("forms/a.wording.toml", "the office's words");
  Library library = Library::from_folder(shipped.path());
  library.add_overlay(office.path());
  const auto texts = [&] {
    Paths out;
    for (const LibraryFile& file : library.layers("forms/a.wording.toml", "forms/a.toml")) out.push_back(file.text);
    return out;
  };
  CHECK(texts() == Paths{"shipped words", "the office's words"});
  office.write("forms/a.toml", "another a");  // the words shipped were for the file that it replaces
  CHECK(texts() == Paths{"the office's words"});
  CHECK(library.layers("forms/b.wording.toml", "forms/b.toml").empty());
  CHECK(library.layers("forms/a.wording.toml", "forms/b.toml").empty());
  CHECK(library.layers("forms/../a.toml", "forms/a.toml").empty());
}

TEST_CASE("Library: a folder with a trailing slash or a relative name is the same folder") {
  const Folder root;
  root.write("forms/a.toml", "a");
  CHECK(Library::from_folder(root.path() / "").list("forms/", ".toml") == Paths{"forms/a.toml"});
  const fs::path before = fs::current_path();
  fs::current_path(root.path());
  CHECK(Library::from_folder(".").list("forms/", ".toml") == Paths{"forms/a.toml"});
  CHECK(Library::from_folder(".").get("forms/a.toml").text == "a");
  fs::current_path(before);
}

TEST_CASE("Library: no way out of the data folders") {
  const Folder root;
  root.write("secret", "x");
  root.write("forms/a.toml", "a");
  const Library library = Library::from_folder(root.path() / "forms/..");
  CHECK(library.get("forms/a.toml").text == "a");
  const std::string absolute = (root.path() / "secret").string();
  for (const std::string& path :
       {std::string("secret"), std::string("forms/../secret"), std::string("../secret"),
        std::string("forms/../../etc/passwd"), absolute, std::string("/etc/passwd"), std::string("./forms/a.toml"),
        std::string("forms\\a.toml"), std::string("forms/a.toml\0.txt", 17), std::string("forms/\n"), std::string()}) {
    CAPTURE(path);
    CHECK_FALSE(library.find(path).has_value());
  }
  CHECK(library.list("", "").empty());
  CHECK(library.list("forms/..", "").empty());
  CHECK(library.list("/", "").empty());
}

TEST_CASE("Library: an overlay that cannot be read is an Error, not an absent one") {
  const Folder root;
  fs::create_directory(root.path() / "forms");
  fs::create_symlink("loop.toml", root.path() / "forms/loop.toml");
  fs::create_symlink("data", root.path() / "data");
  const Library library = Library::from_folder(root.path());
  CHECK(error_of(library, "forms/loop.toml") ==
        "FILE-UNREADABLE file=" + (root.path() / "forms/loop.toml").string() + " error=40");
  CHECK_THROWS_AS(library.list("data/", ".toml"), Error);
}
