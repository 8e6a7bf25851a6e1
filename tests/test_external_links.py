"""Links to outside are asked: here of a server on this machine, which stands for the outside."""

import http.server
import subprocess
import sys
import threading

import pytest

from tests.conftest import PROJECT

ANSWERS = {"/": 200, "/moved": 301, "/refuses": 403}


class Outside(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(ANSWERS.get(self.path, 404))
        self.send_header("Location", "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *arguments):
        """Say nothing: the tests tell what is wrong."""


@pytest.fixture(scope="module")
def outside():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Outside)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(tmp_path):
    """Return a function that writes a site of two pages whose links it is given."""

    def write(*addresses):
        links = "".join(f'<a href="{address}">a link</a>' for address in addresses)
        (tmp_path / "lab").mkdir()
        (tmp_path / "index.html").write_text(f'<!doctype html><a href="lab/">a lab</a>{links}')
        (tmp_path / "lab" / "index.html").write_text(f"<!doctype html>{links}")
        return tmp_path

    return write


def ask(site):
    return subprocess.run(
        [sys.executable, "-m", "tests.external_links", str(site)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_an_address_that_is_gone_is_told_with_its_pages(site, outside):
    done = ask(site(f"{outside}/gone", f"{outside}/"))
    assert done.returncode == 1
    assert done.stdout == (
        f"{outside}/gone answers 404 (on ., lab/)\nAddresses outside of the site: 2. Broken: 1.\n"
    )


def test_a_host_that_does_not_answer_is_told(site):
    done = ask(site("http://127.0.0.1:1/"))
    assert done.returncode == 1 and "http://127.0.0.1:1/ does not answer" in done.stdout


def test_what_moved_or_refuses_programs_is_not_broken(site, outside):
    done = ask(site(f"{outside}/", f"{outside}/moved", f"{outside}/refuses", "mailto:a@b.example"))
    assert done.returncode == 0, done.stdout
    assert "Addresses outside of the site: 3. Broken: 0." in done.stdout


def test_links_within_the_site_are_left_to_the_build(site):
    done = ask(site("nowhere.html"))
    assert done.returncode == 0 and done.stdout == "Addresses outside of the site: 0. Broken: 0.\n"


def test_a_folder_without_a_site_is_told_in_one_line(tmp_path):
    done = ask(tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "holds no site. Build it first: make build" in done.stderr
