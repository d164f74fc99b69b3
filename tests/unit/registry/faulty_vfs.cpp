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
  [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

struct Shim {
  using File = FaultyVfs::File;
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
  static FaultyVfs& of(sqlite3_vfs* vfs) { return *static_cast<FaultyVfs*>(vfs->pAppData); }
  static int failure(const File& file) { return file.vfs->mode_ == FaultyVfs::Mode::full ? SQLITE_FULL : SQLITE_IOERR; }

  static int close(sqlite3_file* file) {
    const int code = of(file).real()->pMethods->xClose(of(file).real());
    delete of(file).name;
    return code;
  }
  static int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
    return of(file).real()->pMethods->xRead(of(file).real(), to, amount, offset);
  }
  static int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
    File& f = of(file);
    if (f.vfs->strikes()) return failure(f);
    f.vfs->remember(*f.name, f.real(), offset, amount);
    return f.real()->pMethods->xWrite(f.real(), from, amount, offset);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    File& f = of(file);
    if (f.vfs->strikes()) return failure(f);
    sqlite3_int64 now = 0;
    f.real()->pMethods->xFileSize(f.real(), &now);
    f.vfs->remember(*f.name, f.real(), size, std::max<sqlite3_int64>(0, now - size));
    return f.real()->pMethods->xTruncate(f.real(), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    File& f = of(file);
    if (f.vfs->strikes()) return failure(f);
    const int code = f.real()->pMethods->xSync(f.real(), flags);
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
    return of(file).real()->pMethods->xShmUnmap(of(file).real(), remove);
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
    const int code = f.vfs->real_->xOpen(f.vfs->real_, name, f.real(), flags, out);
    if (code != SQLITE_OK) return code;
    f.name = new std::string(name == nullptr ? "" : name);
    f.base.pMethods = &methods();
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    if (of(vfs).strikes()) return SQLITE_IOERR_DELETE;
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

void FaultyVfs::remember(const std::string& name, sqlite3_file* real, int64_t offset, int64_t amount) {
  if (mode_ != Mode::power_loss || at_ == 0 || name.empty()) return;
  Undo undo;
  undo.offset = offset;
  sqlite3_int64 size = 0;
  real->pMethods->xFileSize(real, &size);
  undo.size = size;
  const int64_t there = std::max<int64_t>(0, std::min<int64_t>(amount, size - offset));
  undo.before.resize(static_cast<size_t>(there));
  if (there > 0) real->pMethods->xRead(real, undo.before.data(), static_cast<int>(there), offset);
  unsynced_[name].push_back(std::move(undo));
}

void FaultyVfs::lose_unsynced() {
  for (auto& [name, undos] : unsynced_) {
    const int file = ::open(name.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) continue;
    for (auto undo = undos.rbegin(); undo != undos.rend(); ++undo) {
      if (::pwrite(file, undo->before.data(), undo->before.size(), undo->offset) < 0) break;
      if (::ftruncate(file, undo->size) != 0) break;
    }
    ::close(file);
  }
  unsynced_.clear();
}
