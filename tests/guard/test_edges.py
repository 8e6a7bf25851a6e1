"""The guard knows a site generator in few named modules, and nowhere else."""

import ast
from pathlib import Path

import markdown_exec

import drift
from drift.page import fences

DRIFT = Path(drift.__file__).parent
GENERATORS = {"mkdocs", "material", "zensical"}
EDGES = {"fault.py", "generators/mkdocs.py", "generators/zensical.py"}


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
    modules = {file.relative_to(DRIFT).as_posix(): imported(file) for file in DRIFT.rglob("*.py")}
    assert {name for name, names in modules.items() if names & GENERATORS} == EDGES


def test_one_function_of_a_page_finds_the_build_of_the_process():
    sources = {file: file.read_text("utf-8") for file in DRIFT.joinpath("page").rglob("*.py")}
    found = {file.name: text.count("Build.present") for file, text in sources.items()}
    assert {name: count for name, count in found.items() if count} == {"rendering.py": 1}


def test_markdown_exec_runs_the_fences_of_our_languages_and_no_other():
    configuration = DRIFT.parent.joinpath("mkdocs.yml").read_text("utf-8")
    for name in ("validator", "formatter"):
        assert f"!!python/name:markdown_exec.{name}\n" in configuration
    fences.take_over()
    ours = {"python", "console", "math", "ledger"}
    assert ours == {*markdown_exec.formatters} == {*markdown_exec.MARKDOWN_EXEC_AUTO}
