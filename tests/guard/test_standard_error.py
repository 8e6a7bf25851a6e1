"""A program that is meant to warn or fail has an approved file of what it writes there."""

import pytest

from tests.guard.small_site import FENCE, PAGE

WARNS = "import warnings\n\nwarnings.warn('too ripe')\nprint('sold')\n"
WARNING = "snippets/ripe.py:3: UserWarning: too ripe\n  warnings.warn('too ripe')\n"
FAILS = "count = 3\nprint(count)\nshare = count / 0\n"
ERROR = "ZeroDivisionError: division by zero\n"
APPROVED = "snippets/ripe.err"
STOPS = {
    "a warning without that file": (WARNS, "sold\n", None, ["snippets/ripe.py raises an error.", "UserWarning"]),
    "an error without that file": (FAILS, "3\n", None, ["snippets/ripe.py raises an error.", "ZeroDivisionError"]),
    "another warning than approved": (WARNS, "sold\n", WARNING.replace("ripe\n", "green\n"), ["something else than was approved.", "+snippets/ripe.py:3: UserWarning: too ripe"]),
    "neither any more": ("print('sold')\n", "sold\n", WARNING, ["is meant to warn or fail, and does neither. Delete ripe.err."]),
    "an empty file": (WARNS, "sold\n", "", ["nothing is approved yet of what snippets/ripe.py writes to standard error", "make accept"]),
    "leaving early": ("import sys\n\nprint('sold')\nsys.exit(1)\n", "sold\n", WARNING, ["calls sys.exit(1)"]),
}  # fmt: skip


@pytest.fixture
def site_with(site):
    """A site that shows one program more, with what is approved of it."""

    def show(program, printed="", standard_error=None):
        site.write("snippets/ripe.py", program)
        if printed:
            site.write("snippets/ripe.out", printed)
        if standard_error is not None:
            site.write(APPROVED, standard_error)
        site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "ripe.py"))
        return site

    return show


def test_a_warning_and_an_error_are_approved_and_shown_behind_what_was_printed(site_with):
    site = site_with(WARNS, standard_error="")
    site.write("snippets/over.py", FAILS)
    site.write("snippets/over.err", "")
    site.write("docs/index.md", site.read("docs/index.md") + "\n" + FENCE.replace("mean", "over"))
    assert "+  warnings.warn('too ripe')" in site.accept()
    assert site.read(APPROVED) == WARNING
    assert site.read("snippets/over.out") == "3\n"
    trace = site.read("snippets/over.err")
    assert trace.startswith("Traceback (most recent call last):\n") and trace.endswith(ERROR)
    assert 'File "snippets/over.py", line 3, in <module>' in trace
    site.make_build()
    page = site.read("site/index.html")
    assert page.index("sold\n") < page.index("Standard error") < page.index("UserWarning: too ripe")
    assert ERROR in page


@pytest.mark.parametrize("program, printed, error, expected", STOPS.values(), ids=STOPS)
def test_what_was_not_approved_is_refused(site_with, program, printed, error, expected):
    (said,) = site_with(program, printed, error).refusals()
    assert all(words in said for words in expected), said


def test_accept_makes_no_such_file_by_itself(site_with):
    site = site_with(WARNS)
    assert "raises an error." in site.accept(code=1)
    assert not (site.folder / APPROVED).exists()
