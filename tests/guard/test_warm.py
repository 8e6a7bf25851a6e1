"""A command of a small site does the same in the warm Python as in one of its own."""

import copy
import subprocess
import sys

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


def test_a_command_ends_and_writes_as_it_does_in_a_process_of_its_own(site):
    for end, how in ENDS.items():
        site.write("ends.py", PROGRAM.format(how))
        command = [sys.executable, "ends.py", "--now"]
        options = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
        warm = site.run("ends", "--now")
        cold = subprocess.run(command, cwd=site.folder, **options)
        assert (warm.returncode, warm.stdout) == (cold.returncode, cold.stdout), end
        assert warm.stderr.splitlines()[-1:] == cold.stderr.splitlines()[-1:], end


def test_a_build_gives_the_same_site(site, own):
    sites = []
    for each in (site, own):
        assert each.build("--strict").returncode == 0
        files = [file for file in each.folder.glob("site/**/*") if file.is_file()]
        sites.append({file: file.read_bytes() for file in files})
    assert site.published and sites[0] == sites[1]


def test_what_a_command_changes_in_its_python_is_not_met_by_the_next(site):
    begin = "import os, drift.check.site as it\n"
    site.write("changes.py", f"{begin}os.environ['PEARS'] = it.PEARS = '1'\n")
    site.write("looks.py", f"{begin}print('PEARS' in os.environ, hasattr(it, 'PEARS'))\n")
    assert site.run("changes").returncode == 0
    assert site.run("looks").stdout == "False False\n"


def test_a_command_that_does_not_end_is_ended(python, site):
    site.write("waits.py", "import time\ntime.sleep(600)\n")
    assert python.run(["waits"], site.folder, {}, seconds=1).returncode < 0
