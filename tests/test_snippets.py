"""The snippets are the doc-tests: each runs as a real process, and prints and draws as approved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drift import approval
from drift.snippet import DRAWN, PRINTED, PROMPT, Snippets

PROJECT = Path(__file__).resolve().parents[1]
SNIPPETS = Snippets(PROJECT / "snippets").by_name
STYLE = PROJECT / "docs" / "assets" / "figure.mplstyle"


def command_of(snippet):
    if snippet.is_session:
        return [sys.executable, *snippet.source.removeprefix(PROMPT + "python").split()]
    return [sys.executable, snippet.path]


@pytest.mark.parametrize("seed, zone", [("1", "UTC"), ("2", "Asia/Kathmandu")])
@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_gives_what_was_approved(name, seed, zone, tmp_path):
    snippet = SNIPPETS[name]
    drawing = tmp_path / "drawing.svg"
    ran = subprocess.run(
        command_of(snippet),
        cwd=snippet.path.parent if snippet.is_session else tmp_path,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "PYTHONHASHSEED": seed,
            "PYTHONWARNINGS": "error",
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
    assert ran.stderr == ""
    assert ran.returncode == 0
    assert ran.stdout == approval.approved(snippet, PRINTED)
    drawn = drawing.read_text("utf-8") if drawing.exists() else ""
    assert drawn == approval.approved(snippet, DRAWN)


def test_there_are_snippets_to_test():
    assert len(SNIPPETS) > 20
