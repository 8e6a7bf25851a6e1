"""The real site, built once for all workers, under a sub-path as project pages are served."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path, PurePath

import pytest
from bs4 import BeautifulSoup
from filelock import FileLock

from tests.navigation import ADDRESSES, PROJECT

# No file beside a test, or where it runs, stands in for a module; nor for what a test starts.
os.environ["PYTHONSAFEPATH"] = "1"
# They run shell scripts of the workflows, as GitHub does on Linux.
collect_ignore = ["test_workflows.py"] if os.name == "nt" else []

SUB_PATH = "apples"
ADDRESS = f"https://pages.example/{SUB_PATH}/"
REPOSITORY = "https://forge.example/somebody/apples"

# A checkout has one build at a time: a second worker waits here, and would be refused there.
TURN = FileLock(PROJECT / ".cache" / "drift" / "tests.lock")

# Which tests a worker takes first: one of them builds the published site, for which all others but
# the guard's would have to wait; and what takes long is not left for the end.
ORDER = ["read", "artifact", "guard", "zensical", "press", "served", "offline"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Put the tests into that order, by their groups, and the guard's by their folder.

    Then come those that visit a page, page by page, and as they stand: first what none has moved yet.
    """

    def place(item):
        groups = [mark.args[0] for mark in item.iter_markers("xdist_group")]
        known = [name for name in (*groups, *item.path.parent.parts[-1:]) if name in ORDER]
        page = getattr(item, "callspec", None) and item.callspec.params.get("visited")
        visit = (-1,) if page is None else (ADDRESSES.index(page), *item.location[:2])
        return ORDER.index(known[0]) if known else len(ORDER), *visit

    items.sort(key=place)


def run(*command, folder=PROJECT, **environment: str) -> subprocess.CompletedProcess:
    """Run a command in a folder; return what `subprocess.run` returns."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    options = {"capture_output": True, "encoding": "utf-8", "timeout": 1200}
    return subprocess.run([*map(str, command)], cwd=folder, env=environment, **options)


python = functools.partial(run, sys.executable)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory, worker_id):
    """Build a site that no test changes; the first worker that asks for it builds it for all."""
    folder = tmp_path_factory.getbasetemp()
    common = folder if worker_id == "master" else folder.parent

    def built_once(name: str, **environment: str) -> Path:
        site = common / name / SUB_PATH
        with FileLock(common / f"{name}.lock"):
            if not site.exists():
                whole = common / f"{name}-unfinished" / SUB_PATH
                with TURN:
                    built = python("-m", "mkdocs", "build", "-s", "-d", whole, **environment)
                assert built.returncode == 0, built.stderr
                site.parent.mkdir()
                whole.rename(site)
        return site

    return built_once


@pytest.fixture(scope="session")
def published_site(built_once) -> Path:
    """The site as it is published: its own address and its repository's are known."""
    return built_once("published", SITE_URL=ADDRESS, REPO_URL=REPOSITORY)


@pytest.fixture(scope="session")
def offline_site(built_once, published_site) -> Path:  # which ran the programs already
    """The site as files, without an address."""
    return built_once("offline", OFFLINE="true", LEFT_OUT="", SITE_URL="", REPO_URL="")


def parsed(site: Path, address: str | PurePath) -> BeautifulSoup:
    """Parse the page of a site at an address, by another parser than the guard's own."""
    file = site / address if address == "404.html" else site / address / "index.html"
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


@pytest.fixture(scope="session")
def soup(published_site) -> dict[str, BeautifulSoup]:
    """The published pages by their address, parsed.

    That takes long: what reads them is of the group "read", so that one worker does it once.
    """
    return {address: parsed(published_site, address) for address in ADDRESSES}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Say nothing: the tests tell what is wrong."""

    def send_error(self, code, *arguments):
        """Answer as hosts of static sites do: with the page of the site for what is not there."""
        page = Path(self.directory, SUB_PATH, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="session")
def address(published_site):
    """The address at which the published site is served, with its sub-path."""
    handler = functools.partial(QuietHandler, directory=str(published_site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
    server.shutdown()
    server.server_close()
