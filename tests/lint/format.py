#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every C++ file is as clang-format 14 with .clang-format writes it. `scripts/fix.sh --format` is the cure. usage: format.py SOURCE_DIR"""
import glob
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

BATCH = 40


def files_of(source):
    """What git keeps, and new files that it will be asked to keep; in an unpacked archive, all of src/ and tests/."""
    if os.path.exists(f"{source}/.git") and shutil.which("git"):
        listed = subprocess.run(["git", "-c", f"safe.directory={source}", "ls-files", "-co", "--exclude-standard", "*.cpp", "*.h"], cwd=source, capture_output=True,
                                text=True, check=True).stdout.split("\n")
        return [name for name in listed if name and os.path.exists(f"{source}/{name}")]
    return sorted(os.path.relpath(name, source) for top in ("src", "tests") for end in ("cpp", "h") for name in glob.glob(f"{source}/{top}/**/*.{end}", recursive=True))


def unformatted(program, source, names):
    done = subprocess.run([program, "--dry-run", *names], cwd=source, capture_output=True, text=True)
    found = sorted(set(re.findall(r"^(\S+?):\d+:\d+: .*\[-Wclang-format-violations\]", done.stderr, re.M)))
    if done.returncode or (done.stderr and not found):
        sys.exit(done.stderr)
    return found


def main():
    source = os.path.abspath(sys.argv[1])
    program = shutil.which("clang-format-14") or shutil.which("clang-format")
    if program is None:
        sys.exit("clang-format is missing: scripts/packages.sh lint")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if not re.search(r"version 14\.", version):
        sys.exit(f"{version}: other versions write differently; this test wants 14, as in Debian 12")
    names = files_of(source)
    with ThreadPoolExecutor(2) as pool:
        wrong = sum(pool.map(lambda at: unformatted(program, source, names[at:at + BATCH]), range(0, len(names), BATCH)), [])
    for name in wrong:
        print(f"{name} is not formatted")
    print(f"{len(names)} files, {len(wrong)} not formatted" + (": run scripts/fix.sh --format" if wrong else ""))
    sys.exit(1 if wrong or len(names) < 100 else 0)


main()
