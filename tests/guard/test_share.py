"""The picture beside a shared link: an approved drawing, in pixels, and no other."""

import struct

import pytest

from drift.fault import FaultsFound
from drift.page import published
from drift.project import project
from tests.guard.small_site import LIMITS

DRAWING = """\
import matplotlib.pyplot as plt

plt.title("Three misses")
plt.plot([0, 1], [0, 10])
print("a miss of 10 apples")
plt.show()
"""
SETTINGS = 'figure_style = "docs/assets/figure.mplstyle"\nshare_image = "drawing.py"\n'
PROJECT_FILE = LIMITS.replace("\n", f"\n{SETTINGS}", 1)


def test_it_is_a_png_of_the_width_that_networks_show_and_another_is_found(site):
    site.write("pyproject.toml", PROJECT_FILE)
    site.write("docs/index.md", '# Apples\n\n```python\n--8<-- "drawing.py"\n```\n')
    for name in ("mean.py", "mean.out", "mean.values"):
        (site.folder / "snippets" / name).unlink()
    site.write("snippets/drawing.py", DRAWING)
    assert site.run("drift", "accept").returncode == 0
    built = site.build("--strict")
    assert built.returncode == 0, built.stderr
    file = site.folder / "site" / published.PICTURE
    png = file.read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20]) == (published.WIDTH,)
    assert png == published.picture(project.read(site.folder))
    file.write_bytes(b"another")
    checked = site.run("drift", "check", "site")
    assert checked.returncode == 1
    assert (
        "share.png" in checked.stderr and "is not the approved drawing in pixels" in checked.stderr
    )


def test_a_snippet_that_does_not_draw_is_named(site):
    site.write("pyproject.toml", PROJECT_FILE.replace("drawing.py", "mean.py"))
    expected = "share_image names mean.py, of which no drawing is approved"
    with pytest.raises(FaultsFound, match=expected):
        published.picture(project.read(site.folder))


def test_a_project_without_one_has_no_picture(site):
    assert published.picture(project.read(site.folder)) == b""
