// SPDX-License-Identifier: MIT
#include "datafile/message_catalogue.h"

#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "datafile/data_invalid.h"
#include "datafile/dump.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::datafile;
namespace fs = std::filesystem;

namespace {

std::string problems(const Folder& root) {
  try {
    const MessageCatalogue catalogue(Library::from_folder(root.path()));
  } catch (const DataInvalid& error) {
    return std::string(error.what()) + "\n" + dump(error.diagnostics());
  }
  return "none";
}

std::set<std::string> placeholders(const std::string& text) {
  static const std::regex kName("\\{([a-z_0-9]+)\\}");
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), kName), end; at != end; ++at) out.insert((*at)[1]);
  return out;
}

}  // namespace

TEST_CASE("Messages: rendered in every language") {
  const Folder root;
  root.write("data/messages/a.toml", "[A-KEY]\nkk = \"«{file}» жоқ\"\nru = \"Нет «{file}»\"\nen = \"No {file}\"\n");
  root.write("data/messages/b.toml", "[B-KEY]\nkk = \"қ\"\nru = \"р\"\nen = \"e\"\n");
  const MessageCatalogue catalogue(Library::from_folder(root.path()));
  CHECK(catalogue.keys() == std::vector<std::string>{"A-KEY", "B-KEY"});
  const Message message("A-KEY", {{"file", "x"}});
  CHECK(catalogue.render(message, Lang::kk) == "«x» жоқ");
  CHECK(catalogue.render(message, Lang::ru) == "Нет «x»");
  CHECK(catalogue.render(message, Lang::en) == "No x");
  CHECK(catalogue.render(Message(LocalText{"{n} қ", "{n} р", ""}, {{"n", "5"}}), Lang::kk) == "5 қ");
  CHECK(catalogue.render(Message("NONE", {{"file", "x"}}), Lang::ru) == "NONE file=x");
  CHECK(catalogue.find("NONE") == nullptr);
}

TEST_CASE("Messages: everything wrong with the catalogue at once") {
  const Folder root;
  root.write("data/messages/a.toml",
             "[A]\nkk = \"қ\"\nru = \"р\"\nen = \"e\"\n[B]\nkk = \"x\"\nru = \"x\"\n[C]\nkk = \"қ\"\nru = "
             "\"р\"\nen = \"e\"\nde = \"d\"\n");
  root.write("data/messages/b.toml", "D = 5\n[A]\nkk = \"қ2\"\nru = \"р2\"\nen = \"\"\n");
  root.write("data/messages/c.toml", "[E\n");
  const std::string a = (root.path() / "data/messages/a.toml").string();
  const std::string b = (root.path() / "data/messages/b.toml").string();
  const std::string c = (root.path() / "data/messages/c.toml").string();
  const std::string found = problems(root);
  const std::string wanted = "DATA-INVALID file=" + a + " count=7\n" +                                        //
                             a + ":5:1: error TOML-MISSING-KEY key=en | [B] | \n" +                           //
                             a + ":5:1: error TOML-SAME-TRANSLATION key=B | [B] | \n" +                       //
                             a + ":12:1: error TOML-UNKNOWN-KEY key=de known=kk, ru, en | de = \"d\" | \n" +  //
                             b + ":1:5: error TOML-NOT-TABLE | D = 5 | \n" +                                  //
                             b + ":5:1: error TOML-EMPTY key=en | en = \"\" | \n" +                           //
                             b + ":2:1: error MESSAGE-TWICE key=A | [A] | \n" +                               //
                             c + ":1:";
  CHECK(found.substr(0, wanted.size()) == wanted);
}

TEST_CASE("Messages: the program's own catalogue is sound") {
  const MessageCatalogue catalogue{Library{}};
  for (const std::string& key : catalogue.keys()) {
    CAPTURE(key);
    const LocalText* text = catalogue.find(key);
    CHECK(placeholders(text->kk) == placeholders(text->ru));
    CHECK(placeholders(text->kk) == placeholders(text->en));
  }
}

TEST_CASE("Messages: an embedded entry read by itself is the one that its file has") {
  const MessageCatalogue embedded{Library{}};
  const MessageCatalogue whole(Library::from_folder(source_folder()));
  CHECK(embedded.keys() == whole.keys());
  for (const std::string& key : whole.keys()) {
    CAPTURE(key);
    const LocalText* text = embedded.find(key);
    REQUIRE(text != nullptr);
    CHECK(*text == *whole.find(key));
  }
}

TEST_CASE("Messages: a workspace adds sentences and says none of the program's again") {
  const Folder office;
  office.write("data/messages/office.toml", "[A-KEY]\nkk = \"қ\"\nru = \"р\"\nen = \"e\"\n");
  Library library;
  library.add_overlay(office.path());
  CHECK(MessageCatalogue(library).render(Message("A-KEY"), Lang::ru) == "р");
  office.write("data/messages/office.toml", "[FILE-MISSING]\nkk = \"қ\"\nru = \"р\"\nen = \"e\"\n");
  Library again;
  again.add_overlay(office.path());
  try {
    const MessageCatalogue catalogue(again);
    FAIL("taken");
  } catch (const DataInvalid& error) {
    CHECK(dump(error.diagnostics()) == (office.path() / "data/messages/office.toml").string() +
                                           ":1:1: error MESSAGE-TWICE key=FILE-MISSING | [FILE-MISSING] | \n");
  }
}

TEST_CASE("Messages: every key of the lowest folders has its sentence") {
  const MessageCatalogue catalogue{Library{}};
  static const std::regex kKey("\"((?:FILE|SQLITE|TOML|CSV|DATA|CRYPTO|MESSAGE)-[A-Z0-9-]+)\"");
  std::set<std::string> keys;
  for (const char* folder : {"base", "datafile", "sqlite"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(source_folder()) / "src" / folder)) {
      const std::string text = read_file(entry.path());
      for (std::sregex_iterator at(text.begin(), text.end(), kKey), end; at != end; ++at) keys.insert((*at)[1]);
    }
  }
  CHECK(keys.size() > 25);
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK(catalogue.find(key) != nullptr);
  }
}
