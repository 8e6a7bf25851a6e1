"""`make serve`: drift shows in the browser, mending it recovers, and only what changed is made again."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from drift.build import Build
from drift.project import project
from tests.guard.small_site import ENVIRONMENT, MEAN, PAGE, PROJECT, Site


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A small site under `mkdocs serve`; returns it with a function that reads its page."""
    site = Site(tmp_path_factory.mktemp("served"))
    site.write("policy.toml", (PROJECT / "config" / "policy.toml").read_text("utf-8"))
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=site.folder,
        env=os.environ | ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def page():
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return answer.read().decode()

    yield site, page
    server.terminate()
    server.wait(10)


def until(page, holds, seconds=120):
    """Read the page until it holds what is expected; return it."""
    deadline = time.monotonic() + seconds
    text = ""
    while time.monotonic() < deadline:
        try:
            text = page()
        except OSError:
            text = ""
        if text and holds(text):
            return text
        time.sleep(0.1)
    raise AssertionError(f"the page never came to it; it says: {text[:2000]}")


def sound(text):
    return ">6.67</data>" in text and "drift-problem" not in text


def test_a_served_page_states_no_policy_which_would_forbid_live_reload(served):
    text = until(served[1], sound)
    assert "\nlivereload(" in text
    assert "Content-Security-Policy" not in text


def test_drift_shows_in_the_browser_and_mending_it_recovers(served):
    site, page = served
    until(page, sound)
    site.write("snippets/mean.py", MEAN.replace("10, 5, 5", "10, 5, 6"))
    drifted = until(page, lambda text: "drift-problem" in text)
    assert "snippets/mean.py prints something else than was approved" in drifted
    assert "+mean error 7.00" in drifted
    assert ">7.00</data>" not in drifted
    assert '<h1 id="apples">' in drifted
    site.write("snippets/mean.py", MEAN)
    until(page, sound)


def test_a_malformed_page_and_a_program_on_no_page_show_in_the_browser_too(served):
    site, page = served
    until(page, sound)
    site.write("docs/index.md", PAGE + "\n```py\n1\n```\n\n`#!value mean.meen`\n")
    drifted = until(page, lambda text: "drift-problem" in text)
    assert "docs/index.md, line 9: this is not a fence of this site" in drifted
    assert "names a number &#x27;meen&#x27;" in drifted or "names a number 'meen'" in drifted
    site.write("docs/index.md", PAGE)
    until(page, sound)
    site.write("snippets/new.py", "print(1)\n")
    until(page, lambda text: "snippets/new.py: no page shows it" in text)


def test_only_the_snippet_that_changed_runs_again(tmp_path):
    site = Site(tmp_path)
    for name in ("one", "two"):
        site.write(f"snippets/{name}.py", f"import time\nprint('{name}', time.time_ns())\n")

    def printed(build):
        snippets = build.project.snippets
        return {name: build.outcome(snippets[name]).printed for name in snippets}

    first = Build(project.read(tmp_path))
    before = printed(first)
    site.write("snippets/one.py", site.read("snippets/one.py") + "# again\n")
    after = printed(Build(project.read(tmp_path, first.project), first))
    first.runs.close()
    assert [name for name in before if before[name] != after[name]] == ["one.py"]
