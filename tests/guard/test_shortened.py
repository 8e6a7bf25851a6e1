"""What a site publishes of its own styles and scripts: all but what only their authors read."""

import pytest

from drift.page.published import shortened

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
def test_it_is_published_without_comments_and_means_the_same(name):
    text, expected = FILES[name]
    assert shortened(name, text.encode()) == expected.encode()
