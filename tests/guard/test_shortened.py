"""What a site publishes of its own styles and scripts: all but what only their authors read."""

from drift.check import style


def test_a_script_is_published_without_comments_and_does_the_same(tmp_path):
    script = """\
// why
/** @type {any} */
const link = "https://apples.example//a"; // what it says stays
const text = `a
  /* b */ c`;
const half = 4 / 2 / 1;
"""
    (tmp_path / "a.js").write_text(script, "utf-8")
    assert style.shortened(tmp_path / "a.js") == (
        b'const link="https://apples.example//a";const text=`a\n  /* b */ c`;const half=4/2/1;'
    )


def test_a_style_is_published_without_comments(tmp_path):
    (tmp_path / "a.css").write_text("/* why */\na { color: red; }\n", "utf-8")
    assert style.shortened(tmp_path / "a.css") == b"a{color:red}"
