// SPDX-License-Identifier: MIT
#include "intake/printed_code.h"

#include <algorithm>

#include <zlib.h>

#include "base/text.h"
#include "intake/file_kind.h"
#include "intake/limits.h"
#include "intake/zip_archive.h"

namespace esep::intake {
namespace {

constexpr size_t kCode = 14;  // three groups of four with dashes
constexpr uint64_t kMostInflated = uint64_t{256} << 20;

bool is_code_character(char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); }
bool is_word_character(char c) {
  return is_code_character(c) || (c >= 'G' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

bool is_code(std::string_view text) {
  for (size_t i = 0; i < kCode; ++i) {
    if (i % 5 == 4 ? text[i] != '-' : !is_code_character(text[i])) return false;
  }
  return true;
}

// Receives pieces; keeps the end of a piece, because a code may begin there.
class Search {
 public:
  explicit Search(std::set<std::string>& found) : found_(found) {}

  void feed(std::string_view bytes) {
    for (const char c : bytes) {
      if (c != '\0') window_ += c;  // UTF-16 of plain letters is these with zeros between them
    }
    scan(false);
  }
  void finish() { scan(true); }

 private:
  void scan(bool last) {
    size_t at = 0;
    // The next character decides whether the code really ends here.
    for (; at + kCode + (last ? 0 : 1) <= window_.size(); ++at) {
      if (is_word_character(before_) || !is_code(std::string_view(window_).substr(at, kCode))) {
        before_ = window_[at];
        continue;
      }
      const bool ends = at + kCode == window_.size() || !is_word_character(window_[at + kCode]);
      if (ends) found_.insert(window_.substr(at, kCode));
      before_ = window_[at];
    }
    window_.erase(0, at);
  }

  std::set<std::string>& found_;
  std::string window_;
  char before_ = ' ';
};

void search_zip(const std::string& bytes, std::set<std::string>& found) {
  Problem problem;
  const auto archive = ZipArchive::open(bytes, problem);
  if (!archive) return;
  uint64_t left = kMostInflated;
  std::string buffer(kChunk, '\0');
  for (const auto& [name, entry] : archive->entries()) {
    if (entry.encrypted || entry.inflated > left) continue;
    left -= entry.inflated;
    ZipEntryReader reader(*archive, entry);
    Search search(found);
    for (auto got = reader.read(buffer.data(), buffer.size()); got && *got > 0;
         got = reader.read(buffer.data(), buffer.size())) {
      search.feed(std::string_view(buffer).substr(0, *got));
    }
    search.finish();
  }
}

// Returns how much was inflated.
uint64_t search_deflated(std::string_view data, uint64_t limit, std::set<std::string>& found) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return 0;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));  // zlib's interface is older than const
  stream.avail_in = static_cast<uInt>(std::min<size_t>(data.size(), size_t{1} << 30));
  std::string buffer(kChunk, '\0');
  Search search(found);
  int code = Z_OK;
  while (code == Z_OK && stream.total_out < limit) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    code = inflate(&stream, Z_NO_FLUSH);
    search.feed(std::string_view(buffer).substr(0, buffer.size() - stream.avail_out));
    if (code == Z_OK && stream.avail_out != 0 && stream.avail_in == 0) break;  // cut off
  }
  search.finish();
  const uint64_t total = stream.total_out;
  inflateEnd(&stream);
  return total;
}

void search_pdf(std::string_view bytes, std::set<std::string>& found) {
  constexpr std::string_view kStream = "stream";
  constexpr std::string_view kEnd = "endstream";
  uint64_t left = kMostInflated;
  for (size_t at = bytes.find(kStream); at != std::string_view::npos && left > 0; at = bytes.find(kStream, at)) {
    at += kStream.size();
    size_t begin = at;
    if (begin < bytes.size() && bytes[begin] == '\r') ++begin;
    if (begin < bytes.size() && bytes[begin] == '\n') ++begin;
    const size_t end = bytes.find(kEnd, begin);
    if (end == std::string_view::npos) return;
    if (begin > at) left -= std::min(left, search_deflated(bytes.substr(begin, end - begin), left, found));
    at = end + kEnd.size();
  }
}

}  // namespace

std::set<std::string> printed_codes(const std::string& bytes) {
  std::set<std::string> found;
  Search search(found);
  search.feed(bytes);
  search.finish();
  const FileKind kind = file_kind(bytes);
  if (kind == FileKind::zip) search_zip(bytes, found);
  if (kind == FileKind::pdf) search_pdf(bytes, found);
  return found;
}

}  // namespace esep::intake
