"""`make serve`: drift shows in the browser, mending it recovers, and only what changed is made again."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from types import SimpleNamespace

import pytest

from drift.generators.serving import ServedCheck
from tests.guard.small_site import CONFIGURATION, ENVIRONMENT, MEAN, PAGE, Site

# Its server is started once, for one worker.
pytestmark = pytest.mark.xdist_group("served")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(site, port, output):
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    surroundings = os.environ | ENVIRONMENT | {"PYTHONUNBUFFERED": "1"}
    options = {"stdout": output, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    options |= {"cwd": site.folder, "start_new_session": True}
    return subprocess.Popen(command, env=surroundings, **options)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A small site under `mkdocs serve`; returns it with a function that reads its page."""
    site = Site(tmp_path_factory.mktemp("served"))
    port = free_port()
    server = serve(site, port, subprocess.DEVNULL)

    def page():
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return answer.read().decode()

    yield site, page
    server.terminate()
    server.wait()


def until(page, holds, seconds=600):
    """Read the page until it holds what is expected; return it."""
    deadline, text = time.monotonic() + seconds, ""
    while time.monotonic() < deadline:
        try:
            text = page()
        except OSError:
            text = ""
        if text and holds(text):
            return text
        time.sleep(0.1)
    body = text[text.find("<article") :]
    raise AssertionError(f"the page never came to it; it says: {body[:2000]}")


def sound(text):
    return ">6.67</data>" in text and "drift-problem" not in text


def test_a_served_page_states_no_policy_which_would_forbid_live_reload(served):
    text = until(served[1], sound)
    assert "\nlivereload(" in text
    assert "Content-Security-Policy" not in text


DRAWS = "import matplotlib.pyplot as plt\nplt.plot([1, {}])\nplt.title('Two')\nplt.show()\n"
AS_IT_WAS = '<h1 id="apples">'
TYPED = f"{PAGE}\n```py\n1\n```\n\n`#!value mean.meen`\n"
SHOWN = {
    "a program that gives something else": ({"snippets/mean.py": MEAN.replace("10, 5, 5", "10, 5, 6")}, ["snippets/mean.py prints something else than was approved", "+mean error 7.00", AS_IT_WAS], ">7.00</data>"),
    "a malformed page": ({"docs/index.md": TYPED}, ["docs/index.md, line 9: this is not a fence of this site", "names &#x27;meen&#x27;"], "guard itself"),
    "a program on no page": ({"snippets/new.py": "print(1)\n"}, ["snippets/new.py: no page shows it"], "guard itself"),
    "a typed numeral": ({"docs/index.md": f"{PAGE}\nIt is 6.68.\n"}, ["docs/index.md, line 9: the numeral &#x27;6.68&#x27; was typed"], "search_index.json"),
    "a page of the navigation that is gone": ({"docs/index.md": None}, ["mkdocs.yml, line 5: nav names index.md, which is no page of docs/.", AS_IT_WAS], "leads nowhere"),
    "a link to no page": ({"docs/index.md": f"{PAGE}\n[There](gone.md).\n"}, ["the link gone.md leads nowhere", "contains a link &#x27;gone.md&#x27;"], "guard itself"),
    "a value in a formula that has changed": ({"docs/index.md": f"{PAGE}\n```math\n\\value{{mean.mean:.1f}}\n```\n", "snippets/mean.values": "mean:.1f = 6.8\nmean:.2f = 6.67\n"}, ["docs/index.md, line 9: the value mean.mean:.1f is 6.7 now; approved was 6.8"], "can't be shown"),
    "one fault on two lines": ({"docs/index.md": f"{PAGE}\n`#!value mean.count`\n\n`#!value mean.count`\n"}, ["docs/index.md, line 9: no single top-level", "docs/index.md, line 11: no single top-level"], "search_index.json"),
    "a drawing that has changed": ({"snippets/mean.py": MEAN + DRAWS.format(2), "snippets/mean.svg": "<svg ><title>One</title></svg>\n"}, ["snippets/mean.py draws something else than was approved.", "<p>Approved:</p><figure", "<p>Now:</p><figure"], "@@"),
    "a page's include": ({"docs/index.md": PAGE.replace('"mean.py"', '"men.py"')}, ["docs/index.md, line 5: there is no snippet snippets/men.py", AS_IT_WAS], "the whole of one snippet"),
    "a page that is no text": ({"docs/more.md": "\udce4"}, ["docs/more.md, line 1: no text in UTF-8. Save it as UTF-8.", AS_IT_WAS], "guard itself"),
    "a notebook that is none": ({"docs/try.ipynb": "{"}, ["docs/try.ipynb, line 1: does not parse", AS_IT_WAS], "guard itself"),
    "a program that is no text": ({"snippets/mean.py": "# \udce4\n"}, ["snippets/mean.py, line 1: no text in UTF-8. Save it as UTF-8.", AS_IT_WAS], "guard itself"),
    "rules that do not parse": ({"snippets/givens.toml": "[names\n"}, ["snippets/givens.toml, line 1: does not parse", AS_IT_WAS], "guard itself"),
    "settings that do not parse": ({"pyproject.toml": "[tool.drift\n"}, ["pyproject.toml, line 1: does not parse", AS_IT_WAS], "guard itself"),
    "a configuration that does not parse": ({"mkdocs.yml": f"{CONFIGURATION}x: [\n"}, ["mkdocs.yml&quot;, line ", AS_IT_WAS], "guard itself"),
}  # fmt: skip


