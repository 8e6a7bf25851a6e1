"""No file of the project holds a character that a reviewer can't see, or that turns a line round."""

import subprocess
import unicodedata

import pytest

from tests.conftest import PROJECT

TYPED = "\n\t\r"
BINARY = (".woff2",)


def hidden(text):
    """Return the lines of a text, from 1, with each character on them that can't be seen."""
    return [
        (number, f"U+{ord(character):04X}")
        for number, line in enumerate(text.split("\n"), start=1)
        for character in line
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
        and character not in TYPED
    ]


def test_no_file_holds_a_hidden_character():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    ).stdout.split(b"\0")
    found = {}
    for name in filter(None, listed):
        path = PROJECT / name.decode("utf-8")
        if path.is_file() and not path.name.endswith(BINARY):
            text = path.read_bytes().decode("utf-8", "surrogateescape")
            if lines := hidden(text):
                found[str(path.relative_to(PROJECT))] = lines
    assert found == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb = '\u202e67.6\u202c'", [(2, "U+202E"), (2, "U+202C")]),
        ("zero\u200bwidth", [(1, "U+200B")]),
        ("\ufeffa mark of the order of bytes", [(1, "U+FEFF")]),
        ("a bell\x07", [(1, "U+0007")]),
        ("MAE² ≈ 6.67\n\ta tab, a dash – and “quotes”", []),
    ],
)
def test_a_hidden_character_is_told_with_its_line(text, expected):
    assert hidden(text) == expected
