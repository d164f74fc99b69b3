// SPDX-License-Identifier: MIT
#include "datafile/library.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/file_error.h"
#include "datafile/embedded.h"
#include "datafile/toml.h"

namespace esep::datafile {
namespace {

constexpr uint64_t kFileLimit = uint64_t{64} << 20;

// Only paths inside the three data folders.
bool is_inside(std::string_view path) {
  const bool known = path.starts_with("forms/") || path.starts_with("data/") || path.starts_with("templates/");
  const bool control =
      std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return known && !control && path.find("..") == std::string_view::npos && path.find('\\') == std::string_view::npos;
}

[[noreturn]] void unreadable(const std::filesystem::path& path, const std::error_code& error) {
  throw unreadable_file(path, error.value());
}

bool is_absent(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
}

void collect(const std::filesystem::path& root, std::string_view folder, std::string_view suffix,
             std::set<std::string>& out) {
  std::error_code error;
  std::filesystem::recursive_directory_iterator at(root / folder, error);
  if (is_absent(error)) return;
  for (; !error && at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
    const std::string path = at->path().lexically_relative(root).generic_string();
    if (path.ends_with(suffix)) out.insert(path);  // also what is no file: whoever reads it says so
  }
  // Ignoring an overlay silently would apply another law.
  if (error) unreadable(root / folder, error);
}

}  // namespace

Library::Library() = default;

Library Library::from_folder(const std::filesystem::path& root) {
  Library out;
  out.embedded_ = false;
  out.roots_.push_back(root);
  return out;
}

Library Library::with(LibraryFile file) const {
  Library out = *this;
  out.given_ = std::move(file);
  return out;
}

void Library::add_overlay(const std::filesystem::path& root) { roots_.push_back(root); }

std::vector<std::string> Library::list(std::string_view folder, std::string_view suffix) const {
  std::set<std::string> out;
  if (!is_inside(folder)) return {};
  if (embedded_) {
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.path.starts_with(folder) && file.path.ends_with(suffix)) out.emplace(file.path);
    }
  }
  for (const auto& root : roots_) collect(root, folder, suffix, out);
  if (given_ && given_->path.starts_with(folder) && given_->path.ends_with(suffix)) out.insert(given_->path);
  return {out.begin(), out.end()};
}

// Layer 0 is what is embedded, layer n the n-th folder.
std::optional<LibraryFile> Library::in_layer(size_t layer, std::string_view path) const {
  if (given_ && layer == roots_.size() && path == given_->path) return given_;
  if (layer > 0) {
    const auto on_disk = roots_[layer - 1] / path;
    std::error_code error;
    // A link that leads nowhere stands for a file that was meant: it is read, and so told.
    const auto status = std::filesystem::symlink_status(on_disk, error);
    if (std::filesystem::exists(status)) {
      const uint64_t limit = path.ends_with(".toml") ? kMostTomlBytes : kFileLimit;
      return LibraryFile{std::string(path), on_disk.string(), read_file(on_disk, limit), false};
    }
    if (error && !is_absent(error)) unreadable(on_disk, error);
    return std::nullopt;
  }
  if (!embedded_) return std::nullopt;
  const EmbeddedFile* file = find_embedded(embedded_files(), path);
  if (file == nullptr) return std::nullopt;
  return LibraryFile{std::string(path), std::string(path), std::string(file->bytes), true};
}

std::optional<LibraryFile> Library::find(std::string_view path) const {
  if (!is_inside(path)) return std::nullopt;
  for (size_t layer = roots_.size() + 1; layer-- > 0;) {
    if (auto file = in_layer(layer, path)) return file;
  }
  return std::nullopt;
}

std::vector<LibraryFile> Library::layers(std::string_view path, std::string_view beside) const {
  std::vector<LibraryFile> out;
  if (!is_inside(path) || !is_inside(beside)) return out;
  size_t lowest = roots_.size() + 1;
  while (lowest > 0 && !in_layer(lowest - 1, beside)) --lowest;
  if (lowest == 0) return out;
  for (size_t layer = lowest - 1; layer <= roots_.size(); ++layer) {
    if (auto file = in_layer(layer, path)) out.push_back(std::move(*file));
  }
  return out;
}

LibraryFile Library::get(std::string_view path) const {
  if (auto file = find(path)) return std::move(*file);
  throw Error(Message("DATA-MISSING", {{"file", std::string(path)}}));
}

}  // namespace esep::datafile
