"""What is published in another form: styles, scripts, and the picture beside a shared link."""

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
    assert "share.png: is not the approved drawing in pixels" in checked.stderr


def test_a_project_need_not_have_one_and_a_snippet_that_does_not_draw_is_named(site):
    assert published.picture(project.read(site.folder)) == b""
    site.write("pyproject.toml", PROJECT_FILE.replace("drawing.py", "mean.py"))
    expected = "share_image names mean.py, of which no drawing is approved"
    with pytest.raises(FaultsFound, match=expected):
        published.picture(project.read(site.folder))


SCRIPT = """\
// why
/** @type {any} */
const link = "https://apples.example//a"; // what it says stays
const text = `a
  /* b */ c`;
const half = 4 / 2 / 1;
"""
FILES = {
    "a.js": (SCRIPT, 'const link="https://apples.example//a";const text=`a\n  /* b */ c`;const half=4/2/1;'),
    "a.css": ("/* why */\na { color: red; }\n", "a{color:red}"),
    "a.svg": ("<!-- why -->\n<svg />\n", "<!-- why -->\n<svg />\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_style_or_a_script_is_published_without_comments_and_means_the_same(name):
    text, expected = FILES[name]
    assert published.shortened(name, text.encode()) == expected.encode()
