"""What is marked to stay together is run by one worker, which makes once what it takes long to make.

A version of pytest under which pytest-xdist tears groups apart fails nothing, and costs minutes.
"""

import subprocess
import sys

from tests.conftest import PROJECT

TESTS = """\
import os
import pytest

@pytest.mark.xdist_group("apples")
@pytest.mark.parametrize("number", range(6))
def test_a_group(number):
    with open("workers", "a") as file:
        print(os.environ["PYTEST_XDIST_WORKER"], file=file)
"""


def test_a_group_is_run_by_one_worker(tmp_path):
    (tmp_path / "test_group.py").write_text(TESTS, "utf-8")
    settings = PROJECT / "pyproject.toml"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-n",
            "2",
            "-c",
            settings,
            "--rootdir",
            ".",
            "test_group.py",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    workers = (tmp_path / "workers").read_text("utf-8").split()
    assert len(workers) == 6 and len(set(workers)) == 1
