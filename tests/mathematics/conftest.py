"""What tests of the mathematics share: a page's programs, its text, and exact fits to compare with.

A module tells its page once, as PAGE_WITH, by a program or a table that no other page has; its
programs are then given by their names alone.
"""

import runpy
from fractions import Fraction
from itertools import combinations
from operator import mul
from pathlib import PurePosixPath

import pytest
from pytest import approx
from selectolax.lexbor import LexborHTMLParser

from tests.navigation import SNIPPETS, snippet_named


@pytest.fixture
def page(request):
    """The module's page: its programs lie in the folder that is named like it."""
    only_there = getattr(request.module, "PAGE_WITH", "")
    return snippet_named(only_there).parent if only_there else PurePosixPath()


@pytest.fixture(scope="session")
def ran():
    """The variables of each program that has run, by its path and its arguments."""
    return {}


@pytest.fixture
def numbers(page, ran, monkeypatch, request):
    """Return the variables of a program of the page, run once with these arguments, without drawing."""
    is_read = "capsys" in request.fixturenames  # what it prints is wanted, too

    def run(name, *arguments):
        import matplotlib.pyplot as plt

        program = SNIPPETS / snippet_named(page / f"{name}.py")
        if is_read or (program, arguments) not in ran:
            monkeypatch.setattr(plt, "show", lambda: plt.close("all"))
            monkeypatch.setattr("sys.argv", [program.name, *arguments])
            monkeypatch.chdir(program.parent)  # where its data lies
            ran[program, arguments] = runpy.run_path(str(program))
        return ran[program, arguments]

    monkeypatch.setenv("MPLBACKEND", "agg")
    return run


@pytest.fixture
def gives(numbers):
    """Assert what a program's variables equal, arrays as lists; return all its variables."""

    def check(program, /, **expected):
        found = numbers(program)
        given = {name: found[name] for name in expected}
        listed = {name: it.tolist() for name, it in given.items() if hasattr(it, "tolist")}
        assert given | listed == expected
        return found

    return check


@pytest.fixture(scope="session")
def text_of(published_site):
    """Return the text of a page of the built site, given as `folder/name`, in single spaces."""

    def read(page):
        html = (published_site / page / "index.html").read_text("utf-8")
        return " ".join(LexborHTMLParser(html).css_first("article").text().split())

    return read


@pytest.fixture
def shows(page, text_of):
    """Assert that the page shows each of some figures or phrases."""

    def check(*figures):
        text = text_of(page)
        assert [figure for figure in figures if figure not in text] == []

    return check


def page_shows(*figures):
    """Return a test that the page shows each of some figures or phrases, parted by " | "."""

    def test(shows):
        shows(*" | ".join(figures).split(" | "))

    return test


def programs_give(said):
    """Return a test of what programs' variables equal, given by program, by what this says."""
    rows = [(what, each, said[what][each]) for what in said for each in said[what]]
    names = [f"{what} ({each})" for what, each, _ in rows]

    @pytest.mark.parametrize("program, expected", [row[1:] for row in rows], ids=names)
    def test(gives, program, expected):
        gives(program, **expected)

    return test


def exactly(number):
    """Return what equals a number but for the rounding of the last digit of a float."""
    return approx(number, rel=1e-15)


def approved(name):
    """Return the text of the one file of a name: approved output, or data."""
    return (SNIPPETS / snippet_named(name)).read_text("utf-8")


def data(name):
    """Return the rows of the one table of a name, without its head, in fractions."""
    return [[Fraction(cell) for cell in line.split(",")] for line in approved(name).split()[1:]]


def dot(left, right):
    return sum(map(mul, left, right))


def solved(matrix, right):
    """Solve a square system in fractions, by elimination; None if it has not one solution."""
    rows = [[Fraction(number) for number in (*row, end)] for row, end in zip(matrix, right)]
    for at in range(len(rows)):
        pivot = next((row for row in rows[at:] if row[at]), None)
        if pivot is None:
            return None
        rows.remove(pivot)
        pivot = [number / pivot[at] for number in pivot]
        rows = [[a - row[at] * b for a, b in zip(row, pivot)] for row in rows]
        rows.insert(at, pivot)
    return tuple(row[-1] for row in rows)


def l2_fit(rows):
    """Return the exact L2 fit, from the normal equations: the start, and a weight per input.

    A row holds the inputs and, at the end, the output: a point is a row.
    """
    *inputs, output = zip(*((1, *row) for row in rows))
    normal = [[dot(a, b) for b in inputs] for a in inputs]
    return solved(normal, [dot(column, output) for column in inputs])


def residuals(fit, rows):
    return [row[-1] - dot(fit, (1, *row[:-1])) for row in rows]


def total_miss(fit, rows):
    return sum(map(abs, residuals(fit, rows)))


def l1_lines(points):
    """Return all best L1 lines through two of the points, in fractions, and their total miss."""
    pairs = [[a, b] for a, b in combinations(points, 2) if a[0] != b[0]]
    totals = {line: total_miss(line, points) for line in map(l2_fit, pairs)}
    least = min(totals.values())
    return {line for line, total in totals.items() if total == least}, least
