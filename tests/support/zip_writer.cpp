// SPDX-License-Identifier: MIT
#include "zip_writer.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <minizip/zip.h>

namespace esep::intake::test {
namespace {

struct Memory {
  std::string bytes;
  size_t position = 0;
};

Memory& memory(voidpf stream) { return *static_cast<Memory*>(stream); }

zlib_filefunc64_def memory_functions(Memory& target) {
  return {[](voidpf opaque, const void*, int) { return opaque; },
          [](voidpf, voidpf, void*, uLong) { return uLong{0}; },
          [](voidpf, voidpf stream, const void* data, uLong size) {
            Memory& m = memory(stream);
            m.bytes.resize(std::max<size_t>(m.bytes.size(), m.position + size));
            std::copy_n(static_cast<const char*>(data), size,
                        m.bytes.begin() + static_cast<std::ptrdiff_t>(m.position));
            m.position += size;
            return size;
          },
          [](voidpf, voidpf stream) { return static_cast<ZPOS64_T>(memory(stream).position); },
          [](voidpf, voidpf stream, ZPOS64_T offset, int origin) {
            Memory& m = memory(stream);
            m.position = static_cast<size_t>(offset) + (origin == ZLIB_FILEFUNC_SEEK_CUR   ? m.position
                                                        : origin == ZLIB_FILEFUNC_SEEK_END ? m.bytes.size()
                                                                                           : 0);
            return 0L;
          },
          [](voidpf, voidpf) { return 0; },
          [](voidpf, voidpf) { return 0; },
          &target};
}

}  // namespace

std::string make_zip(const Parts& parts, int level) {
  Memory target;
  auto functions = memory_functions(target);
  zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (zip == nullptr) throw std::runtime_error("zipOpen2_64");
  for (const auto& [name, text] : parts) {
    zip_fileinfo info{};
    zipOpenNewFileInZip64(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, level == 0 ? 0 : Z_DEFLATED, level,
                          0);
    zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, nullptr);
  return std::move(target.bytes);
}

Parts with_part(Parts parts, const std::string& name, std::string text) {
  const auto at = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == name; });
  if (at == parts.end()) {
    parts.emplace_back(name, std::move(text));
  } else {
    at->second = std::move(text);
  }
  return parts;
}

Parts workbook_parts(const WorkbookText& text) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string main = std::string(" xmlns=\"") + kMainNamespace + "\"";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string relationships =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  Parts parts{
      {"[Content_Types].xml", head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", head + relationships + "<Relationship Id=\"rId1\" Type=\"" + office +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/_rels/workbook.xml.rels",
       head + relationships + "<Relationship Id=\"rId1\" Type=\"" + office +
           "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + office +
           "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + office +
           "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
      {"xl/workbook.xml", head + "<workbook" + main + " xmlns:r=\"" + office + "\">" + text.workbook_properties +
                              "<sheets><sheet name=\"Есеп\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/worksheets/sheet1.xml", head + "<worksheet" + main + "><sheetData>" + text.sheet_data + "</sheetData>" +
                                       text.after_data + "</worksheet>"},
      {"xl/styles.xml", head + "<styleSheet" + main + "><numFmts>" + text.number_formats + "</numFmts><cellXfs>" +
                            text.cell_formats + "</cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", head + "<sst" + main + ">" + text.shared + "</sst>"}};
  for (const auto& [name, part] : text.more) parts = with_part(std::move(parts), name, part);
  return parts;
}

std::string make_workbook(const WorkbookText& text) { return make_zip(workbook_parts(text)); }

}  // namespace esep::intake::test
