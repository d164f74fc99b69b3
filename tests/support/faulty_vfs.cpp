// SPDX-License-Identifier: MIT
#include "faulty_vfs.h"

#include <algorithm>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

struct FaultyVfs::File {
  sqlite3_file base;
  FaultyVfs* vfs;
  std::string* name;
  int process;
  [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

struct Shim {
  using File = FaultyVfs::File;
  using Operation = FaultyVfs::Operation;
  using Outcome = FaultyVfs::Outcome;
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
  static FaultyVfs& of(sqlite3_vfs* vfs) { return *static_cast<FaultyVfs*>(vfs->pAppData); }
  static int failure(Outcome outcome) { return outcome == Outcome::full ? SQLITE_FULL : SQLITE_IOERR; }
  static Outcome asked(const File& file, Operation operation) { return file.vfs->outcome(operation, file.process); }

  static int close(sqlite3_file* file) {
    const int code = of(file).real()->pMethods->xClose(of(file).real());
    delete of(file).name;
    return code;
  }
  static int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
    File& f = of(file);
    if (f.vfs->weather_ && asked(f, Operation::read) != Outcome::good) return SQLITE_IOERR_READ;
    return f.real()->pMethods->xRead(f.real(), to, amount, offset);
  }
  static int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
    File& f = of(file);
    const Outcome outcome = asked(f, Operation::write);
    if (outcome != Outcome::good && outcome != Outcome::torn) return failure(outcome);
    const int written = outcome == Outcome::torn ? amount / 2 : amount;
    f.vfs->remember(*f.name, f.real(), {offset, "", 0, {static_cast<const char*>(from), size_t(written)}}, written);
    const int code = f.real()->pMethods->xWrite(f.real(), from, written, offset);
    return outcome == Outcome::torn ? SQLITE_IOERR_WRITE : code;
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    File& f = of(file);
    if (const Outcome outcome = asked(f, Operation::truncate); outcome != Outcome::good) return failure(outcome);
    sqlite3_int64 now = 0;
    f.real()->pMethods->xFileSize(f.real(), &now);
    f.vfs->remember(*f.name, f.real(), {size, "", 0, ""}, std::max<sqlite3_int64>(0, now - size));
    return f.real()->pMethods->xTruncate(f.real(), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    File& f = of(file);
    const Outcome outcome = asked(f, Operation::sync);
    if (outcome == Outcome::lied) return SQLITE_OK;
    if (outcome != Outcome::good) return outcome == Outcome::full ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
    const int code = f.vfs->weather_ ? SQLITE_OK : f.real()->pMethods->xSync(f.real(), flags);
    if (code == SQLITE_OK) f.vfs->unsynced_.erase(*f.name);
    return code;
  }
  static int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return of(file).real()->pMethods->xFileSize(of(file).real(), size);
  }
  static int lock(sqlite3_file* file, int level) { return of(file).real()->pMethods->xLock(of(file).real(), level); }
  static int unlock(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xUnlock(of(file).real(), level);
  }
  static int check_lock(sqlite3_file* file, int* out) {
    return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), out);
  }
  static int control(sqlite3_file* file, int op, void* arg) {
    return of(file).real()->pMethods->xFileControl(of(file).real(), op, arg);
  }
  static int sector(sqlite3_file* file) { return of(file).real()->pMethods->xSectorSize(of(file).real()); }
  static int traits(sqlite3_file* file) { return of(file).real()->pMethods->xDeviceCharacteristics(of(file).real()); }
  static int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    return of(file).real()->pMethods->xShmMap(of(file).real(), region, size, extend, out);
  }
  static int shm_lock(sqlite3_file* file, int offset, int n, int flags) {
    return of(file).real()->pMethods->xShmLock(of(file).real(), offset, n, flags);
  }
  static void shm_barrier(sqlite3_file* file) { of(file).real()->pMethods->xShmBarrier(of(file).real()); }
  static int shm_unmap(sqlite3_file* file, int remove) {
    const bool dead = of(file).vfs->is_dead(of(file).process);
    return of(file).real()->pMethods->xShmUnmap(of(file).real(), dead ? 0 : remove);
  }

  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods kMethods{2,        close,       read,       write,   truncate, sync,   file_size,
                                             lock,     unlock,      check_lock, control, sector,   traits, shm_map,
                                             shm_lock, shm_barrier, shm_unmap,  nullptr, nullptr};
    return kMethods;
  }

  static int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    File& f = of(file);
    f.base.pMethods = nullptr;
    f.vfs = &of(vfs);
    f.process = f.vfs->process_;
    if (f.vfs->is_dead(f.process)) return SQLITE_CANTOPEN;
    const int code = f.vfs->real_->xOpen(f.vfs->real_, name, f.real(), flags, out);
    if (code != SQLITE_OK) return code;
    f.name = new std::string(name == nullptr ? "" : name);
    f.base.pMethods = &methods();
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    if (of(vfs).outcome(Operation::remove, of(vfs).process_) != Outcome::good) return SQLITE_IOERR_DELETE;
    of(vfs).unsynced_.erase(name);
    return of(vfs).real_->xDelete(of(vfs).real_, name, sync_folder);
  }
};

