// SPDX-License-Identifier: MIT
#include "report/read/linked_cells.h"

#include <algorithm>

#include "base/shown_text.h"
#include "form/identifier.h"

namespace esep::report {
namespace {

bool is_no_address(const Finding& one) { return one.code == "CELL-URL" && !one.cell.empty(); }

}  // namespace

void name_link_targets(const ReceivedFile& file, const Layout& layout) {
  if (std::none_of(file.findings.begin(), file.findings.end(), is_no_address)) return;
  const auto links = file.grid.links(layout.sheet);
  for (Finding& one : file.findings) {
    const auto link = is_no_address(one) ? links.find(one.cell) : links.end();
    if (link == links.end() || form::check_url(link->second)) continue;
    one.message.key = "URL-LINKED";
    one.message.args.emplace_back("target", cut_short(link->second, 200));
  }
}

}  // namespace esep::report
