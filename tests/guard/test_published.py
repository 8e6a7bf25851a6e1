"""What is published in another form: styles, scripts, and the picture beside a shared link."""

import pytest

from drift.fault import FaultsFound
from drift.page import published
from drift.project import project


def test_a_project_need_not_have_one_and_a_snippet_that_does_not_draw_is_named(site):
    assert published.picture(project.read(site.folder)) == b""
    site.write("pyproject.toml", '[tool.drift]\nshare_image = "mean.py"\n')
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
