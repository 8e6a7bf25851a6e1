"""The fonts that the site serves: each holds the characters that are set in it."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import matplotlib
import pytest
from bs4 import NavigableString, Tag
from fontTools.ttLib import TTFont

from tests.conftest import PROJECT

pytestmark = pytest.mark.xdist_group("read")

ASSETS = PROJECT / "docs" / "assets"
MATH = "stix-two-math.woff2"
ITALICS = "literata-400-italic.woff2"
TEXT = ["literata-400-normal.woff2", "literata-600-normal.woff2"]
# MathML sets a single letter in italics, which are characters of their own.
ITALIC = {chr(ord("a") + i): chr(0x1D44E + i) for i in range(26)} | {"h": "\u210e"}
ITALIC |= {chr(ord("A") + i): chr(0x1D434 + i) for i in range(26)}
ITALIC |= {chr(ord("α") + i): chr(0x1D6FC + i) for i in range(25)}
HOW = (
    "Cut it anew from the npm package @fontsource/{family}: pyftsubset "
    "files/{family}-latin-….woff2 --unicodes=… --layout-features=kern,tnum --no-hinting "
    "--flavor=woff2 --output-file=docs/assets/{file} (the math font: --no-bidi-closure in place of "
    "--layout-features; Greek letters of the text font lie in its greek file: cut both, and join "
    "them with pyftmerge)"
)
WORDS = "math mtext, math [mathvariant=normal]"  # set in the text font
# Set in another; the mark of a claim is drawn by the style.
OTHERS = "math, pre, code, svg, script, style, data.claim"
WEIGHTS = {  # of what is shown until a font is there: as Matplotlib brings it
    "DejaVu Serif": ("DejaVuSerif.ttf", "literata-400-normal.woff2"),
    "DejaVu Serif Bold": ("DejaVuSerif-Bold.ttf", "literata-600-normal.woff2"),
    "DejaVu Serif Italic": ("DejaVuSerif-Italic.ttf", "literata-400-italic.woff2"),
}


def font_of(file):
    return TTFont(BytesIO((ASSETS / file).read_bytes()))


def hold(family, files, used):
    """Assert that each of the files of a font holds all the characters that are used."""
    for file in files:
        missing = used - {*map(chr, font_of(file).getBestCmap())}
        assert not missing, f"{missing} {HOW.format(family=family, file=file)}"


@pytest.fixture(scope="module")
def used_in_formulas(soup):
    used = set()
    for page in soup.values():
        words = {id(word) for word in page.select(WORDS)}
        for part in page.select("math mi, math mn, math mo, math data"):
            text = "" if id(part) in words else part.get_text(strip=True)
            is_letter = part.name == "mi" and len(text) == 1
            used |= {ITALIC.get(text, text)} if is_letter else set(text)
    return used


def test_every_character_of_a_formula_is_in_the_math_font_and_no_other(used_in_formulas):
    assert len(used_in_formulas) > 15
    hold("stix-two-math", [MATH], used_in_formulas)
    # And none that no formula needs: digits, marks and names are those of the playground's.
    needed = set(" 0123456789.,+-=()|/^ˆ√×AEMSRyni")
    extra = {*map(chr, font_of(MATH).getBestCmap())} - needed - used_in_formulas
    assert not extra, f"{extra} {HOW.format(family='stix-two-math', file=MATH)}"


def test_every_character_of_the_text_is_in_the_text_fonts(soup):
    used = set()
    for page in soup.values():
        used |= {letter for word in page.select(WORDS) for letter in word.get_text()}
        others, waiting = {id(part) for part in page.select(OTHERS)}, [page]
        for part in waiting:  # which grows
            inner = [each for each in part.children if id(each) not in others]
            waiting += [each for each in inner if isinstance(each, Tag)]
            used.update(*(each for each in inner if isinstance(each, NavigableString)))
    assert len(used) > 60
    hold("literata", TEXT, used - set("\n\r\t"))
    slanted = [part.get_text() for page in soup.values() for part in page.select("em, i")]
    assert any(slanted)
    hold("literata", [ITALICS], {*"".join(slanted)} - {"\n"})


def test_each_font_lies_beside_its_licence():
    for file in ASSETS.glob("*.woff2"):
        family = re.match(r"[a-z]+(-[a-z]+)*", file.stem.replace("-normal", ""))[0].rstrip("-")
        licence = (ASSETS / f"{family}-licence.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE" in licence, file


def test_the_math_font_keeps_what_makes_brackets_and_roots_grow():
    growing = set(font_of(MATH)["MATH"].table.MathVariants.VertGlyphCoverage.glyphs)
    assert {"parenleft", "parenright", "bar", "radical", "summation"} <= growing


@pytest.fixture(scope="module")
def letters(soup):
    """How often each letter stands in the text."""
    parts = (part for page in soup.values() for part in page.select("article :is(p, h1, h2)"))
    return Counter("".join(part.get_text() for part in parts))


@pytest.mark.parametrize("name", WEIGHTS)
def test_what_stands_in_for_a_late_font_is_as_wide_and_as_high(letters, name):
    fallback, own = WEIGHTS[name]
    stand_in = TTFont(Path(matplotlib.get_data_path(), "fonts", "ttf", fallback))
    font = font_of(own)
    wide = set(font.getBestCmap()) & set(stand_in.getBestCmap())

    def width(of):
        glyphs, metrics = of.getBestCmap(), of["hmtx"]
        each = (metrics[glyphs[ord(it)]][0] * letters[it] for it in letters if ord(it) in wide)
        return sum(each) / of["head"].unitsPerEm

    rule = (ASSETS / "site.css").read_text("utf-8").split(f'src: local("{name}");')[1]
    told = dict(re.findall(r"([a-z-]+): ([\d.]+)%;", rule.split("}")[0]))
    size = float(told["size-adjust"]) / 100
    assert size == pytest.approx(width(font) / width(stand_in), abs=0.005)
    em = font["head"].unitsPerEm
    for side, height in {"ascent": font["hhea"].ascent, "descent": -font["hhea"].descent}.items():
        assert float(told[f"{side}-override"]) / 100 * size == pytest.approx(height / em, abs=0.001)
