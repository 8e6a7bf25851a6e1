"""Every command of the Makefile that is ours begins: what it imports is there."""

import os
import re
import subprocess
import sys

import pytest

from tests.conftest import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")
MODULES = sorted(
    module
    for module in set(re.findall(r"\$\(RUN\) -m ([\w.]+)", MAKEFILE))
    if (PROJECT / module.replace(".", "/")).exists()
    or (PROJECT / f"{module.replace('.', '/')}.py").exists()
)
FILES = sorted(set(re.findall(r"\$\(RUN\) ([\w/]+)\.py", MAKEFILE)))


def test_the_commands_are_found():
    assert {"drift", "tools.mutants", "bench", "press", "lighthouse"} <= set(MODULES)
    assert {"chromium", "offline", "tests/npm"} <= set(FILES)


@pytest.mark.parametrize("command", [*MODULES, *FILES])
def test_a_command_imports_what_is_there(command):
    name = command.replace("/", ".")
    is_package = (PROJECT / name.replace(".", "/")).is_dir()
    done = subprocess.run(
        [sys.executable, "-c", f"import {name}.__main__" if is_package else f"import {name}"],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
