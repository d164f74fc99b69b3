// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include <podofo/podofo.h>

#include "base/file.h"
#include "document/layout/layout.h"

namespace esep::pdf {

/// Where a written file ends: what an update of it has to know.
struct FileEnd {
  uint64_t size = 0;    // bytes
  std::string trailer;  // the last bytes, the whole trailer among them
};

/// The tag tree: grows while pages are written. Its elements, hundreds of thousands in a long table, never become
/// objects of PoDoFo (300 bytes each): they follow the file that PoDoFo wrote, as an incremental update (ISO
/// 32000-1, 7.5.6).
class StructureTree {
 public:
  /// Marked content of `node` on page `page`; returns its id there.
  int mark(int node, int page);
  /// Before the file is written: StructTreeRoot, still empty, MarkInfo and each page's key in the ParentTree. `pages`:
  /// in order.
  void announce(PoDoFo::PdfMemDocument& pdf, const std::vector<PoDoFo::PdfObject*>& pages);
  /// After it: the elements, the ParentTree, the root with both. Error PDF-FAILED where the file has no trailer that
  /// can be continued.
  void append(const document::Structure& nodes, const FileEnd& file, const Sink& put) const;

 private:
  struct Marked {
    int page = 0;
    int id = 0;
    int next = -1;  // of the same node
  };
  struct Marks {
    int first = -1;
    int last = -1;
  };
  class Update;

  std::deque<Marked> marked_;
  std::deque<Marks> marks_;                   // by node
  std::vector<std::vector<int>> page_nodes_;  // by page: node of each id
  std::vector<unsigned> page_objects_;
  unsigned root_object_ = 0;
};

}  // namespace esep::pdf
