"""What a site publishes of its own styles and scripts: all but what only their authors read."""

import pytest

from drift import style

SCRIPTS = {
    "// @ts-check\n// why\n": "",
    "  // why\nhide();\n": "hide();\n",
    "{\n  let wide = 0; // px\n}\n": "{\nlet wide = 0;\n}\n",
    "/** @type {Write} */\nconst plain = (number) => number;\n": "const plain = (number) => number;\n",
    "/**\n * Long. * / **\n * @type {any}\n **/\n  hide();\n": "hide();\n",
    "hide();\n  /** Why. */\n  show();\n": "hide();\nshow();\n",
    "on((/** @type {any} */ { key }) => key);\n": "on(({ key }) => key);\n",
    'go("https://apples.example//a");\n': 'go("https://apples.example//a");\n',
    'find("a /*b*/ c"), 4 / 2 / 1;\n': 'find("a /*b*/ c"), 4 / 2 / 1;\n',
    "`<b\nc>`\n": "`<b\nc>`\n",
}


@pytest.mark.parametrize("script, published", SCRIPTS.items())
def test_a_script_is_published_without_comments_and_indents(tmp_path, script, published):
    (tmp_path / "a.js").write_text(script, "utf-8")
    assert style.shortened(tmp_path / "a.js") == published.encode()


def test_a_style_is_published_without_comments(tmp_path):
    (tmp_path / "a.css").write_text("/* why */\na { color: red; }\n", "utf-8")
    assert style.shortened(tmp_path / "a.css") == b"a{color:red}"
