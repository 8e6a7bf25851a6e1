"""A snippet reaches no other, no page and not the build, and gives the same when it runs again."""

import importlib.util
import re
import sys

import pytest

from tests.guard.small_site import FENCE, MEAN, PAGE

DOINGS = {
    "directory": "import os\nos.chdir('/')",
    "environment": "import os\nos.environ['APPLES'] = '1'",
    "log": "import logging\nlogging.disable()",
    "printing": "import numpy as np\nnp.set_printoptions(precision=1)",
    "errors": "import numpy as np\nnp.seterr(all='ignore')",
    "library": "import numpy as np\nnp.mean = lambda errors: 7",
    "python": "import builtins\nbuiltins.sum = lambda errors: 7",
    "file": "import pathlib\npathlib.Path('left.txt').write_text('left')",
    "warnings": "import warnings\nwarnings.simplefilter('ignore')",
    "data": "with open('harvest.csv', 'a') as file:\n    file.write('7')",
}
if importlib.util.find_spec("resource"):  # Windows has no such limits
    DOINGS["limits"] = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))"
LOOK = """\
import logging, os, pathlib, warnings
import numpy as np

print(os.environ.get("APPLES"), logging.root.manager.disable, os.listdir(), sum([1, 2]))
print(np.array([1 / 3]), np.mean([10, 5, 5]), np.geterr()["divide"], warnings.filters[0][0])
print(pathlib.Path(__file__).with_name("harvest.csv").read_text(), "{}")
"""
SEEN = "None 0 ['harvest.csv'] 3\n[0.33333333] 6.666666666666667 warn error\n100 {}\n"


def test_what_one_snippet_does_no_other_sees(given, either_way, tmp_path):
    files = {f"{name}.py": f"{doing}\nprint('{name}')\n" for name, doing in DOINGS.items()}
    # Several that look, so that each of the two processes runs one after the others.
    files |= {f"z{number}.py": LOOK.format(number) for number in range(4)}
    expected = {f"{name}.py": f"{name}\n" for name in DOINGS}
    expected |= {f"z{number}.py": SEEN.format(number) for number in range(4)}
    assert given(files | {"harvest.csv": "100"}) == expected
    assert (tmp_path / "snippets/harvest.csv").read_text() == "100"


def test_a_terminal_session_runs_in_a_folder_of_its_own(given, either_way, tmp_path):
    files = {"leave.py": "open('left.txt', 'w').close()\nprint('done')\n"}
    files["leave.console"] = "$ python leave.py\n"
    assert given(files) == {"leave.py": "done\n", "leave.console": "done\n"}
    assert not (tmp_path / "snippets/left.txt").exists()


def test_a_traceback_shows_frames_of_the_program_and_none_of_the_guard(given, either_way):
    drawn = "import matplotlib.pyplot as plt\n\nplt.plot([1])\nplt.show()\n"
    files = {"draw.py": drawn, "fail.py": "1 / 0\n", "fail.console": "$ python fail.py\n"}
    for name, text in given(files).items():
        places = [re.split(r"[/\\]", place)[-1] for place in re.findall('File "(.*?)"', text)]
        assert places == [name.replace("console", "py"), *["pyplot.py"] * (name == "draw.py")], text


def test_a_file_left_in_the_project_is_found_where_the_system_cannot_forbid_it(site):
    site.plant("import drift.run.launcher as it\nit.CAN_FORK = False\n")
    path = (site.folder / "snippets/left.txt").as_posix()
    site.write("snippets/mean.py", f"open({path!r}, 'w').close()\nprint(1)\n")
    site.write("snippets/mean.out", "1\n")
    (site.folder / "snippets/mean.values").unlink()
    site.write("docs/index.md", f"# Apples\n\n{FENCE}")
    assert "changed while the snippets ran: snippets/left.txt" in site.refused()


def test_data_beside_a_program_lies_in_its_working_folder_and_is_published(site):
    site.write_table("snippets/harvest.csv", "100\n120\n")
    program = "import pathlib\n\nharvest = pathlib.Path('harvest.csv').read_text()\n"
    program += "mean = sum(map(int, harvest.split())) / 2\n"
    site.write("snippets/mean.py", f"{program}print(f'{{mean:.2f}}')\n")
    site.accept()
    assert site.read("snippets/mean.out") == "110.00\n"
    site.make_build()
    assert site.read("site/snippets/harvest.csv") == "100\n120\n"
    assert 'href="snippets/harvest.csv" download>Data: harvest.csv' in site.read("site/index.html")


CAUSES = {
    "import numpy as np\nprint(np.random.default_rng().random())": "it calls default_rng() and random().",
    "import random\nprint(random.random())": "it calls random().",
    "import time\nprint(time.time_ns())": "it calls time_ns().",
    "from datetime import date\nprint(date.today())": "it calls today().",
    "import os\nprint(os.getpid())": "it calls getpid().",
    "import uuid\nprint(uuid.uuid4())": "it calls uuid4().",
    "print(id(object()))": "it calls id().",
    "print(list({'red', 'green', 'blue', 'yellow', 'brown', 'black'}))": "it depends on hashing",
    "print(object())": "it prints an address",
    "import numpy as np\nmean = np.random.default_rng().random()\nprint('done')": "mean = ",
}  # fmt: skip
if sys.platform == "linux":  # elsewhere a machine has one name
    CAUSES["import socket\nprint(socket.gethostname())"] = "it calls gethostname()."
if sys.version_info >= (3, 13):  # an older one asks the system alone
    CAUSES["import os\nprint(os.cpu_count())"] = "it calls cpu_count()."


def test_what_changes_from_run_to_run_is_not_approved(site):
    for number, source in enumerate(CAUSES):
        site.write(f"snippets/{'a' * (number + 1)}.py", f"{source}\n")
    faults = site.accept(code=1).split("drift: not approved: ")[1:]
    found = {fault.split()[0]: fault.lower() for fault in faults}
    for number, cause in enumerate(CAUSES.values()):
        fault = found[f"snippets/{'a' * (number + 1)}.py"]
        assert "gives something else when it runs again" in fault and cause in fault
        is_called = "it depends" not in cause and "it prints" not in cause
        assert ("no two runs share an id of a process" in fault) == is_called
    assert {path.name for path in site.folder.glob("snippets/*.out")} == {"mean.out"}


@pytest.mark.parametrize("approved, flags", [("True\n", ("--strict",)), ("False\n", ("-q",))])
def test_an_order_that_was_approved_by_hand_stops_the_build_and_is_named(site, approved, flags):
    site.write("snippets/other.py", "print(hash('pears') > 0)\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "other.py"))
    site.write("snippets/other.out", approved)
    place = "docs/index.md, line 9: snippets/other.py gives something else when it runs again."
    assert f"{place} It depends on hashing" in site.refused(*flags)


def test_under_serve_what_changes_from_run_to_run_shows_on_the_page(site):
    serves = "def on_files(files, config):\n    Build.present.serving = True\n"
    site.plant(f"from drift.build import Build\n\n{serves}")
    site.write("snippets/mean.py", f"{MEAN}print(object())\n")
    site.build()
    message = "gives something else when it runs again. It prints an address"
    assert message in site.read("site/index.html")
