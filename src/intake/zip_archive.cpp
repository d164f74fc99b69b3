// SPDX-License-Identifier: MIT
#include "intake/zip_archive.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <minizip/unzip.h>

#include "intake/limits.h"

namespace esep::intake {
namespace {

struct MemoryFile {
  SharedBytes bytes;
  uint64_t position = 0;
};

MemoryFile& memory(voidpf stream) { return *static_cast<MemoryFile*>(stream); }

voidpf open_memory(voidpf opaque, const void* /*name*/, int /*mode*/) { return opaque; }

uLong read_memory(voidpf /*opaque*/, voidpf stream, void* buffer, uLong size) {
  MemoryFile& file = memory(stream);
  const uint64_t left = file.bytes->size() - file.position;
  const auto count = static_cast<uLong>(std::min<uint64_t>(size, left));
  std::memcpy(buffer, file.bytes->data() + file.position, count);
  file.position += count;
  return count;
}

uLong write_memory(voidpf /*opaque*/, voidpf /*stream*/, const void* /*buffer*/, uLong /*size*/) { return 0; }
ZPOS64_T tell_memory(voidpf /*opaque*/, voidpf stream) { return memory(stream).position; }

long seek_memory(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
  MemoryFile& file = memory(stream);
  const uint64_t size = file.bytes->size();
  uint64_t base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = file.position;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = size;
  if (offset > size || base > size - offset) return -1;
  file.position = base + offset;
  return 0;
}

int close_memory(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
int error_memory(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }

struct CloseZip {
  void operator()(void* zip) const { unzClose(zip); }
};
using ZipHandle = std::unique_ptr<void, CloseZip>;

ZipHandle open_zip(MemoryFile& file) {
  zlib_filefunc64_def functions{open_memory, read_memory,  write_memory, tell_memory,
                                seek_memory, close_memory, error_memory, &file};
  return ZipHandle(unzOpen2_64("", &functions));
}

std::string lower_name(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';
  }
  return out;
}

std::optional<ZipEntry> current_entry(void* zip) {
  std::array<char, 512> name{};
  unz_file_info64 info{};
  unz64_file_pos position{};
  if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK)
    return std::nullopt;
  if (info.size_filename >= name.size() || unzGetFilePos64(zip, &position) != UNZ_OK) return std::nullopt;
  constexpr uLong kEncrypted = 1;
  return ZipEntry{std::string(name.data(), info.size_filename),
                  info.compressed_size,
                  info.uncompressed_size,
                  position.pos_in_zip_directory,
                  position.num_of_file,
                  (info.flag & kEncrypted) != 0};
}

Problem bomb(const ZipEntry& entry) {
  return problem("FILE-ZIP-BOMB", {{"part", entry.name}, {"megabytes", std::to_string(entry.inflated >> 20)}});
}

bool explodes(const ZipEntry& entry) {
  const bool ratio = entry.inflated > kRatioFloor && entry.inflated / kMaxRatio > entry.compressed;
  return !lower_name(entry.name).starts_with("xl/media/") && (ratio || entry.inflated > kMaxPartBytes);
}

}  // namespace

struct ZipArchive::Handle {
  MemoryFile file;
  ZipHandle zip;
  explicit Handle(SharedBytes bytes) : file{std::move(bytes)}, zip(open_zip(file)) {}
};

// Minizip searches the end of the file at each opening, so an idle handle serves the next reader.
struct ZipArchive::Pool {
  SharedBytes bytes;
  std::vector<std::unique_ptr<Handle>> resting;

  std::unique_ptr<Handle> take() {
    if (resting.empty()) return std::make_unique<Handle>(bytes);
    auto out = std::move(resting.back());
    resting.pop_back();
    return out;
  }
};

std::optional<ZipArchive> ZipArchive::open(std::string bytes, Problem& refusal) {
  return open(std::make_shared<const std::string>(std::move(bytes)), refusal);
}

