// SPDX-License-Identifier: MIT
#include "intake/reader.h"

#include <array>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "intake/csv_grid.h"
#include "intake/file_kind.h"
#include "intake/json_grid.h"
#include "intake/limits.h"
#include "intake/office_conversion.h"
#include "intake/xlsx_grid.h"
#include "intake/xml_part.h"

namespace esep::intake {
namespace {

const char* refusal_code(FileKind kind) {
  switch (kind) {
    case FileKind::empty:
      return "FILE-EMPTY";
    case FileKind::xls:
      return "FILE-XLS";
    case FileKind::encrypted:
      return "FILE-ENCRYPTED";
    case FileKind::word:
      return "FILE-WORD";
    case FileKind::pdf:
      return "FILE-PDF";
    case FileKind::markup:
      return "FILE-MARKUP";
    case FileKind::archive:
      return "FILE-ARCHIVE";
    case FileKind::mail:
      return "FILE-MAIL";
    case FileKind::lock:
      return "FILE-LOCK";
    case FileKind::zip:
    case FileKind::json:
    case FileKind::text:
    case FileKind::unknown:
      break;
  }
  return "FILE-UNKNOWN";
}

// OpenDocument and Excel 97–2003 through LibreOffice, if the computer has it; `refusal` otherwise stands.
std::unique_ptr<report::Grid> open_converted(const std::string& file_name, const std::string& bytes,
                                             const std::string& ending, std::string_view only_sheet, Problem& refusal) {
  const auto program = office_program();
  if (program.empty() || ending.empty()) return nullptr;
  auto converted = convert_to_xlsx(bytes, ending, program);
  Problem inside;
  auto archive = converted ? ZipArchive::open(std::move(*converted), inside) : std::nullopt;
  auto grid = archive ? open_xlsx(file_name, std::move(*archive), inside, only_sheet) : nullptr;
  if (!grid) refusal.key = "OFFICE-FAILED";
  return grid;
}

bool is_open_document(const ZipArchive& archive) {
  const ZipEntry* type = archive.find("mimetype");
  if (type == nullptr) return false;
  std::array<char, 128> text{};
  ZipEntryReader reader(archive, *type);
  const auto got = reader.read(text.data(), text.size());
  return got && std::string_view(text.data(), *got).starts_with("application/vnd.oasis.opendocument");
}

// A package of Office documents, and the files of programs that are packed in the same way.
bool is_package(const ZipArchive& archive) {
  return archive.find("[Content_Types].xml") != nullptr || archive.find("META-INF/manifest.xml") != nullptr ||
         archive.find("Index/Document.iwa") != nullptr;
}

// Its parts may stand in any folder.
bool is_workbook(const ZipArchive& archive) {
  const ZipEntry* types = archive.find("[Content_Types].xml");
  return types != nullptr && types->inflated <= kMaxSmallPartBytes &&
         inflate(archive, *types).text.find("spreadsheetml") != std::string::npos;
}

bool has_encrypted_entry(const ZipArchive& archive) {
  for (const auto& [name, entry] : archive.entries()) {
    if (entry.encrypted) return true;
  }
  return false;
}

bool has_folder(const ZipArchive& archive, std::string_view folder) {
  const auto at = archive.entries().lower_bound(std::string(folder));
  return at != archive.entries().end() && at->first.starts_with(folder);
}

std::unique_ptr<report::Grid> open_zip(const std::string& file_name, const SharedBytes& bytes,
                                       std::string_view only_sheet, Problem& refusal) {
  auto archive = ZipArchive::open(bytes, refusal);
  if (!archive) return nullptr;
  const char* code = nullptr;
  if (has_encrypted_entry(*archive)) {
    code = "FILE-ENCRYPTED";
  } else if (is_open_document(*archive)) {
    code = "FILE-ODS";
  } else if (archive->find("xl/workbook.bin") != nullptr) {
    code = "FILE-XLSB";
  } else if (has_folder(*archive, "word/")) {
    code = "FILE-WORD";
  } else if (!has_folder(*archive, "xl/") && !is_workbook(*archive)) {
    code = is_package(*archive) ? "FILE-UNKNOWN" : "FILE-ARCHIVE";
  }
  if (code == nullptr) return open_xlsx(file_name, std::move(*archive), refusal, only_sheet);
  refusal = problem(code);
  if (refusal.code != "FILE-ODS") return nullptr;
  return open_converted(file_name, *bytes, convertible_ending(*bytes), only_sheet, refusal);
}

}  // namespace

std::unique_ptr<report::Grid> open_grid(const std::string& file_name, std::string bytes, report::Findings& findings) {
  return open_grid(file_name, std::make_shared<const std::string>(std::move(bytes)), findings);
}

std::unique_ptr<report::Grid> open_grid(const std::string& file_name, SharedBytes bytes, report::Findings& findings) {
  return open_sheet(file_name, std::move(bytes), "", findings);
}

std::unique_ptr<report::Grid> open_sheet(const std::string& file_name, SharedBytes bytes, std::string_view sheet,
                                         report::Findings& findings) {
  const FileKind kind = file_kind(*bytes);
  Problem refusal = problem(refusal_code(kind));
  std::unique_ptr<report::Grid> grid;
  if ((kind == FileKind::text || kind == FileKind::json) && bytes->size() > kMaxTextFileBytes) {
    refusal = limit_problem("FILE-LIMIT-TEXT-FILE", kMaxTextFileBytes >> 20);
  } else if (kind == FileKind::text) {
    grid = open_csv(file_name, bytes);
  } else if (kind == FileKind::zip) {
    grid = open_zip(file_name, bytes, sheet, refusal);
  } else if (kind == FileKind::json) {
    grid = open_json(file_name, std::move(bytes), refusal);
  } else if (kind == FileKind::xls) {
    grid = open_converted(file_name, *bytes, convertible_ending(*bytes), sheet, refusal);
  }
  if (grid) return grid;
  const bool zip = kind == FileKind::zip;
  ProblemList problems(file_name, zip ? ProblemList::Addresses::cells : ProblemList::Addresses::lines);
  problems.add(refusal);
  findings.push_back(problems.findings().front());
  return nullptr;
}

bool complete(report::Grid& grid, report::Findings& findings) {
  ProblemList problems("", ProblemList::Addresses::cells);
  if (complete_xlsx(grid, problems)) return true;
  findings.push_back(problems.findings().front());
  return false;
}

std::unique_ptr<report::Grid> open_grid(const std::filesystem::path& path, report::Findings& findings) {
  try {
    return open_grid(path.string(), read_file(path, kMaxFileBytes), findings);
  } catch (const Error& error) {
    findings.push_back(report::Finding::of(error.message()).in(path.string()));
    return nullptr;
  }
}

}  // namespace esep::intake
