"""Tests that most pages have: what the page shows, and what its programs give."""

import pytest
from pytest import approx


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
