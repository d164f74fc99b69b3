// SPDX-License-Identifier: MIT
// Carries the precompiled headers of all tests (tests/CMakeLists.txt); it has nothing of its own.
