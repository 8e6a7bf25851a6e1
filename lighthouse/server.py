"""Serves a built site as GitHub Pages does: below a sub-path, compressed, with its own 404 page."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".py", ".csv", ".ipynb"}


class PagesHandler(http.server.SimpleHTTPRequestHandler):
    """Answers requests for one site's files."""

    protocol_version = "HTTP/1.1"  # one connection serves many files, as it does there

    def __init__(self, *arguments, site: Path, sub_path: str, **options):
        """Answer for the folder `site`, which lies below `/sub_path/`, or at `/` if that is ""."""
        self.site = site
        self.prefix = f"/{sub_path}/" if sub_path else "/"
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer with a file of the site, or with its 404 page."""
        path = unquote(urlsplit(self.path).path)
        known = path.startswith(self.prefix)
        file = (self.site / path.removeprefix(self.prefix)).resolve()
        if path.endswith("/"):
            file = file / "index.html"
        if known and file.is_relative_to(self.site.resolve()) and file.is_file():
            self.answer(HTTPStatus.OK, file)
        else:
            self.answer(HTTPStatus.NOT_FOUND, self.site / "404.html")

    def answer(self, status: HTTPStatus, file: Path) -> None:
        """Send a file, compressed where its kind gains by it."""
        body = file.read_bytes()
        self.send_response(status)
        kind = self.guess_type(str(file))
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments) -> None:
        """Say nothing: what is wrong, Lighthouse tells."""


@contextmanager
def serving(site: Path, sub_path: str) -> Iterator[str]:
    """Serve the folder `site` on this machine while the block runs; yield its address."""
    handler = functools.partial(PagesHandler, site=site, sub_path=sub_path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/" + (f"{sub_path}/" if sub_path else "")
    finally:
        server.shutdown()
        server.server_close()
