"""`make serve`: drift shows in the browser, mending it recovers, and only what changed runs again."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from drift.build import Workshop
from tests.guard.small_site import MEAN, PAGE, PROJECT, Site


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(tmp_path):
    """A small site under `mkdocs serve`; returns it with a function that reads its page."""
    site = Site(tmp_path)
    site.write("policy.toml", (PROJECT / "config" / "policy.toml").read_text("utf-8"))
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=tmp_path,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def page():
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return answer.read().decode()

    yield site, page
    server.terminate()
    server.wait(10)


def until(page, holds, seconds=30):
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


def test_drift_shows_in_the_browser_and_mending_it_recovers(served):
    site, page = served
    until(page, lambda text: ">6.67</data>" in text)

    site.write("snippets/mean.py", MEAN.replace("10, 5, 5", "10, 5, 6"))
    drifted = until(page, lambda text: "drift-problem" in text)
    assert "snippets/mean.py prints something else than was approved" in drifted
    assert "+mean error 7.00" in drifted
    assert ">7.00</data>" not in drifted
    assert '<h1 id="apples">' in drifted

    site.write("snippets/mean.py", MEAN)
    until(page, lambda text: ">6.67</data>" in text and "drift-problem" not in text)


def test_a_served_page_states_no_policy_which_would_forbid_live_reload(served):
    _, page = served
    text = until(page, lambda text: ">6.67</data>" in text)
    assert "\nlivereload(" in text
    assert "Content-Security-Policy" not in text


def test_a_malformed_page_and_a_loose_end_show_in_the_browser_too(served):
    site, page = served
    until(page, lambda text: ">6.67</data>" in text)
    site.write("docs/index.md", PAGE + "\n```py\n1\n```\n\n`#!value mean.meen`\n")
    drifted = until(page, lambda text: "drift-problem" in text)
    assert "docs/index.md, line 9: this is not a fence of this site" in drifted
    assert "names a number &#x27;meen&#x27;" in drifted or "names a number 'meen'" in drifted
    site.write("docs/index.md", PAGE)
    until(page, lambda text: "drift-problem" not in text)
    site.write("snippets/new.py", "print(1)\n")
    until(page, lambda text: "snippets/new.py: no page shows it" in text)


def test_the_ledger_shows_what_is_not_approved_yet_as_such(served):
    site, page = served
    site.write("docs/index.md", f"{PAGE}\n## All\n\n```ledger\n```\n")
    until(page, lambda text: "<summary>Approved output</summary>" in text)
    (site.folder / "snippets/mean.out").unlink()
    (site.folder / "snippets/mean.values").unlink()
    site.write("snippets/new.py", "print(1)\n")
    waiting = until(page, lambda text: "Nothing is approved yet: make accept" in text)
    assert "<dt>mean</dt><dd>not approved yet</dd>" in waiting
    assert "<h3>No page shows</h3>" in waiting and "<span></span>new.py</h4>" in waiting


def test_only_the_snippet_that_changed_runs_again(tmp_path):
    site = Site(tmp_path)
    for name in ("one", "two"):
        site.write(f"snippets/{name}.py", f"import time\nprint('{name}', time.time_ns())\n")

    def printed(work):
        return {
            name: work.sound(work.snippet(name)).printed for name in ("one.py", "two.py", "mean.py")
        }

    first = Workshop(tmp_path).start()
    before = printed(first)
    site.write("snippets/one.py", site.read("snippets/one.py") + "# again\n")
    after = printed(Workshop(tmp_path).start(first.runs))
    first.runs.close()
    assert [name for name in before if before[name] != after[name]] == ["one.py"]
