"""The picture beside a shared link: an approved drawing, in pixels, and no other."""

import struct

import pytest

from drift.check import site as built
from drift.fault import Drift
from drift.generators import share
from drift.project import settings
from drift.project.snippet import Snippets

DRAWING = """\
import matplotlib.pyplot as plt

plt.title("Three misses")
plt.plot([0, 1], [0, 10])
print("a miss of 10 apples")
plt.show()
"""
PROJECT_FILE = """\
[tool.drift]
figure_style = "docs/assets/figure.mplstyle"
share_image = "drawing.py"
"""
PAGE = '# Apples\n\n```python\n--8<-- "drawing.py"\n```\n'


@pytest.fixture
def shared(site):
    site.write("pyproject.toml", PROJECT_FILE)
    site.write("docs/index.md", PAGE)
    for name in ("mean.py", "mean.out", "mean.values"):
        (site.folder / "snippets" / name).unlink()
    site.write("snippets/drawing.py", DRAWING)
    assert site.run("drift", "accept").returncode == 0
    return site


def test_it_is_a_png_of_the_width_that_networks_show(shared):
    built_site = shared.make_build()
    assert built_site.returncode == 0, built_site.stderr
    png = (shared.folder / "site" / share.FILE).read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20]) == (share.WIDTH,)


def test_another_picture_in_its_place_is_found(shared):
    assert shared.make_build().returncode == 0
    (shared.folder / "site" / share.FILE).write_bytes(b"another")
    faults = list(built.faults(shared.folder, shared.folder / "site"))
    assert faults == ["share.png is not the approved drawing in pixels. Build again: make build"]


def test_a_snippet_that_does_not_draw_is_named(site):
    site.write("pyproject.toml", PROJECT_FILE.replace("drawing.py", "mean.py"))
    snippets = Snippets(site.folder / "snippets")
    with pytest.raises(Drift, match="share_image names mean.py, of which no drawing is approved"):
        share.picture(site.folder, settings.read(site.folder), snippets)


def test_a_project_without_one_has_no_picture(site):
    assert site.make_build().returncode == 0
    assert not (site.folder / "site" / share.FILE).exists()
