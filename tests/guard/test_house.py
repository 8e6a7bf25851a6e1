"""The rooms of the guard: which may know which, how long a rule is, and that no module has state."""

import ast
import inspect
from pathlib import Path

import pytest

import drift
from drift.check.site import PAGE_RULES, SITE_RULES

ROOT = Path(drift.__file__).parent
ORDER = ["fault", "project", "run", "build", "page", "check", "generators", "accept", "__main__"]
FLOOR = {room: floor for floor, rooms in enumerate(ORDER) for room in rooms.split()}
MODULES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in ROOT.rglob("*.py")
    if path.relative_to(ROOT).parts[0].removesuffix(".py") in FLOOR
}
LONGEST_RULE = 40


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


MUTATING = {"append", "extend", "add", "update", "setdefault", "pop", "clear", "remove", "insert"}


@pytest.mark.parametrize("name", MODULES)
def test_no_module_has_state(name):
    tree = MODULES[name]
    bound = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
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
