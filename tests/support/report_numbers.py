# SPDX-License-Identifier: MIT
"""Numbers of reports as papers list them."""


def expand(text):
    """«S-000001–3, 7» → the numbers."""
    out = set()
    for part in filter(None, (text or "").split(", ")):
        low, _, high = (half.removeprefix("S-") for half in part.partition("–"))
        out |= {f"S-{number:06d}" for number in range(int(low), int(high or low) + 1)}
    return out
