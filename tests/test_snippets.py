"""The snippets are the doc-tests: each runs as a plain process, and gives what was approved."""

import multiprocessing

import pytest

from drift.project import project
from drift.project.snippet import DRAWN, PRINTED, STANDARD_ERROR
from tests import plain_run
from tests.conftest import PROJECT

SNIPPETS = project.read(PROJECT).snippets
SURROUNDINGS = {
    "PYTHONHASHSEED": "2",  # the guard has others
    "TZ": "Asia/Kathmandu",
    "MPLBACKEND": "module://drift.run.drawing",
    "MPLCONFIGDIR": str(PROJECT / ".cache" / "matplotlib"),
    "MATPLOTLIBRC": str(PROJECT / "docs" / "assets" / "figure.mplstyle"),
}


@pytest.fixture(scope="session")
def process():
    """Start a function in a process of its own, which has the large libraries loaded already."""
    with pytest.MonkeyPatch.context() as surroundings:
        for name, value in SURROUNDINGS.items():
            surroundings.setenv(name, value)
        can_fork = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if can_fork else "spawn")
        context.set_forkserver_preload(["matplotlib.pyplot", "scipy.stats", "sklearn.linear_model"])
        yield context.Process


def given(process, snippet, folder, older_repr=False):
    """Return what a snippet prints, draws and writes to standard error, and how it ends."""
    work = folder / "work"
    work.mkdir()
    for name, content in snippet.files:  # what it reads lies there, and nothing else
        (work / name).write_bytes(content)
    command = snippet.command.split()[1:]
    words = command if snippet.is_session else [snippet.root / snippet.name]
    running = process(target=plain_run.run, args=(words, work, snippet.expects_error, older_repr))
    running.start()
    running.join()
    texts = [folder / name for name in ("printed", "drawing", "errors")]
    return *(text.read_text("utf-8") if text.exists() else "" for text in texts), running.exitcode


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_gives_what_was_approved(name, process, tmp_path):
    snippet = SNIPPETS[name]
    printed, drawn, errors, code = given(process, snippet, tmp_path)
    approved = snippet.approved.get(STANDARD_ERROR, "").splitlines()
    # Of a traceback the frames around a program differ, and its own lines stand in each.
    errors = errors.replace(f"{PROJECT.as_posix()}/", "")
    assert [line for line in approved if line.strip(" ^~") not in errors] == []
    assert bool(errors) == bool(approved) and code == ("Traceback" in errors)
    assert printed == snippet.approved.get(PRINTED, "")
    assert drawn == ("" if snippet.is_session else snippet.approved.get(DRAWN, ""))


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", SNIPPETS)
def test_what_a_snippet_prints_is_touched_by_no_change_of_repr(name, process, tmp_path):
    printed, _, _, _ = given(process, SNIPPETS[name], tmp_path, older_repr=True)
    assert printed == SNIPPETS[name].approved.get(PRINTED, "")
