"""The rooms of the guard: which may know which, and a generator; how long a rule is; no state."""

import ast
import inspect
from pathlib import Path

import markdown_exec
import pytest

import drift
from drift.check.site import PAGE_RULES, SITE_RULES
from drift.page import fences

ROOT = Path(drift.__file__).parent
ORDER = ["fault", "project", "run", "build", "page", "check", "generators", "accept", "__main__"]
FLOOR = {room: floor for floor, rooms in enumerate(ORDER) for room in rooms.split()}
MODULES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in ROOT.rglob("*.py")
    if path.relative_to(ROOT).parts[0].removesuffix(".py") in FLOOR
}
GENERATORS = {"mkdocs", "material", "zensical"}
LONGEST_RULE = 40
MUTATING = {"append", "extend", "add", "update", "setdefault", "pop", "clear", "remove", "insert"}


def imported(tree: ast.Module):
    """Yield the modules of this repository that one imports, each as its parts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".") for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = (node.module or "").split(".")
            yield from ([*module, name.name] for name in node.names)


@pytest.mark.parametrize("name", MODULES)
def test_a_room_knows_only_those_below_it(name):
    room = name.split("/")[0].removesuffix(".py")
    for parts in imported(MODULES[name]):
        assert parts[0] not in ("tools", "tests")
        if parts[0] == "drift" and len(parts) > 1 and parts[1] != room:
            assert FLOOR[parts[1]] < FLOOR[room], f"{name} imports {'.'.join(parts)}"


def test_no_module_but_the_edges_imports_a_generator():
    packages = {name: {parts[0] for parts in imported(tree)} for name, tree in MODULES.items()}
    importing = {name for name, found in packages.items() if found & GENERATORS}
    assert importing == {"generators/mkdocs.py", "generators/zensical.py", "fault.py"}


def test_one_function_of_a_page_finds_the_build_of_the_process():
    counts = {name: ast.unparse(tree).count("Build.present") for name, tree in MODULES.items()}
    found = {name: n for name, n in counts.items() if n and name.startswith("page/")}
    assert found == {"page/rendering.py": 1}


def test_markdown_exec_runs_the_fences_of_our_languages_and_no_other():
    configuration = ROOT.parent.joinpath("mkdocs.yml").read_text("utf-8")
    for name in ("validator", "formatter"):
        assert f"!!python/name:markdown_exec.{name}\n" in configuration
    fences.take_over()
    ours = {"python", "console", "math", "ledger"}
    assert ours == {*markdown_exec.formatters} == {*markdown_exec.MARKDOWN_EXEC_AUTO}


@pytest.mark.parametrize("name", MODULES)
def test_no_module_has_state(name):
    tree = MODULES[name]
    targets = [to for node in tree.body if isinstance(node, ast.Assign) for to in node.targets]
    bound = {target.id for target in targets if isinstance(target, ast.Name)}
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        own = {node.id for node in ast.walk(function) if isinstance(getattr(node, "ctx", 0), ast.Store)
               and isinstance(node, ast.Name)}  # fmt: skip
        for node in ast.walk(function):
            assert not isinstance(node, ast.Global)
            changed = None
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                changed = node.func.value if node.func.attr in MUTATING else None
            elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
                changed = node.value
            if isinstance(changed, ast.Name):
                assert changed.id in own or changed.id not in bound, f"{name}: {changed.id}"


@pytest.mark.parametrize("rule", [*PAGE_RULES, *SITE_RULES])
def test_a_rule_is_short(rule):
    assert len(inspect.getsource(rule).splitlines()) <= LONGEST_RULE
