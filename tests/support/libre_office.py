# SPDX-License-Identifier: MIT
"""LibreOffice, as another program that opens what Esep writes."""
import os
import shutil
import subprocess
import sys
import tempfile

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SKIPPED = 77  # ctest reports the test as not run


def need():
    """Ends the test as not run where LibreOffice is missing."""
    if SOFFICE is None:
        print("LibreOffice is not installed: not run", file=sys.stderr)
        sys.exit(SKIPPED)


def convert(paths, to, folder):
    """The converted files, in `folder`. `to`: as --convert-to has it."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", to, "--outdir", folder, *paths],
                              capture_output=True, timeout=600)
    ending = to.split(":")[0]
    out = [os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + "." + ending) for path in paths]
    for path in out:
        assert os.path.exists(path), (path, to, done.stdout, done.stderr)
    return out
