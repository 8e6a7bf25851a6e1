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
from tests.guard.small_site import CONFIGURATION, ENVIRONMENT, FENCE, MEAN, PAGE, PROJECT, Site


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


# Builds a site once and again after each change, in one process, as a server does.
SERVE = """
import os, sys, tempfile
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

def built(site):
    config = load_config("mkdocs.yml", site_dir=site)
    if first:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1/")

first = True
built(sys.argv[1])
first = False
Path(sys.argv[3]).write_text(Path(sys.argv[4]).read_text("utf-8"), "utf-8", newline="\\n")
built(sys.argv[2])
"""
CHANGES = {
    "a sentence": ("docs/index.md", f"{PAGE}\nMore. The mean.\n"),
    "a heading": ("docs/pears.md", "# Plums\n\n`#!value mean.mean:.1f`\n"),
    "a program": ("snippets/mean.py", MEAN.replace("10, 5, 5", "10, 5, 6")),
    "a line to which a value leads": ("docs/pears.md", "# Pears\n\n`#!value mean.total`\n"),
    "a definition": ("docs/glossary.md", "# Glossary\n\nThe mean { #mean }\n:   The middle.\n"),
    "the navigation": (
        "mkdocs.yml",
        CONFIGURATION.replace("[index.md]", "[pears.md, Home: index.md]").replace("[]", "[search]"),
    ),
}


@pytest.mark.parametrize("name, text", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_site_is_what_a_whole_build_gives(tmp_path, name, text):
    site = Site(tmp_path / "project")
    site.write("mkdocs.yml", CONFIGURATION.replace("plugins: []", "plugins: [search]"))
    site.write("docs/pears.md", f"# Pears\n\n`#!value mean.mean:.1f`\n\n{FENCE}")
    site.write("docs/glossary.md", "# Glossary\n\nThe mean { #mean }\n:   The sum by the count.\n")
    site.write("docs/ledger.md", "# Ledger\n\n## All\n\n```ledger\n```\n")
    site.write("snippets/mean.values", "mean:.1f = 6.7\nmean:.2f = 6.67\n")
    site.write("../changed", text)

    def files(folder, *sites_then_change):
        done = subprocess.run(
            [sys.executable, "-c", SERVE, *sites_then_change],
            cwd=site.folder,
            env=os.environ | ENVIRONMENT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }

    once, again = tmp_path / "once", tmp_path / "again"
    change = (str(site.folder / name), str(tmp_path / "changed"))
    changed = files(again, str(once), str(again), *change)
    whole = files(once, str(once), str(again), *change)  # the change is made before
    assert changed == whole


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
