"""The time from saving a snippet to the reloaded page, under `mkdocs serve`.

It does what the browser of a contributor does: it asks MkDocs's server whether there is something
new, by the long poll of its live reload, and when the answer comes it fetches the page. The server
looks for changed files now and then, and then waits a moment for more of them; both are in the
time.
"""

import os
import random
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench import measure

PATIENCE = 600  # seconds: a busy machine is no fault
LIVE_RELOAD = re.compile(r"livereload\((?P<epoch>\d+), (?P<request>\d+)\)")
LOOKS_EVERY = 0.5  # seconds, at least


def times(folder: Path, snippet: str, runs: int, environment: dict[str, str]) -> list[float]:
    """Return the seconds from save to reloaded page, for each of `runs` edits of one snippet.

    Each edit lets the snippet print one line that is not approved, so that the reloaded page shows
    it as drift. The page is the one named like the snippet's folder. Raises SystemExit, with what
    the server printed, where that page does not come.
    """
    file = folder / "snippets" / snippet
    source = file.read_text("utf-8")
    draft = folder / "draft"  # outside of what is watched: a file is saved by renaming it
    found = []
    with _served(folder, environment) as address:
        page = f"{address}{Path(snippet).parent.as_posix()}/"
        html = _fetched(page)
        for number in range(runs):
            # A contributor saves at any moment between two looks of the server.
            time.sleep(1 + random.uniform(0, LOOKS_EVERY))
            line = f"saved again, number {number}"
            draft.write_text(f"{source}print({line!r})\n", "utf-8")
            began = time.perf_counter()
            os.replace(draft, file)
            html = _reloaded(address, page, html, f"+{line}")
            found.append(round(time.perf_counter() - began, 3))
    return found


def _reloaded(address: str, page: str, html: str, expected: str) -> str:
    """Return the page as it is once a reload shows what is expected."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        live = LIVE_RELOAD.search(html)
        answer = _fetched(f"{address}livereload/{live['epoch']}/{live['request']}")
        if int(answer) > int(live["epoch"]) and expected in (html := _fetched(page)):
            return html
    raise TimeoutError(f"{page} never showed {expected!r}")


@contextmanager
def _served(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """Serve a project; give the address of its home page."""
    measure.adopt_orphans()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    log = folder / "serve.log"
    # MkDocs leaves the site that it served among the temporary files when it is asked to end.
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    with open(log, "w") as printed:
        server = subprocess.Popen(
            [sys.executable, "-P", "-m", "mkdocs", "serve", "--dev-addr", host],
            cwd=folder,
            env=environment | {"TMPDIR": str(temporary)},
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while not _listens(host):
            if server.poll() is not None or time.monotonic() > deadline:
                raise TimeoutError(f"{host} does not answer")
            time.sleep(0.1)
        yield f"http://{host}/"
    except OSError as error:
        raise SystemExit(f"bench: {error}. mkdocs serve said:\n{log.read_text('utf-8')}") from error
    finally:
        server.terminate()
        server.wait()
        # Processes of the server must not be counted to the next build.
        measure.wait_for_orphans()


def _listens(host: str) -> bool:
    name, _, port = host.partition(":")
    with socket.socket() as client:
        return client.connect_ex((name, int(port))) == 0


def _fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode()
