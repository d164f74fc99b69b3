// SPDX-License-Identifier: MIT
#include "pdf/read_paper.h"

#include <cstdlib>

#include "temporary_folder.h"

namespace read_paper {

std::string seen_by(const std::string& command, const std::string& pdf) {
  const Folder folder;
  folder.write("paper.pdf", pdf);
  std::string line = command;
  line.replace(line.find('%'), 1, "'" + (folder / "paper.pdf").string() + "'");
  const std::string result = (folder / "said").string();
  if (std::system((line + " > '" + result + "' 2>&1").c_str()) != 0)
    return line + " failed\n" + esep::read_file(result);
  return esep::read_file(result);
}

size_t count(std::string_view text, std::string_view part) {
  size_t out = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++out;
  return out;
}

}  // namespace read_paper
