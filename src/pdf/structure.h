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

/// The end of a written file, which an update needs.
struct FileEnd {
  uint64_t size = 0;    // bytes
  std::string trailer;  // the last bytes, the whole trailer among them
};

/// The tag tree, which grows while pages are written. A long table has hundreds of thousands of elements. They
/// never become PoDoFo's objects (300 bytes each) but follow PoDoFo's file as an incremental update (ISO 32000-1,
/// 7.5.6).
class StructureTree {
 public:
  /// Marked content of `node` on page `page`; returns its id there.
  int mark(int node, int page);
  /// Call before the file is written. Adds an empty StructTreeRoot, MarkInfo and each page's key in the ParentTree.
  /// `pages`: in order.
  void announce(PoDoFo::PdfMemDocument& pdf, const std::vector<PoDoFo::PdfObject*>& pages);
  /// Call after the file is written. Appends the elements, the ParentTree and the root with both. Error PDF-FAILED if
  /// the file has no trailer to continue.
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
