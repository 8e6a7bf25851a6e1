"""Beside each page that shows programs lies a notebook of them, and each notebook is of a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from posixpath import dirname, join

from drift.check.document import Document
from drift.fault import Fault
from drift.page import take_away
from drift.project.project import NOTEBOOK, Project

AGAIN = "Build the site again: make build"


def faults(
    files: Mapping[str, bytes], documents: Mapping[str, Document], project: Project
) -> Iterator[Fault]:
    """Yield a fault for each notebook of a site that is not what its page and docs give."""
    expected: dict[str, str] = {}
    for document in documents.values():
        if text := _of_page(document, project):
            name = take_away.name(document.source)
            expected[join(dirname(document.path), name)] = text
    found = {name for name in files if name.endswith(NOTEBOOK)}
    for name in sorted(found | expected.keys()):
        if name not in expected:
            yield Fault(name, 0, f"no page gives this notebook. {AGAIN}")
        elif name not in found:
            yield Fault(name, 0, f"this notebook is not in the site. {AGAIN}")
        elif difference := _difference(expected[name], files[name].decode("utf-8")):
            yield Fault(name, 0, f"{difference} {AGAIN}")


def _of_page(document: Document, project: Project) -> str:
    if document.source not in project.pages:
        return project.notebooks.get(document.source, "")
    return take_away.written(project.pages[document.source], project, document.address)


def _difference(expected: str, found: str) -> str:
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
            if not right or not wrong:
                what = "it is too much." if wrong else "it is missing."
            else:
                what = _first_difference(right, wrong)
            return f"cell {number} is not what was approved: {what}"
    return "it is not written as the guard writes it."


def _first_difference(right: dict, wrong: dict) -> str:
    texts = [json.dumps(cell, ensure_ascii=False, sort_keys=True) for cell in (wrong, right)]
    at = next(at for at, (a, b) in enumerate(zip_longest(*texts)) if a != b)
    there, here = (text[max(at - 20, 0) : at + 40] for text in texts)
    return f"{there!r} stands where {here!r} must."
