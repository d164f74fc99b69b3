// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include <podofo/podofo.h>

#include "document/layout.h"

namespace esep::pdf {

/// The tag tree: grows while pages are written, is put into the file at the end.
class StructureTree {
 public:
  explicit StructureTree(PoDoFo::PdfMemDocument& document) : document_(document) {}

  /// Marked content of `node` on page `page`; returns its id there.
  int mark(int node, int page);
  /// Writes StructTreeRoot, ParentTree and MarkInfo. `pages` are the page objects in order.
  void write(const std::vector<document::StructNode>& nodes, const std::vector<PoDoFo::PdfObject*>& pages);

 private:
  struct Marked {
    int page = 0;
    int id = 0;
  };
  PoDoFo::PdfMemDocument& document_;
  std::vector<std::vector<Marked>> marks_;    // by node
  std::vector<std::vector<int>> page_nodes_;  // by page: node of each id
};

}  // namespace esep::pdf
