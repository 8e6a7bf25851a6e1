"""What one snippet does reaches no other snippet, no page and not the build."""

import importlib.util

import pytest

from drift.run import sandbox as confine
from tests.guard.small_site import FENCE, PAGE

DOINGS = {
    "another directory": "import os\nos.chdir('/')",
    "the environment": "import os\nos.environ['APPLES'] = '1'",
    "the log": "import logging\nlogging.disable()",
    "NumPy's printing": "import numpy as np\nnp.set_printoptions(precision=1)",
    "NumPy's errors": "import numpy as np\nnp.seterr(all='ignore')",
    "a library": "import numpy as np\nnp.mean = lambda errors: 7",
    "Python itself": "import builtins\nbuiltins.sum = lambda errors: 7",
    "a file of its own": "import pathlib\npathlib.Path('left.txt').write_text('left')",
    "a seed": "import random\nimport numpy as np\nrandom.seed(1)\nnp.random.seed(1)",
    "the warnings": "import warnings\nwarnings.simplefilter('ignore')",
}
if importlib.util.find_spec("resource"):  # Windows has no such limits
    DOINGS["the limits"] = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))"
LOOK = """\
import logging
import os
import warnings
import numpy as np

root = np.mean([10, 5, 5])
print(os.environ.get("APPLES"), logging.root.manager.disable, os.listdir(), sum([1, 2]))
print(np.array([1 / 3]), root, np.geterr()["divide"], warnings.filters[0][0])
"""
SEEN = "None 0 [] 3\n[0.33333333] 6.666666666666667 warn error\n"


def run_by_plain_processes(site):
    """Let a site run its snippets as it would on a system without fork."""
    site.write("planted.py", "import drift.run.launcher\ndrift.launch.CAN_FORK = False\n")
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("hooks: [", "hooks: [planted.py, "))


@pytest.mark.parametrize("doing", DOINGS.values(), ids=DOINGS)
def test_what_one_snippet_does_no_other_sees(site, doing):
    site.write("snippets/a.py", doing + "\nprint('did')\n")
    site.write("snippets/a.out", "did\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "a.py"))
    # Several of them, so that each of the two processes runs one after the other.
    for name in "bcd":
        site.write(f"snippets/{name}.py", f"{LOOK}print('{name}')\n")
        site.write(f"snippets/{name}.out", f"{SEEN}{name}\n")
        text = site.read("docs/index.md") + "\n" + FENCE.replace("mean.py", f"{name}.py")
        site.write("docs/index.md", text)
    built = site.build("--strict")
    assert built.returncode == 0, built.stderr
    assert not (site.folder / "snippets/left.txt").exists()


def test_by_plain_processes_a_snippet_sees_what_it_sees_in_a_fork(site):
    run_by_plain_processes(site)
    site.write("snippets/look.py", LOOK)
    site.write("snippets/look.out", SEEN)
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "look.py"))
    built = site.build("--strict")
    assert built.returncode == 0, built.stderr


def show_one_that_writes(site, name):
    path = (site.folder / name).as_posix()
    site.write(
        "snippets/mean.py", f"import pathlib\npathlib.Path({path!r}).write_text('x')\nprint(1)\n"
    )
    site.write("snippets/mean.out", "1\n")
    (site.folder / "snippets/mean.values").unlink()
    site.write("docs/index.md", f"# Apples\n\n{FENCE}")


@pytest.mark.parametrize("name", ["snippets/left.txt", "left.txt", "docs/left.md"])
def test_a_file_left_in_the_project_fails_the_build(site, name):
    show_one_that_writes(site, name)
    assert site.build().returncode == 1
    assert not site.published


def test_a_file_left_in_the_project_is_found_where_the_system_cannot_forbid_it(site):
    run_by_plain_processes(site)
    show_one_that_writes(site, "snippets/left.txt")
    built = site.build()
    assert built.returncode == 1
    assert "changed while the snippets ran: snippets/left.txt" in built.stdout + built.stderr
    assert not site.published


def test_data_beside_a_program_lies_in_its_working_folder_and_is_published(site):
    site.write_table("snippets/harvest.csv", "100\n120\n")
    site.write(
        "snippets/mean.py",
        "import pathlib\n\nharvest = pathlib.Path('harvest.csv').read_text()\n"
        "mean = sum(map(int, harvest.split())) / 2\nprint(f'{mean:.2f}')\n",
    )
    assert site.run("drift", "accept").returncode == 0
    assert site.read("snippets/mean.out") == "110.00\n"
    assert site.make_build().returncode == 0
    assert site.read("site/snippets/harvest.csv") == "100\n120\n"
    assert 'href="snippets/harvest.csv" download>Data: harvest.csv' in site.read("site/index.html")
    site.write_table("snippets/harvest.csv", "100\n122\n")
    drifted = site.make_build()
    assert drifted.returncode == 1
    assert "+111.00" in drifted.stdout + drifted.stderr


def test_a_program_that_changes_its_data_changes_its_own_copy_only(site):
    site.write_table("snippets/harvest.csv", "100\n")
    change = "with open('harvest.csv', 'a') as file:\n    file.write('7')\n"
    look = "with open('harvest.csv') as file:\n    print(file.read(), '{name}')\n"
    page = "# Apples\n"
    for name in ("a", "b", "c"):
        site.write(f"snippets/{name}.py", look.format(name=name) + change)
        site.write(f"snippets/{name}.out", f"100\n {name}\n")
        page += "\n" + FENCE.replace("mean.py", f"{name}.py")
    site.write("docs/index.md", PAGE + page)
    built = site.build("--strict")
    assert built.returncode == 0, built.stderr
    assert site.read("snippets/harvest.csv") == "100\n"


def test_a_terminal_session_runs_in_a_folder_of_its_own(site):
    site.write("snippets/leave.py", "open('left.txt', 'w').close()\nprint('done')\n")
    site.write("snippets/leave.console", "$ python leave.py\n")
    page = PAGE + "\n" + FENCE.replace("mean.py", "leave.py")
    page += '\n```console\n--8<-- "leave.console"\n```\n'
    site.write("docs/index.md", page)
    assert site.run("drift", "accept").returncode == 0
    assert site.read("snippets/leave.console.out") == "done\n"
    assert not (site.folder / "snippets/left.txt").exists()


def test_a_system_that_refuses_confinement_is_no_error(monkeypatch):
    monkeypatch.setattr(confine.sys, "platform", "darwin")
    assert not confine.leave_network()
    assert not confine.WriteOnlyBelow("/").apply()
    assert not confine.read_nothing_below("/", [])
