"""The snippets are the doc-tests: each runs as a real process, and prints and draws as approved."""

import multiprocessing
import os
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from drift.project import approval
from drift.project.snippet import COMPLAINED, DRAWN, PRINTED, PROMPT, Snippets

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


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_gives_what_was_approved(name, working_folder, tmp_path):
    snippet = SNIPPETS[name]
    drawing = tmp_path / "drawing.svg"
    ran = subprocess.run(
        command_of(snippet),
        cwd=working_folder(snippet),
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),  # Windows starts nothing without it
            "PYTHONHASHSEED": "2",  # the guard has others
            "PYTHONWARNINGS": "default" if snippet.expects_error else "error",
            "PYTHONUTF8": "1",
            "TZ": "Asia/Kathmandu",
            "MPLBACKEND": "module://drift.run.drawing",
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


def run_with_older_repr(words, folder, output):
    """Run a program where NumPy shows numbers as below version 2: 6.67, not np.float64(6.67)."""
    import numpy

    numpy.set_printoptions(legacy="1.25")
    os.chdir(folder)
    sys.argv = words
    with open(output, "w", encoding="utf-8", newline="\n") as file, redirect_stdout(file):
        runpy.run_path(words[0], run_name="__main__")


@pytest.fixture(scope="session")
def process():
    """Start a function in a process of its own, which has the large libraries loaded already."""
    can_fork = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if can_fork else "spawn")
    context.set_forkserver_preload(["matplotlib.pyplot", "scipy.stats", "sklearn.linear_model"])
    return context.Process


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_prints_formatted_values_that_no_change_of_repr_touches(
    name, working_folder, process, tmp_path, monkeypatch
):
    snippet = SNIPPETS[name]
    monkeypatch.setenv("MPLBACKEND", "agg")
    words, output = [*map(str, command_of(snippet)[1:])], tmp_path / "printed"
    running = process(target=run_with_older_repr, args=(words, working_folder(snippet), output))
    running.start()
    running.join(60)
    assert running.exitcode == 0 or snippet.expects_error
    assert output.read_text("utf-8") == approval.approved(snippet, PRINTED)


def test_few_programs_are_meant_to_warn_or_fail_and_each_is_known():
    assert {name for name, snippet in SNIPPETS.items() if snippet.expects_error} == {
        "labs/five-wrong-lines/lengths_differ.py",
        "labs/five-wrong-lines/one_number_warns.py",
        "related/softmax-vs-probability/overflow.py",
    }


def test_there_are_snippets_to_test():
    assert len(SNIPPETS) > 20
