"""SECURITY.md names, for each threat, the tests that show its limit: they are there."""

import ast
import re

import pytest

from tests.conftest import PROJECT

TEXT = (PROJECT / "SECURITY.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| threat |"))
]


def defined_in(file):
    """Return the names of the tests that a file of tests defines."""
    tree = ast.parse((PROJECT / file).read_text("utf-8"))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return {node.name for node in found if node.name.startswith("test_")}


def missing(named):
    """Return which of the tests, named as `file::test`, are not there."""
    lost = []
    for name in named:
        file, _, test = name.partition("::")
        if not (PROJECT / file).is_file() or test not in defined_in(file):
            lost.append(name)
    return lost


def test_the_threats_that_were_asked_about_are_there():
    threats = " ".join(threat for threat, _, _ in ROWS)
    for word in ("runs code", "script", "writes", "network", "cache", "switches the guard off"):
        assert word in threats


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_threat_has_a_limit_and_tests_that_exist(row):
    _, limit, shown_by = row
    named = re.findall(r"`([^`]+)`", shown_by)
    assert limit and named
    assert shown_by == ", ".join(f"`{name}`" for name in named)
    assert missing(named) == []


def test_a_test_that_is_not_there_is_missed():
    planted = ["tests/test_security.py::test_of_nothing", "tests/nothing.py::test_of_nothing"]
    here = "tests/test_security.py::test_a_test_that_is_not_there_is_missed"
    assert missing([*planted, here]) == planted


def test_the_gate_is_required_by_its_name():
    workflow = (PROJECT / ".github/workflows/ci.yml").read_text("utf-8")
    (name,) = re.findall(r"the status\n\s+check `([^`]+)`", TEXT)
    assert f"    name: {name}\n" in workflow
