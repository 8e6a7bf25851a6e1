"""The facts of a build that a page shows are true: Python, and its libraries."""

import platform
import re
from importlib.metadata import version

from tests.guard.small_site import PAGE, Spoiled

PYTHON = platform.python_version()
FACTS = "Made by Python `#!build python` and NumPy `#!build numpy`.\n"


# Each of these changes the finished site, as a hook, a theme or a person might.
TAMPERED = {
    "the version": (r">[\d.]+</data> and NumPy", ">3.9.9</data> and NumPy", f"the python of this build is {PYTHON}, and not <data "),
    "the exact text": (r'value="[\d.]+">(?=[\d.]+</data> and)', 'value="3.9.9">', 'value="3.9.9">'),
    "what it is": (r' title="python of this build"', "", "does not say which one of the build it is"),
    "a fact that is none": (r"python of this build", "pyhton of this build", "'pyhton' is no fact of the build"),  # codespell:ignore pyhton
    "a typed one": (r"Made by", '<data class="build">6.67</data>', "the fact 6.67 does not say which"),
    "another class": (r'class="build"', 'class="build loud"', "does not say which snippet it comes from"),
}  # fmt: skip


def test_a_page_shows_the_facts_of_its_build_and_any_other_is_found(site, tmp_path):
    site.write("docs/index.md", f"{PAGE}\n{FACTS}")
    site.build("--strict")
    page = site.read("site/index.html")
    shown = re.findall(
        r'<data class="build" title="(\w+) of this build" value="([^"]*)">([^<]*)</data>', page
    )
    assert shown == [("python", PYTHON, PYTHON), ("numpy", version("numpy"), version("numpy"))]
    spoiled = Spoiled(site, tmp_path / "spoiled")
    assert spoiled.faults() == []
    for name, (before, after, expected) in TAMPERED.items():
        tampered = re.sub(before, after, page, count=1)
        assert tampered != page, name
        spoiled.write("index.html", tampered)
        assert any(expected in fault for fault in spoiled.faults()), name
