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


PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


def convert(paths, to, folder, locale=None):
    """The converted files, in `folder`. `to`: as --convert-to has it. `locale`: of the computer («ru-RU»)."""
    with tempfile.TemporaryDirectory() as profile:
        if locale:
            os.mkdir(f"{profile}/user")
            with open(f"{profile}/user/registrymodifications.xcu", "w", encoding="utf-8") as file:
                file.write(PROFILE.format(locale))
        done = subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", to, "--outdir", folder, *paths],
                              capture_output=True, timeout=600)
    ending = to.split(":")[0]
    out = [os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + "." + ending) for path in paths]
    for path in out:
        assert os.path.exists(path), (path, to, done.stdout, done.stderr)
    return out
