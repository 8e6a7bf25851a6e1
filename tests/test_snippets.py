"""The snippets are the doc-tests: each runs as a real process, and prints and draws as approved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drift import approval
from drift.snippet import COMPLAINED, DRAWN, PRINTED, PROMPT, Snippets

PROJECT = Path(__file__).resolve().parents[1]
SNIPPETS = Snippets(PROJECT / "snippets").by_name
STYLE = PROJECT / "docs" / "assets" / "figure.mplstyle"


@pytest.fixture
def working_folder(tmp_path):
    """The folder in which a reader runs a snippet: what it reads lies there, and nothing else."""

    def folder_of(snippet):
        for name, content in snippet.files:
            tmp_path.joinpath(name).write_bytes(content)
        return tmp_path

    return folder_of


def command_of(snippet):
    if snippet.is_session:
        return [sys.executable, *snippet.source.removeprefix(PROMPT + "python").split()]
    return [sys.executable, snippet.path]


@pytest.mark.parametrize("seed, zone", [("1", "UTC"), ("2", "Asia/Kathmandu")])
@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_gives_what_was_approved(name, seed, zone, working_folder, tmp_path):
    snippet = SNIPPETS[name]
    drawing = tmp_path / "drawing.svg"
    ran = subprocess.run(
        command_of(snippet),
        cwd=working_folder(snippet),
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),  # Windows starts nothing without it
            "PYTHONHASHSEED": seed,
            "PYTHONWARNINGS": "default" if snippet.may_complain else "error",
            "PYTHONUTF8": "1",
            "TZ": zone,
            "MPLBACKEND": "module://drift.drawing",
            "MPLCONFIGDIR": str(PROJECT / ".cache" / "matplotlib"),
            "MATPLOTLIBRC": str(STYLE),
            "DRIFT_DRAWING": str(drawing),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    complained = ran.stderr.replace(f"{PROJECT}{os.sep}", "").replace(os.sep, "/")
    assert complained == approval.approved(snippet, COMPLAINED)
    assert ran.returncode == ("Traceback" in complained)
    assert ran.stdout == approval.approved(snippet, PRINTED)
    drawn = drawing.read_text("utf-8") if drawing.exists() else ""
    assert drawn == approval.approved(snippet, DRAWN)


# Shows NumPy's numbers as its versions below 2 did: 6.67 where repr gives np.float64(6.67) since.
OLDER_REPR = """
import runpy, sys
import numpy

numpy.set_printoptions(legacy="1.25")
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_prints_formatted_values_that_no_change_of_repr_touches(name, working_folder):
    snippet = SNIPPETS[name]
    python, *words = command_of(snippet)
    ran = subprocess.run(
        [python, "-c", OLDER_REPR, *words],
        cwd=working_folder(snippet),
        env=os.environ | {"PYTHONUTF8": "1", "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert ran.returncode == 0 or snippet.may_complain, ran.stderr
    assert ran.stdout == approval.approved(snippet, PRINTED)


def test_there_are_snippets_to_test():
    assert len(SNIPPETS) > 20
