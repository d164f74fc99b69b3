// SPDX-License-Identifier: MIT
#include "app/twins.h"

namespace esep::app {
namespace {

constexpr size_t kMostBytes = 4U << 20;  // of files; opened they take some three times that

// `keys[i]` belongs to `files[i]`.
std::vector<std::string> duplicate_of(const std::vector<std::string>& files,
                                      const std::vector<std::optional<report::ReportKey>>& keys) {
  std::vector<std::string> out(files.size());
  std::map<report::ReportKey, size_t> first;
  for (size_t i = 0; i < files.size(); ++i) {
    if (!keys[i]) continue;
    const auto [at, fresh] = first.emplace(*keys[i], i);
    if (fresh) continue;
    out[i] = files[at->second];
    if (out[at->second].empty()) out[at->second] = files[i];
  }
  return out;
}

}  // namespace

void Glanced::keep(size_t file, CheckedFile glanced) {
  bytes_ += glanced.bytes.size();
  if (bytes_ <= kMostBytes && glanced.grid) kept_[file] = std::move(glanced);
}

CheckedFile Glanced::whole(size_t file) {
  if (!kept_[file]) return open_file(files_[file]);
  CheckedFile out = std::move(*kept_[file]);
  kept_[file].reset();
  return open_rest(std::move(out));
}

std::vector<std::string> find_twins(Checker& checker, const std::vector<std::string>& files, Glanced& glanced) {
  std::vector<std::optional<report::ReportKey>> keys(files.size());
  if (files.size() < 2) return std::vector<std::string>(files.size());
  for (size_t i = 0; i < files.size(); ++i) {
    CheckedFile file = glance_at_file(files[i]);
    keys[i] = checker.peek_key(file);
    glanced.keep(i, std::move(file));
  }
  const auto alike = duplicate_of(files, keys);
  for (size_t i = 0; i < files.size(); ++i) {
    if (!alike[i].empty()) keys[i] = checker.peek_key(open_file(files[i]));
  }
  return duplicate_of(files, keys);
}

void mark_twin(CheckedFile& file, const std::string& twin) {
  if (twin.empty()) return;
  Message message("DUPLICATE-KEY", {{"other", twin}});
  report::Finding finding{file.file, "", "", 0, "", "DUPLICATE-KEY", Severity::error, std::move(message), {}};
  file.findings.insert(file.findings.begin(), std::move(finding));
}

}  // namespace esep::app
