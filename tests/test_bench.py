"""`make bench`: what it counts, that it compares like with like, and the file that it writes."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.conftest import python
from tests.navigation import SNIPPETS, snippet_named
from tools.bench import sites
from tools.bench.__main__ import BUILDS, CHECK

PROGRAMS = SNIPPETS / snippet_named("build_times.py").parent

BUSY = """\
import time
while time.process_time() < 0.5:
    pass
"""
LEAVES_BUSY_BEHIND = f"""\
import subprocess, sys
subprocess.Popen([sys.executable, "-c", {BUSY!r}], start_new_session=True)
"""


def cost(program):
    """The cost of a program, measured in a process that has no other child; or its traceback."""
    measuring = "import os, sys; from tools.bench.measure import cost_of;"
    measuring += "print(*cost_of([sys.executable, '-c', sys.argv[1]], '.', dict(os.environ)))"
    measured = python("-c", measuring, program)
    return measured.stderr or [float(seconds) for seconds in measured.stdout.split()]


def test_cpu_time_holds_a_process_that_was_left_behind():
    assert cost(LEAVES_BUSY_BEHIND)[1] >= 0.5
    assert "ended with 3" in cost("raise SystemExit(3)")  # which fails, and is no figure


def figures(**walls):
    """Figures of 100 and 300 pages (and smaller ones, all alike) with the given wall times."""
    alike = [1.0] * len(walls["pasted"])
    ways = dict.fromkeys(("guard warm", "guard cold", "markdown-exec", "check"), alike)
    ways |= {way.replace("_", " "): seconds for way, seconds in walls.items()}
    builds = {}
    for size in (1, 10, 100, 300):
        scale = max(size / 100, 1)
        costs = {way: [scale * second for second in seconds] for way, seconds in ways.items()}
        builds[str(size)] = {way: {"wall": costs[way], "cpu": ways[way]} for way in ways}
    return {"builds": builds}


def printed_by(snippet, record, folder):
    folder.joinpath("build_times.json").write_text(json.dumps(record), "utf-8")
    ran = python(PROGRAMS / snippet, folder=folder)
    assert ran.stderr == ""
    return ran.stdout


def test_a_ratio_is_the_median_of_the_ratios_within_each_repetition(tmp_path):
    # The machine was slow in one repetition and then in another; the ratio was 2 in most of them.
    record = figures(pasted=[1.0, 4.0, 2.0], guard_cold=[2.0, 8.0, 3.0])
    limits = printed_by("limits.py", record, tmp_path)
    for line in ("100 pages, cold            2.00", "300 pages, check           0.50"):
        assert line in limits
    table = printed_by("build_times.py", record, tmp_path)
    _, _, _, cold, _, check, *_ = table.split("pages: 100")[1].splitlines()
    assert cold.split() == ["guard", "cold", "3.00", "2.00", "8.00", "3.00", "2.00"]
    assert check.split() == ["check", "1.00"]
    # Growth is what a page adds beside what it adds where output is pasted.
    record = figures(pasted=[2.0, 2.0, 2.0], guard_warm=[3.0, 3.0, 2.0])
    assert "growth of a page, warm     1.50" in printed_by("limits.py", record, tmp_path)


def shown_on(page):
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    article = soup.find("article")
    for label in article.select(".snippet-label, .snippet-source, .page-actions"):
        label.decompose()
    return "".join(article.get_text().split())


def test_each_way_shows_the_same_words_programs_and_results(tmp_path):
    pages = {}
    for way, folder in sites.write(tmp_path, pages=1).items():
        built = python("-m", "mkdocs", "build", "--quiet", "--strict", folder=folder)
        assert built.returncode == 0, built.stderr
        pages[way] = shown_on(folder / "site" / sites.name_of(0) / "index.html")
    assert pages["guard"] == pages["pasted"] == pages["markdown-exec"]
    assert pages["guard"].count("importnumpy") == 3
    assert "111of384apples:28.9%Ofthesetrees,itsays0.29." in pages["guard"]


@pytest.mark.exhaustive
def test_a_measurement_records_each_run_of_each_way_for_the_snippets_to_read(tmp_path):
    file = tmp_path / "build_times.json"
    ran = python("-m", "tools.bench", "--pages", "1", "--runs", "1", "--to", file)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    figures = json.loads(file.read_text("utf-8"))
    assert {*figures["builds"]["1"]} == {*BUILDS, CHECK}
    for costs in figures["builds"]["1"].values():
        assert [len(runs) for runs in costs.values()] == [1, 1] and all(map(min, costs.values()))
    reloads = figures["reloads"].values()
    assert all(each["pages"] >= 1 and each["seconds"][0] > 0 for each in reloads)
    for snippet in ("build_times.py", "machine.py", "saving_to_reload.py"):
        assert python(PROGRAMS / snippet, folder=tmp_path).stderr == ""
