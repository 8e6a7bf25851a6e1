"""A command of a small site does the same in the warm Python as in one of its own."""

import copy

import pytest

PROGRAM = "import os, sys\n{}\nprint(os.getcwd(), sys.argv[1:], __name__)\n"
ENDS = {
    "at its last line": "",
    "with a code": "sys.exit(3)",
    "with a message": "sys.exit('no apples')",
    "at once": "print('a', flush=True); os._exit(4)",
    "with an error": "raise ValueError('no apples')",
    "with something left to do": "import atexit; atexit.register(print, 'the last word')",
    "asking": "input()",
    "killed": "os.kill(os.getpid(), 9)",
}


@pytest.fixture
def own(site):
    """The same site, whose commands each run in a process of their own."""
    own = copy.copy(site)
    own.python = None
    return own


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_a_command_ends_and_says_what_it_does_in_a_process_of_its_own(site, own, end):
    site.write("ends.py", PROGRAM.format(end))
    warm, cold = site.run("ends", "--now"), own.run("ends", "--now")
    assert (warm.returncode, warm.stdout) == (cold.returncode, cold.stdout)
    assert warm.stderr.splitlines()[-1:] == cold.stderr.splitlines()[-1:]


def test_a_build_gives_the_same_site(site, own):
    sites = []
    for each in (site, own):
        assert each.build("--strict").returncode == 0
        files = (site.folder / "site").rglob("*")
        sites.append({file: file.read_bytes() for file in files if file.suffix == ".html"})
    assert sites[0] and sites[0] == sites[1]


def test_what_a_command_changes_in_its_python_is_not_met_by_the_next(site):
    site.write(
        "changes.py",
        "import os, drift.check.site\nos.environ['PEARS'] = drift.check.site.PEARS = '1'\n",
    )
    site.write(
        "looks.py",
        "import os, drift.check.site\nprint(len(vars(drift.check.site).keys() & {'PEARS'} | os.environ.keys() & {'PEARS'}))\n",
    )
    assert site.run("changes").returncode == 0
    assert site.run("looks").stdout == "0\n"


def test_a_command_that_does_not_end_is_ended(python, site):
    site.write("waits.py", "import time\ntime.sleep(60)\n")
    assert python.run(["waits"], site.folder, {}, seconds=1).returncode < 0
