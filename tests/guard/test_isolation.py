"""What one snippet does reaches no other snippet, no page and not the build."""

import importlib.util

from drift.run import sandbox
from tests.guard.small_site import FENCE

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
    site.write_table("snippets/harvest.csv", "100\n122\n")
    assert "+111.00" in site.build("--strict", code=1)


def test_a_system_that_refuses_confinement_is_no_error(monkeypatch):
    monkeypatch.setattr(sandbox.sys, "platform", "darwin")
    assert not sandbox.leave_network(b"apples")
    assert not sandbox.kept_in("/", [])()
    assert not sandbox.refuse_calls()
