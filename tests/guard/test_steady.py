"""What gives something else when it runs again can't be approved, and is told by its cause."""

import pytest

UNSTEADY = {
    "a random number of NumPy": (
        "import numpy as np\nprint(np.random.default_rng().random())\n",
        "has no seed",
    ),
    "NumPy's older random numbers": (
        "import numpy as np\nprint(np.random.rand())\n",
        "has no seed",
    ),
    "a random number drawn from what every fork shares": (
        "import random\nprint(random.random())\n",
        "has no seed",
    ),
    "the time": ("import time\nprint(time.time_ns())\n", "tells the time"),
    "the order of a set": (
        "print(list({'red', 'green', 'blue', 'yellow', 'brown', 'black', 'white'}))\n",
        "depends on hashing",
    ),
    "an address": ("print(object())\n", "prints an address"),
    "a value that is not printed": (
        "import numpy as np\nmean = np.random.default_rng().random()\nprint('done')\n",
        "mean = ",
    ),
}


@pytest.mark.parametrize(("source", "expected"), UNSTEADY.values(), ids=UNSTEADY)
def test_what_changes_from_run_to_run_is_not_approved(site, source, expected):
    site.write("snippets/other.py", source)
    accepted = site.run("drift", "accept")
    assert accepted.returncode == 1
    assert "snippets/other.py gives something else when it runs again" in accepted.stderr
    assert expected.lower() in accepted.stderr.lower()
    assert not (site.folder / "snippets/other.out").exists()


def test_a_seeded_random_number_is_approved(site):
    site.write(
        "snippets/other.py", "import numpy as np\nprint(np.random.default_rng(7).random())\n"
    )
    assert site.run("drift", "accept").returncode == 0
