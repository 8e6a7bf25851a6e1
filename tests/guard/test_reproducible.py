"""What gives something else when it runs again can't be approved, and its cause is named."""

import sys

import pytest

from tests.guard.small_site import FENCE, MEAN, PAGE

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
SEEDED = "import numpy as np\nprint(np.random.default_rng(7).random())\n"
NOT_A_NUMBER = "mean = float('nan')\nprint(f'{mean:.2f}')\n"


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


def test_a_seeded_random_number_and_what_is_no_number_are_the_same_each_time(site):
    site.write("snippets/seeded.py", SEEDED)
    site.write("snippets/other.py", NOT_A_NUMBER)
    fences = FENCE.replace("mean.py", "other.py") + "\n" + FENCE.replace("mean.py", "seeded.py")
    site.write("docs/index.md", f"{PAGE}\n{fences}")
    site.accept()
    for _ in ("cold", "warm"):
        site.build("--strict")


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
