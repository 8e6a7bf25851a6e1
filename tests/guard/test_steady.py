"""What gives something else when it runs again can't be approved, and is told by its cause."""

import pytest

from tests.guard.small_site import FENCE, PAGE

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


def test_a_value_that_is_not_a_number_is_the_same_each_time(site):
    site.write("snippets/other.py", "mean = float('nan')\nprint(f'{mean:.2f}')\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "other.py"))
    accepted = site.run("drift", "accept")
    assert accepted.returncode == 0, accepted.stderr
    for _ in ("cold", "warm"):
        built = site.build("--strict")
        assert built.returncode == 0, built.stdout + built.stderr


@pytest.mark.parametrize("flags", [(), ("--strict",), ("-q",)], ids=" ".join)
def test_an_order_that_was_approved_by_hand_stops_the_build_and_is_named(site, flags):
    site.write("snippets/other.py", "print(hash('pears') > 0)\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "other.py"))
    for approved in ("True\n", "False\n"):
        site.write("snippets/other.out", approved)
        built = site.build(*flags)
        assert built.returncode == 1
        assert not site.published
        said = built.stdout + built.stderr
        assert (
            "docs/index.md, line 9: snippets/other.py gives something else when it runs again. "
            "An order depends on hashing" in said
        )


def test_under_serve_what_changes_from_run_to_run_shows_on_the_page(site):
    site.write(
        "planted.py", "from drift import page\n\ndef on_config(config):\n    page.serving = True\n"
    )
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("hooks: [", "hooks: [planted.py, "))
    site.write("snippets/mean.py", site.read("snippets/mean.py") + "print(object())\n")
    assert site.build().returncode == 0
    assert "gives something else when it runs again. It prints an address" in site.read(
        "site/index.html"
    )