std::optional<ZipArchive> ZipArchive::open(SharedBytes bytes, Problem& refusal) {
  ZipArchive out;
  out.pool_ = std::make_shared<Pool>();
  out.pool_->bytes = std::move(bytes);
  refusal = problem("FILE-ZIP-DAMAGED");
  auto handle = out.pool_->take();
  void* zip = handle->zip.get();
  if (zip == nullptr) return std::nullopt;
  uint64_t total = 0;
  int status = unzGoToFirstFile(zip);
  for (; status == UNZ_OK; status = unzGoToNextFile(zip)) {
    auto entry = current_entry(zip);
    if (!entry) return std::nullopt;
    total += std::min(entry->inflated, kMaxTotalBytes);
    if (explodes(*entry) || total > kMaxTotalBytes) {
      refusal = bomb(*entry);
      return std::nullopt;
    }
    if (out.entries_.size() == kMaxZipEntries) {
      refusal = limit_problem("FILE-LIMIT-PARTS", kMaxZipEntries);
      return std::nullopt;
    }
    std::string key = lower_name(entry->name);
    // Two files with one name: readers would disagree about which one counts.
    const auto [at, is_new] = out.entries_.emplace(std::move(key), std::move(*entry));
    if (!is_new) {
      refusal = problem("FILE-ZIP-TWICE", {{"part", at->second.name}});
      return std::nullopt;
    }
  }
  if (status != UNZ_END_OF_LIST_OF_FILE) return std::nullopt;
  out.pool_->resting.push_back(std::move(handle));
  return out;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto found = entries_.find(lower_name(name));
  return found == entries_.end() ? nullptr : &found->second;
}

struct ZipEntryReader::State {
  std::shared_ptr<ZipArchive::Pool> pool;
  std::unique_ptr<ZipArchive::Handle> handle;
  uint64_t expected = 0;
  uint64_t given = 0;
  bool ended = false;
  bool damaged = false;

  State(std::shared_ptr<ZipArchive::Pool> from, const ZipEntry& entry)
      : pool(std::move(from)), handle(pool->take()), expected(entry.inflated) {
    unz64_file_pos position{entry.directory_offset, entry.number};
    damaged = !handle->zip || unzGoToFilePos64(zip(), &position) != UNZ_OK || unzOpenCurrentFile(zip()) != UNZ_OK;
  }
  ~State() {
    if (damaged) return;
    if (!ended) unzCloseCurrentFile(zip());
    pool->resting.push_back(std::move(handle));
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  [[nodiscard]] void* zip() const { return handle->zip.get(); }
};

InflatedPart inflate(const ZipArchive& archive, const ZipEntry& entry) {
  ZipEntryReader reader(archive, entry);
  InflatedPart out;
  out.text.resize(static_cast<size_t>(entry.inflated) + 1);
  size_t size = 0;
  std::optional<size_t> got;
  do {
    // In pieces, small ones first: the bytes before the damage are still needed.
    got = reader.read(out.text.data() + size, std::min(out.text.size() - size, size == 0 ? kFirstChunk : kChunk));
    size += got.value_or(0);
  } while (got && *got > 0);
  out.text.resize(size);
  out.damaged = !got;
  return out;
}

ZipEntryReader::ZipEntryReader(const ZipArchive& archive, const ZipEntry& entry)
    : state_(std::make_unique<State>(archive.pool_, entry)) {}

ZipEntryReader::~ZipEntryReader() = default;
ZipEntryReader::ZipEntryReader(ZipEntryReader&&) noexcept = default;
ZipEntryReader& ZipEntryReader::operator=(ZipEntryReader&&) noexcept = default;

std::optional<size_t> ZipEntryReader::read(char* buffer, size_t size) {
  if (state_->damaged) return std::nullopt;
  if (state_->ended) return 0;
  const int got = unzReadCurrentFile(state_->zip(), buffer, static_cast<unsigned>(size));
  if (got > 0) {
    state_->given += static_cast<uint64_t>(got);
    return static_cast<size_t>(got);
  }
  state_->ended = true;
  const bool complete = got == 0 && state_->given == state_->expected;
  state_->damaged = unzCloseCurrentFile(state_->zip()) != UNZ_OK || !complete;
  if (state_->damaged) return std::nullopt;
  return 0;
}

}  // namespace esep::intake
