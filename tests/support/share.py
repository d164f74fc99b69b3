# SPDX-License-Identifier: MIT
"""An ordinary run of a slow test takes a share of its cases, always the same ones. With ESEP_ALL=1, as in the long runs, it takes all."""
import os
import zlib

ALL = os.environ.get("ESEP_ALL") == "1"


def taken(case, of):
    """Whether this case is among the share of one in `of`. The case is named by its text, so a case more changes no other."""
    return ALL or zlib.crc32(str(case).encode()) % of == 0


def share(cases, of):
    """The first of the cases and a share of one in `of` of the others."""
    return [one for n, one in enumerate(cases) if n == 0 or taken(one, of)]
