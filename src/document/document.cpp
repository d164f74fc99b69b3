// SPDX-License-Identifier: MIT
#include "document/document.h"

namespace esep::document {
namespace {

class VectorCursor : public RowCursor {
 public:
  explicit VectorCursor(std::shared_ptr<const std::vector<Row>> rows) : rows_(std::move(rows)) {}
  bool next(Row& row) override {
    if (at_ == rows_->size()) return false;
    row = (*rows_)[at_++];
    return true;
  }

 private:
  std::shared_ptr<const std::vector<Row>> rows_;
  size_t at_ = 0;
};

}  // namespace

RowSource rows_from(std::vector<Row> rows) {
  auto shared = std::make_shared<const std::vector<Row>>(std::move(rows));
  return [shared] { return std::make_unique<VectorCursor>(shared); };
}

}  // namespace esep::document
