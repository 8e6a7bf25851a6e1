"""A program names what is harmless and what is listed: what could forge its report stops the build."""

import importlib
import json
import re
import types

from nbformat import v4

from drift.project import names
from drift.project.snippet import Snippet
from tests.guard.small_site import MEAN, PROJECT, project_of
from tests.navigation import KNOWN

IMPORTS = KNOWN.settings.imports
LISTED = "What it may use stands in pyproject.toml, under [tool.drift.imports]."
INSIDE = "It belongs to the inside of Python, where another number could be reported than was computed. Do without it."
REFUSED = {
    "import inspect": f"1: import inspect. {LISTED}",
    "from . import other": f"1: import ..other. {LISTED}",
    "from numpy import *": f"1: import numpy.*. {LISTED}",
    "from sys import modules as argv": f"1: import sys.modules. {LISTED}",
    "from multiprocessing import Pool": f"1: import multiprocessing.Pool. {LISTED}",
    "import sys\nsys.modules": f"2: use sys.modules. {LISTED}",
    "import numpy\nimport sys as numpy\nnumpy.array": f"3: use sys.array. {LISTED}",
    "import numpy as np\nlibrary = np": f"2: use numpy. {LISTED}",
    "import numpy as np\nnp.load('a', allow_pickle=True)": f"2: use numpy.load. {LISTED}",
    "import numpy as np\nnp.lib.stride_tricks.as_strided": f"2: use numpy.lib.stride_tricks.as_strided. {LISTED}",
    "import numpy as np\nnp.seterr(all='ignore')": f"2: use numpy.seterr. {LISTED}",
    "import matplotlib\nmatplotlib.use('agg')": f"2: use matplotlib.use. {LISTED}",
    "import matplotlib.pyplot as plt\nplt.rcParams['axes.prop_cycle'] = '[0]'": f"2: use matplotlib.pyplot.rcParams. {LISTED}",
    "globals().update(mean=6.68)": f"1: name globals. {INSIDE}",
    "@exec\ndef look(): pass": f"1: name exec. {INSIDE}",
    "print(\uff45val('1'))": f"1: name eval. {INSIDE}",
    "getattr(print, 'x')": f"1: name getattr. {INSIDE}",
    "get_ipython()": f"1: name get_ipython. {INSIDE}",
    "(x for x in '').gi_frame": f"1: ask an object for .gi_frame. {LISTED}",
    "x = print\nx.f_back.f_locals['report']": f"2: ask an object for .f_back. {LISTED}; 2: ask an object for .f_locals. {LISTED}",
    "try:\n    '{0.gi_frame.x}'.format(x for x in '')\nexcept AttributeError as error:\n    error.obj": f"4: ask an object for .obj. {LISTED}",
    "match print:\n    case object(tb_frame=frame):\n        pass": "2: ask an object for attributes by a pattern. Ask for each by its name.",
    "from numpy.random import default_rng\ndefault_rng(7).bit_generator.ctypes": f"2: ask an object for .bit_generator. {LISTED}; 2: ask an object for .ctypes. {LISTED}",
    "import argparse\nargparse.ArgumentParser().parse_args([], namespace=print)": "2: give parse_args() anything: it would set what is asked for by a text.",
    "class Apples:\n    def __del__(self): pass": f"2: name __del__. {INSIDE}",
    "_total = 1": f"1: name _total. {INSIDE.replace('Do without it', 'Call it total')}",
    "class Apples:\n    def __add__(self, more):\n        self.total = more": f"2: name __add__. {INSIDE}; 3: set self.total: modules and objects stay as they are. Bind a name.",
    "import json\njson.loads.cls = 1": "2: set json.loads.cls: modules and objects stay as they are. Bind a name.",
    "import numpy as np\nfor np.mean in [7]: pass": "2: set np.mean: modules and objects stay as they are. Bind a name.",
    "sum = 15": "1: call something of its own sum, as Python does. Take another name.",
    "from statistics import mean as min": "1: call something of its own min, as Python does. Take another name.",
}  # fmt: skip
NEAREST = {
    "import numpy as np\nnp.sqr(2)": f"line 2: a program may not use numpy.sqr. {LISTED} The nearest names: sqrt.",
    "import nunpy": f"line 1: a program may not import nunpy. {LISTED} The nearest names: numpy.",
    "from numpy import sqr": f"line 1: a program may not import numpy.sqr. {LISTED} The nearest names: sqrt.",
    "'a'.capitalise()": f"line 1: a program may not ask an object for .capitalise. {LISTED} The nearest names: capitalize.",
    "import asyncio": f"line 1: a program may not import asyncio. {LISTED} The nearest names: none.",
}  # fmt: skip
UNREADABLE = {
    "a = 1\n%matplotlib inline": "SyntaxError: invalid syntax. A line that begins with % or ! is not Python. Take it out.",
    "print(": "'(' was never closed.",
    "return": "line 1: does not parse: SyntaxError: 'return' outside function.",
    "if 1:\n\tprint(1)": "line 2: does not parse: SyntaxError: a tab: write blanks.",
    "# coding: utf-7\nprint(1)": "line 1: does not parse: SyntaxError: an encoding: take it out.",
    "#!python\n# vim: fileencoding=latin-1": "line 2: does not parse: SyntaxError: an encoding: take it out.",
    "print(" + "-" * 100_000 + "1)": "MemoryError: .",
    "'\ud800'": "surrogates not allowed.",
}
PERMITTED = """
import numpy as np, sys
from scipy import stats
x = np.zeros(2)
x[0] = stats.norm.cdf(0)
print(sys.argv[1:], __file__, __name__, x.copy().sum(), np.linalg.norm(x))
class Apples(list):
    def more(self):
        raise ValueError(_ for _ in self)
"""


