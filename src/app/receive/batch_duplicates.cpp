// SPDX-License-Identifier: MIT
#include "app/receive/batch_duplicates.h"

#include <algorithm>
#include <future>

#include "app/receive/read_ahead.h"

namespace esep::app {
namespace {

// Files that are peeked at together.
constexpr size_t kMostTogether = 16;
constexpr uint64_t kMostBytesTogether = 512U << 10;
constexpr size_t kMostPeekedBytes = 4U << 20;  // bytes of files; open, they take about three times as much

// `keys[i]` belongs to `files[i]`.
std::vector<std::string> other_with_key(const std::vector<std::string>& files,
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

void PeekedFiles::remember(size_t file, OpenedFile peeked) {
  bytes_ += peeked.content().size();
  if (bytes_ <= kMostPeekedBytes && peeked.grid) peeked_[file] = std::move(peeked);
}

OpenedFile PeekedFiles::take(size_t file) {
  if (!peeked_[file]) return open_file(files_[file]);
  OpenedFile out = std::move(*peeked_[file]);
  peeked_[file].reset();
  return open_fully(std::move(out));
}

namespace {

// At least one file; a large one comes alone.
size_t end_of_some(const std::vector<std::string>& files, size_t first) {
  uint64_t bytes = 0;
  size_t last = first;
  while (last < files.size() && last - first < kMostTogether) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(files[last], unknown);
    bytes += unknown ? 0 : size;
    if (last > first && bytes > kMostBytesTogether) break;
    ++last;
  }
  return last;
}

// Files from `first` to before `last`, every second one on another thread.
std::vector<OpenedFile> peek_files(const std::vector<std::string>& files, size_t first, size_t last) {
  std::vector<OpenedFile> out(last - first);
  const auto peek = [&](size_t begin, size_t step) {
    for (size_t i = begin; i < last; i += step) out[i - first] = peek_file(files[i]);
  };
  if (last - first < 2 || !has_second_processor()) {
    peek(first, 1);
    return out;
  }
  auto others = std::async(std::launch::async, peek, first + 1, 2);
  peek(first, 2);
  others.get();
  return out;
}

}  // namespace

std::vector<std::string> find_duplicates(Checker& checker, const std::vector<std::string>& files, PeekedFiles& peeked) {
  std::vector<std::optional<report::ReportKey>> keys(files.size());
  if (files.size() < 2) return std::vector<std::string>(files.size());
  for (size_t first = 0; first < files.size();) {
    const size_t last = end_of_some(files, first);
    auto some = peek_files(files, first, last);
    for (; first < last; ++first) {
      OpenedFile& file = some[first + some.size() - last];
      keys[first] = checker.peek_key(file);
      peeked.remember(first, std::move(file));
    }
  }
  const auto alike = other_with_key(files, keys);
  for (size_t i = 0; i < files.size(); ++i) {
    if (!alike[i].empty()) keys[i] = checker.peek_key(open_file(files[i]));
  }
  return other_with_key(files, keys);
}

void mark_duplicate(CheckedFile& file, const std::string& other) {
  if (other.empty()) return;
  file.findings.insert(file.findings.begin(),
                       report::Finding::of(Message("DUPLICATE-KEY", {{"other", other}})).in(file.file));
}

}  // namespace esep::app
