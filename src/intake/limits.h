// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "report/cell_reference.h"

/// What reading a file may cost at most, in bytes unless a name says what is counted.
namespace esep::intake {

// Limits of a file: what exceeds one is refused with a finding (FILE-LIMIT-… and others), so that a hostile file costs
// bounded time and memory. Rows and columns are Excel's own; the others are far above what Excel writes.
inline constexpr uint64_t kMaxFileBytes = uint64_t{64} << 20;
inline constexpr uint64_t kMaxTextFileBytes = uint64_t{24} << 20;  // CSV and JSON stand in memory as a whole
inline constexpr int kMaxRows = report::kSheetRows;
inline constexpr int kMaxColumns = report::kSheetColumns;
inline constexpr size_t kMaxSheets = 256;
inline constexpr size_t kMaxZipEntries = 10000;
inline constexpr uint64_t kMaxPartBytes = uint64_t{1} << 30;        // one inflated sheet or string table
inline constexpr uint64_t kMaxSmallPartBytes = uint64_t{16} << 20;  // workbook, styles, relationships
inline constexpr uint64_t kMaxTotalBytes = uint64_t{2} << 30;       // all parts together
inline constexpr uint64_t kRatioFloor = uint64_t{16} << 20;         // the ratio of smaller parts is not checked
inline constexpr uint64_t kMaxRatio = 200;                          // inflated to compressed; real sheets stay below 50
inline constexpr size_t kMaxSharedStrings = 8000000;
inline constexpr size_t kMaxSharedStringBytes = size_t{256} << 20;
inline constexpr size_t kMaxCellBytes = size_t{256} << 10;  // Excel: 32,767 characters
inline constexpr size_t kMaxRowBytes = size_t{16} << 20;
inline constexpr uint64_t kMaxFileTextBytes = uint64_t{2} << 30;  // texts of all cells each time that they are read
// What reads a text looks at it letter by letter, several times: a long one that stands in thousands of cells counts
// more.
inline constexpr size_t kLongTextBytes = 512;
inline constexpr uint64_t kLongTextWeight = 16;
inline constexpr uint64_t kMaxLongTextBytes = kMaxFileTextBytes / kLongTextWeight;
inline constexpr size_t kMaxMergedRanges = 100000;
inline constexpr int kMaxXmlDepth = 64;
inline constexpr uint64_t kMaxXmlToken = uint64_t{1} << 20;  // one tag with its attributes, one comment
inline constexpr size_t kMaxUnknownNames = 4096;             // expat keeps every distinct name

// Further findings of a file are not told; FILE-PROBLEMS-CUT says so.
inline constexpr size_t kMaxProblems = 100;

// What is kept in memory, to be read a second time. Larger parts are read from the file again.
inline constexpr size_t kMaxKeptStringBytes = size_t{8} << 20;  // shared strings; the others stand in a file
inline constexpr uint64_t kMaxParsedSheetBytes = uint64_t{1}
                                                 << 20;  // an inflated sheet whose rows are parsed once and kept
inline constexpr uint64_t kMaxInflatedBytes = uint64_t{2} << 20;  // small sheets kept inflated until they are parsed
inline constexpr size_t kMaxParsedRowBytes = size_t{4} << 20;     // many cells may refer to one long string

// How much is inflated and parsed at a time.
inline constexpr size_t kFirstChunk = size_t{2} << 10;  // enough for a root element
inline constexpr size_t kChunk = size_t{64} << 10;

}  // namespace esep::intake
