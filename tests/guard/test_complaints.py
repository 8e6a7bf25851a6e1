"""A program that is meant to warn or fail has an approved file of what it then says."""

import pytest

from tests.guard.small_site import FENCE, PAGE

WARNS = "import warnings\n\nwarnings.warn('too ripe')\nprint('sold')\n"
WARNING = "snippets/ripe.py:3: UserWarning: too ripe\n  warnings.warn('too ripe')\n"
FAILS = "count = 3\nprint(count)\nshare = count / 0\n"
ERROR = "ZeroDivisionError: division by zero\n"
COMPLAINT = "snippets/ripe.err"


@pytest.fixture
def site_with(site):
    """A site that shows one program more, with what is approved of it."""

    def show(program, printed="", complained=None):
        site.write("snippets/ripe.py", program)
        if printed:
            site.write("snippets/ripe.out", printed)
        if complained is not None:
            site.write(COMPLAINT, complained)
        site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "ripe.py"))
        return site

    return show


def told(built):
    assert built.returncode == 1
    return built.stdout + built.stderr


def test_a_warning_is_approved_and_shown(site_with):
    site = site_with(WARNS, complained="")
    accepted = site.run("drift", "accept")
    assert accepted.returncode == 0 and "+  warnings.warn('too ripe')" in accepted.stdout
    assert site.read(COMPLAINT) == WARNING
    assert site.make_build().returncode == 0
    page = site.read("site/index.html")
    assert page.index("sold\n") < page.index("Standard error") < page.index("UserWarning: too ripe")


def test_an_error_is_approved_and_shown_with_what_was_printed_before(site_with):
    site = site_with(FAILS, complained="")
    assert site.run("drift", "accept").returncode == 0
    assert site.read(COMPLAINT).startswith("Traceback (most recent call last):\n")
    assert 'File "snippets/ripe.py", line 3, in <module>' in site.read(COMPLAINT)
    assert site.read(COMPLAINT).endswith(ERROR)
    assert site.read("snippets/ripe.out") == "3\n"
    assert site.make_build().returncode == 0
    assert ERROR in site.read("site/index.html")


@pytest.mark.parametrize("program, problem", [(WARNS, "UserWarning"), (FAILS, "ZeroDivisionError")])
def test_without_that_file_a_warning_and_an_error_stop_the_build(site_with, program, problem):
    said = told(site_with(program, printed="3\n").make_build())
    assert "snippets/ripe.py raises an error." in said and problem in said


def test_accept_makes_no_such_file_by_itself(site_with):
    site = site_with(WARNS)
    assert "raises an error." in told(site.run("drift", "accept"))
    assert not (site.folder / COMPLAINT).exists()


def test_another_complaint_than_was_approved_stops_the_build(site_with):
    said = told(site_with(WARNS, "sold\n", WARNING.replace("ripe\n", "green\n")).make_build())
    assert "snippets/ripe.py complains of something else than was approved." in said
    assert "+snippets/ripe.py:3: UserWarning: too ripe" in said


def test_a_program_that_no_longer_complains_stops_the_build(site_with):
    said = told(site_with("print('sold')\n", "sold\n", WARNING).make_build())
    assert "is meant to warn or fail, and does neither. Delete ripe.err." in said


def test_an_empty_file_is_no_approval(site_with):
    said = told(site_with(WARNS, "sold\n", "").make_build())
    assert "ripe.err: it is empty. Renew it: make accept" in said


def test_a_complaint_in_the_finished_page_that_was_not_approved_is_found(site_with):
    site = site_with(WARNS, "sold\n", WARNING)
    assert site.build("--strict", "--site-dir", ".build/site").returncode == 0
    page = site.read(".build/site/index.html")
    site.write(".build/site/index.html", page.replace("UserWarning", "UserError"))
    said = told(site.run("drift", "check", ".build/site"))
    assert "below this program stands what it did not give" in said
    assert "a block that nothing approved gives: snippets/ripe.py:3: UserError" in said


def test_leaving_early_is_no_complaint(site_with):
    program = "import sys\n\nprint('sold')\nsys.exit(1)\n"
    assert "calls sys.exit(1)" in told(site_with(program, "sold\n", WARNING).make_build())
