"""The guard knows a site generator in three named modules, and nowhere else."""

import ast
from pathlib import Path

import drift

GENERATORS = {"mkdocs", "material", "zensical"}
EDGES = {"generator.py", "mkdocs_edge.py", "zensical_edge.py"}


def imported(file: Path) -> set[str]:
    """Return the packages that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_no_other_module_imports_a_generator():
    modules = sorted(Path(drift.__file__).parent.rglob("*.py"))
    assert {file.name for file in modules if imported(file) & GENERATORS} == EDGES
