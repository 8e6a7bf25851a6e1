"""What is wrong with a notebook to take away, once it is part of a site."""

from __future__ import annotations

import json
from itertools import zip_longest


def difference(expected: str, found: str) -> str:
    """Return what is wrong with a notebook, given as its text, naming the first cell; or ''."""
    if found == expected:
        return ""
    try:
        cells = json.loads(found)["cells"]
    except (ValueError, KeyError, TypeError):
        return "it is no notebook."
    pairs = zip_longest(json.loads(expected)["cells"], cells)
    for number, (right, wrong) in enumerate(pairs, start=1):
        if right != wrong:
            return f"cell {number} is not what was approved: {_difference(right, wrong)}"
    return "it is not written as the guard writes it."


def _difference(right: dict | None, wrong: dict | None) -> str:
    if not right or not wrong:
        return "it is too much." if wrong else "it is missing."
    texts = [json.dumps(cell, ensure_ascii=False, sort_keys=True) for cell in (wrong, right)]
    at = next(at for at, (a, b) in enumerate(zip_longest(*texts)) if a != b)
    there, here = (text[max(at - 20, 0) : at + 40] for text in texts)
    return f"{there!r} stands where {here!r} must."