FaultyVfs::FaultyVfs() : real_(sqlite3_vfs_find(nullptr)) {
  vfs_ = *real_;
  vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  vfs_.zName = "faulty";
  vfs_.pAppData = this;
  vfs_.pNext = nullptr;
  vfs_.xOpen = Shim::open;
  vfs_.xDelete = Shim::remove;
  sqlite3_vfs_register(&vfs_, 1);
}

FaultyVfs::~FaultyVfs() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(real_, 1);
}

void FaultyVfs::arm(int64_t at, Mode mode) {
  operations_ = 0;
  at_ = at;
  mode_ = mode;
  unsynced_.clear();
}

bool FaultyVfs::strikes() {
  ++operations_;
  if (at_ == 0) return false;
  return mode_ == Mode::once ? operations_ == at_ : operations_ >= at_;
}

FaultyVfs::Outcome FaultyVfs::outcome(Operation operation, int process) {
  if (is_dead(process)) return Outcome::dark;
  if (operation != Operation::read && strikes()) return mode_ == Mode::full ? Outcome::full : Outcome::error;
  if (!weather_) return Outcome::good;
  const Outcome out = weather_(operation);
  if (out == Outcome::killed) kill(process);
  if (out == Outcome::dark) go_dark();
  return out;
}

void FaultyVfs::remember(const std::string& name, sqlite3_file* real, Change change, int64_t amount) {
  const bool lost_later = weather_ || (mode_ == Mode::power_loss && at_ != 0);
  if (!lost_later || name.empty()) return;
  sqlite3_int64 size = 0;
  real->pMethods->xFileSize(real, &size);
  change.size = size;
  const int64_t there = std::max<int64_t>(0, std::min<int64_t>(amount, size - change.offset));
  change.before.resize(static_cast<size_t>(there));
  if (there > 0) real->pMethods->xRead(real, change.before.data(), static_cast<int>(there), change.offset);
  unsynced_[name].push_back(std::move(change));
}

void FaultyVfs::lose_unsynced() {
  come_back(Loss::everything, [](uint64_t) { return uint64_t{0}; });
}

void FaultyVfs::apply(int file, const Change& change, size_t bytes) {
  if (change.after.empty()) {
    if (::ftruncate(file, change.offset) != 0) return;
  } else if (::pwrite(file, change.after.data(), bytes, change.offset) < 0) {
    return;
  }
}

// Back to what was synced, and from there forward again as far as the disk came: SQLite relies on no order between two
// syncs, and on nothing less than a sector.
void FaultyVfs::come_back(Loss loss, const Below& below) {
  constexpr size_t kSector = 512;
  for (auto& [name, changes] : unsynced_) {
    const int file = ::open(name.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) continue;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      if (::pwrite(file, change->before.data(), change->before.size(), change->offset) < 0) break;
      if (::ftruncate(file, change->size) != 0) break;
    }
    const size_t whole = loss == Loss::nothing ? changes.size() : loss == Loss::tail ? below(changes.size() + 1) : 0;
    for (size_t i = 0; i < changes.size(); ++i) {
      const bool kept = loss == Loss::any ? below(2) == 0 : i < whole;
      const bool torn = (loss == Loss::any && below(4) == 0) || (loss == Loss::tail && i + 1 == whole);
      const size_t bytes = changes[i].after.size();
      if (kept) apply(file, changes[i], torn ? std::min(bytes, kSector * below(bytes / kSector + 1)) : bytes);
    }
    ::close(file);
  }
  unsynced_.clear();
  dead_.clear();
  dark_ = false;
}
