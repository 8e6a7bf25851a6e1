"""Notebooks: run from the first cell to the last, and compared with the outputs they store."""

from pathlib import Path

from drift.project.snippet import Snippet
from drift.run import approval, execute_notebook

FILE = "notebook.ipynb"


def session(docs: Path, name: str, text: str) -> Snippet:
    """Return the terminal session that prints a notebook of `docs`; it runs as any other."""
    program = Path(execute_notebook.__file__)
    files = ((FILE, text.encode()), (program.name, program.read_bytes()))
    return Snippet(docs, name, f"$ python {program.name} {FILE}", files)


def compare(stored: str, executed: str, name: str) -> None:
    """Raise ValueError, which names the first cell of a notebook that gives what is not stored."""
    import nbformat  # takes as long as a small build, and most commands need none

    both = [nbformat.reads(text, as_version=4) for text in (stored, executed)]
    cells = zip(*(each.cells for each in both), strict=True)
    for number, (before, now) in enumerate(cells, start=1):
        if any(map(execute_notebook.is_unstorable, before.get("outputs", []))):
            raise ValueError(f"cell {number} stores HTML or a picture. Let it print text.")
        if diff := approval.difference(output_of(before), output_of(now), name):
            words = f"cell {number} gives something else than was approved.\n{diff}\n"
            raise ValueError(words + approval.HOW_TO_ACCEPT)
    if more := approval.difference(*map(nbformat.writes, both), name):
        raise ValueError(f"holds what no reader sees.\n{more}\n{approval.HOW_TO_ACCEPT}")


def output_of(cell: dict) -> str:
    """Return all the text that a cell gave."""
    outputs = cell.get("outputs", [])
    texts = [each.get("text") or each.get("data", {}).get("text/plain", "") for each in outputs]
    return "".join("".join(text) for text in texts)