@pytest.mark.parametrize("files, expected, absent", SHOWN.values(), ids=SHOWN)
def test_what_stops_a_build_shows_and_mending_it_recovers(served, files, expected, absent):
    site, page = served
    before = {name: site.read(name) for name in files if (site.folder / name).exists()}
    until(page, sound)
    for name, text in files.items():
        path = site.folder / name
        path.unlink() if text is None else path.write_bytes(text.encode("utf-8", "surrogateescape"))
    shown = until(page, lambda text: all(words in text for words in expected))
    assert "drift-problem" in shown
    assert absent not in shown and "guard itself" not in shown
    for name in files.keys() - before.keys():
        (site.folder / name).unlink()
    site.write_all(before)
    until(page, sound)


def test_a_program_that_fails_is_one_fault_however_many_values_it_names(served):
    site, page = served
    until(page, sound)
    site.write("snippets/mean.py", MEAN.replace("len(errors)", "0"))
    again = "`#!value mean.mean:.2f`, `#!value mean.mean:.2f`"
    site.write("docs/index.md", f"{PAGE}\nAgain {again}.\n")
    failed = until(page, lambda text: "drift-problem" in text)
    # Above the page, and in its place.
    assert failed.count("ZeroDivisionError: division by zero") == 2
    site.write_all({"snippets/mean.py": MEAN, "docs/index.md": PAGE})
    until(page, sound)


def test_what_the_server_itself_warns_of_is_no_fault_of_the_site(tmp_path):
    build = SimpleNamespace(kept={}, project=SimpleNamespace(folder=tmp_path))
    ServedCheck(build, "site")
    for name in ("mkdocs.livereload", "mkdocs.structure.nav"):  # such as: "GET /gone/" code 404
        logging.getLogger(name).warning("gone")
    logging.getLogger("mkdocs").removeHandler(build.kept["warnings"])
    assert [each.name for each in build.kept["warnings"].buffer] == ["mkdocs.structure.nav"]


def test_a_port_that_is_taken_is_told_in_one_line_before_the_build(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        refused = serve(Site(tmp_path), other.getsockname()[1], subprocess.PIPE)
        said, _ = refused.communicate(timeout=600)
    last = said.splitlines()[-1]
    assert last.endswith("Address already in use. Take another: make serve PORT=8001"), said
    assert refused.returncode == 1 and "Traceback" not in said and "Cleaning" not in said


def test_ctrl_c_ends_the_first_build_in_silence(tmp_path):
    site = Site(tmp_path)
    site.write("snippets/mean.py", "import time\n\ntime.sleep(500)\n")
    server = serve(site, free_port(), subprocess.PIPE)
    said = [next(server.stdout), next(server.stdout)]
    assert said[0] == "drift: runs 1 programs, and from now on those alone that change.\n"
    os.killpg(server.pid, signal.SIGINT)
    rest, _ = server.communicate(timeout=600)
    assert rest in ("", "INFO    -  Cleaning site directory\n")
    assert server.returncode == 0
