// SPDX-License-Identifier: MIT
#include "bare_xlsx.h"

#include <cstdlib>
#include <string_view>
#include <vector>

#include <expat.h>
#include <minizip/unzip.h>

namespace esep::bench {
namespace {

struct Pass {
  std::vector<std::string> strings;
  BareCount count;
  std::string value;
  bool in_value = false;
  bool shared = false;
};

void start_string(void* data, const char* name, const char** /*attributes*/) {
  auto& pass = *static_cast<Pass*>(data);
  if (std::string_view(name) == "si") pass.strings.emplace_back();
  pass.in_value = std::string_view(name) == "t";
}

void start_cell(void* data, const char* name, const char** attributes) {
  auto& pass = *static_cast<Pass*>(data);
  const std::string_view element = name;
  if (element == "c") {
    pass.shared = false;
    pass.value.clear();
    for (; *attributes != nullptr; attributes += 2) {
      if (std::string_view(attributes[0]) == "t") pass.shared = std::string_view(attributes[1]) == "s";
    }
  }
  pass.in_value = element == "v" || element == "t";
}

void end_string(void* data, const char* /*name*/) { static_cast<Pass*>(data)->in_value = false; }

void end_cell(void* data, const char* name) {
  auto& pass = *static_cast<Pass*>(data);
  pass.in_value = false;
  if (std::string_view(name) != "c" || pass.value.empty()) return;
  ++pass.count.cells;
  const auto index = pass.shared ? std::strtoul(pass.value.c_str(), nullptr, 10) : 0;
  pass.count.bytes += static_cast<int64_t>(pass.shared ? pass.strings.at(index).size() : pass.value.size());
}

void text_of_string(void* data, const char* text, int size) {
  auto& pass = *static_cast<Pass*>(data);
  if (pass.in_value) pass.strings.back().append(text, static_cast<size_t>(size));
}

void text_of_cell(void* data, const char* text, int size) {
  auto& pass = *static_cast<Pass*>(data);
  if (pass.in_value) pass.value.append(text, static_cast<size_t>(size));
}

void parse(unzFile zip, const char* part, Pass& pass, XML_StartElementHandler start, XML_EndElementHandler end,
           XML_CharacterDataHandler text) {
  if (unzLocateFile(zip, part, 1) != UNZ_OK || unzOpenCurrentFile(zip) != UNZ_OK) return;
  XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetUserData(parser, &pass);
  XML_SetElementHandler(parser, start, end);
  XML_SetCharacterDataHandler(parser, text);
  constexpr int kChunk = 65536;
  for (int got = 1; got > 0;) {
    got = unzReadCurrentFile(zip, XML_GetBuffer(parser, kChunk), kChunk);
    XML_ParseBuffer(parser, got, got == 0 ? XML_TRUE : XML_FALSE);
  }
  XML_ParserFree(parser);
  unzCloseCurrentFile(zip);
}

}  // namespace

BareCount read_bare(const std::string& path) {
  Pass pass;
  unzFile zip = unzOpen64(path.c_str());
  parse(zip, "xl/sharedStrings.xml", pass, start_string, end_string, text_of_string);
  parse(zip, "xl/worksheets/sheet1.xml", pass, start_cell, end_cell, text_of_cell);
  unzClose(zip);
  return pass.count;
}

}  // namespace esep::bench