def faults_of(known):
    return [*map(str, names.faults(known.programs, known.settings.imports))]


def said(program, imports=IMPORTS):
    snippet = Snippet(PROJECT / "snippets", "a.py", program)
    return [str(fault) for fault in names.faults([[snippet]], imports)]


def test_what_could_forge_a_report_is_refused_with_its_line():
    for program, expected in REFUSED.items():
        found = "; ".join(said(program)).replace("snippets/a.py, line ", "")
        found = re.sub(r" The nearest names: [^;]*", "", found)
        assert found.replace("a program may not ", "") == expected


def test_what_is_like_a_name_that_may_not_be_used_is_named():
    for program, expected in NEAREST.items():
        known = {"numpy": ["sqrt", "square", "mean"], ".": ["shape"]}
        assert said(program, known) == [f"snippets/a.py, {expected}"]


def test_what_cannot_be_read_is_not_run():
    for program, message in UNREADABLE.items():
        [fault] = said(program)
        assert "does not parse: " in fault and fault.endswith(message)


def test_ordinary_programs_are_permitted_and_all_of_this_site(monkeypatch):
    assert said(PERMITTED) == []
    assert len(KNOWN.snippets) > 200 and KNOWN.cells and faults_of(KNOWN) == []
    assert names.ANYTHING not in KNOWN.settings.imports
    monkeypatch.setattr(names, "_Program", None)  # what is as it was is not read a second time
    assert said(PERMITTED) == []


def test_the_list_holds_no_module():
    for module in {*IMPORTS} - {"."}:
        listed = [getattr(importlib.import_module(module), name) for name in IMPORTS[module]]
        assert not any(isinstance(each, types.ModuleType) for each in listed), module


def test_the_cells_of_a_notebook_are_one_program_and_a_project_may_list_nothing(tmp_path):
    cells = map(v4.new_code_cell, ("import sys as s", "1\ns.path", "%ls"))
    notebook = json.dumps(v4.new_notebook(cells=[*cells]))
    files = {"docs__a_ipynb": notebook, "snippets__a_py": "import math\n"}
    settings = "[tool.drift.imports]\nsys = ['argv']\n"
    known = project_of(tmp_path, **files, pyproject_toml=settings)
    program, line, path = faults_of(known)
    listed = f"{LISTED} The nearest names: none."
    assert program == f"snippets/a.py, line 1: a program may not import math. {listed}"
    assert line == f"docs/a.ipynb, cell 3, line 1: does not parse: {[*UNREADABLE.values()][0]}"
    assert path == f"docs/a.ipynb, cell 2, line 2: a program may not use sys.path. {listed}"
    first, *_ = faults_of(project_of(tmp_path, pyproject_toml=""))
    assert f"a.py, line 1: a program may not import math. {LISTED}" in first


def test_it_stops_build_check_and_accept_before_anything_runs(site):
    site.replace("pyproject.toml", "'*' = []", "")
    site.write("snippets/mean.py", f"import os\n{MEAN}")
    (site.folder / "site").mkdir()
    for command in (["mkdocs", "build"], ["drift", "accept"], ["drift", "check", "site"]):
        done = site.run(*command)
        assert done.returncode == 1 and not site.published and "Runs" not in done.stdout
        assert f"snippets/mean.py, line 1: a program may not import os. {LISTED}" in done.stderr
