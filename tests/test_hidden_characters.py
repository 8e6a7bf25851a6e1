"""No file of the project holds a character that a reviewer can't see, or that turns a line round."""

import subprocess

import pytest

from drift.project import files
from tests.conftest import PROJECT


def test_no_file_holds_a_hidden_character():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    ).stdout.split(b"\0")
    names = [
        name.decode("utf-8") for name in listed if name and not name.endswith((b".woff2", b".png"))
    ]
    found = []
    for name in names:
        path = PROJECT / name
        if path.is_file():
            found += files.hidden_characters(
                name, path.read_bytes().decode("utf-8", "surrogateescape")
            )
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb = '\u202e67.6'", ["p.py, line 2: holds U+202E (RIGHT-TO-LEFT OVERRIDE)"]),
        ("zero\u200bwidth", ["p.py, line 1: holds U+200B (ZERO WIDTH SPACE)"]),
        ("\ufeffa mark of the order of bytes", ["p.py, line 1: holds U+FEFF"]),
        ("a bell\x07", ["p.py, line 1: holds U+0007 (control)"]),
        ("so\xadft, \U0001f469\U0001f3fd\u200d\U0001f52c \u2764\ufe0f\u200d\U0001f525", []),
        ("6\xad.67", ["p.py, line 1: holds U+00AD (SOFT HYPHEN)"]),
        ("a\n\U0001f469\u200d6", ["p.py, line 2: holds U+200D (ZERO WIDTH JOINER)"]),
        ("MAE² ≈ 6.67\n\ta tab, a dash – and “quotes”", []),
    ],
)
def test_a_hidden_character_is_told_with_its_line(text, expected):
    found = [*map(str, files.hidden_characters("p.py", text))]
    assert len(found) == len(expected)
    assert all(fault.startswith(begin) for fault, begin in zip(found, expected))
