"""What an author does by mistake is named, with what to do; what CONTRIBUTING.md says to do is enough."""

import errno
import os
import re
import shlex
from itertools import product
from textwrap import indent
from unittest.mock import Mock

import pytest

from drift import accept
from drift.fault import FaultsFound, never_swallowed
from drift.project import project
from tests.guard.small_site import FENCE, FLAGS_OF_MAKE, MEAN, PAGE, Site

MEND = "Mend it, or undo the last change to it."
ANEW = "Copy its cells into a new notebook of JupyterLab, or undo the last change to it."
TOO_DEEP = ": is nested too deeply to be read. Put less of it inside of each other."
UTF_8 = "no text in UTF-8. Save it as UTF-8."

SOUND = b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a", "source": "", "metadata": {}, "execution_count": null, "outputs": []}]}'
DISPLAY = b'[{"output_type": "display_data", "metadata": {}, "data": {"application/json": %s}}]'
TEXT = b'{"cell_type": "markdown", "id": "b", "source": "", "metadata": {}}'
NO_SCHEMA = "{} is not valid under any of the given schemas"
# What no notebook of this site holds, in the place of what it does; the cell, and what is wrong with it.
NOTEBOOKS = [
    (b'{"cell_type"', b'{}, {"cell_type"', 1, NO_SCHEMA),
    (b'"cells"', b'"worksheets"', 0, "Additional properties are not allowed ('worksheets' was unexpected)"),
    (b'"id": "a", ', b"", 1, "'id' is a required property"),
    (b'"cells": [', b'"cells": [%s, 5, ' % TEXT, 2, "5 is not of type 'object'"),
    (b"4,", b"4.0,", 0, "nbformat: 4.0 is not of type 'integer'"),
    (b"4,", b"3,", 0, "nbformat: 3 is less than the minimum of 4"),
    (b'minor": 5', b'minor": 0', 0, "nbformat_minor: 0 is less than the minimum of 5"),
    (b'"source": ""', b'"source": {}', 1, f"source: {NO_SCHEMA}"),
    (b'"metadata": {}, "e', b'"metadata": 5, "e', 1, "metadata: 5 is not of type 'object'"),
    (b"[]", b'[{"output_type": "stream"}]', 1, "outputs: 0: 'name' is a required property"),
]  # fmt: skip
CELLS = [
    (TEXT.replace(b"markdown", b"raw"), "is a raw cell. Make it one of code or of Markdown, or delete it."),
    (TEXT.replace(b'"b"', b'"a"'), "has the id of cell 1. Cut it in JupyterLab, and paste it there again."),
    (TEXT.replace(b'"id"', b'"attachments": {"a.png": {"image/png": "aa"}}, "id"'), "what is attached is not shown. Take it out, or let a program draw it."),
]  # fmt: skip
BROKEN = {
    "docs/index.md": (b"# Apples\n\xe4\n", ", line 2: " + UTF_8),
    "docs/deep.md": (b"---\ntags: " + b"[" * 2000 + b"\n---\n", TOO_DEEP),
    "docs/deep.ipynb": (SOUND.replace(b"[]", DISPLAY % (b"[" * 900 + b"]" * 900)), TOO_DEEP),
    "docs/try.ipynb": (b'{"cells": \n\n}', ", line 3: does not parse: … " + MEND),
    "docs/four.ipynb": (b"\n\xe4", ", line 2: " + UTF_8),
    "snippets/mean.py": (b"# \xe4\n", ", line 1: " + UTF_8),
    "snippets/mean.values": (b"a = 1\n\xe4\n", ", line 2: " + UTF_8),
    "snippets/harvest.csv": (b"a\n\n\xe4", ", line 3: " + UTF_8),
    "snippets/givens.toml": (b"[names\n", ", line 1: does not parse: … " + MEND),
    "pyproject.toml": (b"[tool.drift]\nseconds = \n", ", line 2: does not parse: … " + MEND),
    "numerals.toml": (b'"L1" = "x"\n"L2 = 1\n', ", line 2: does not parse: … " + MEND),
    "docs/marked.ipynb": (b"\xef\xbb\xbf" + SOUND, ", line 1: begins with a mark (BOM). Save it as UTF-8 without it."),
    "docs/assets/marked.css": (b"\xef\xbb\xbfp {}", ", line 1: begins with a mark (BOM). Save it as UTF-8 without it."),
}  # fmt: skip
for kind in ("css", "js", "svg", "json", "mplstyle"):
    BROKEN[f"docs/assets/a.{kind}"] = (b"\n/* \xe4 */", ", line 2: " + UTF_8)
for at, (before, after, cell, why) in enumerate(NOTEBOOKS):
    place = f", cell {cell}" * bool(cell)
    said = f"{place}: no notebook of format 4.5 ({why}). {ANEW}"
    BROKEN[f"docs/{at}.ipynb"] = SOUND.replace(before, after), said
for at, (cell, why) in enumerate(CELLS):
    BROKEN[f"docs/cell {at}.ipynb"] = SOUND.replace(b"}]}", b"}, %s]}" % cell), f", cell 2: {why}"
VALUES = "-1", "nan", "true", '""', '"a\\u0000b"', f'"{"a" * 300}"', "[{}]", "{a = {b = 1}}"
KEYS = {
    "pyproject.toml": "tool tool.drift.imports tool.drift.docs tool.drift.policy tool.drift.seconds",
    "policy.toml": "directives directives.a inline_scripts inline_scripts.a.b fonts fonts.a",
    "numerals.toml": "L1 kinds programs.A references.page references.kinds references.kinds.A",
    "snippets/givens.toml": "sections sections.a names.a differ differ.a other",
}
# What is planted in a file of a sound site, by a pattern, and what the build says.
UNFIT = {
    "mkdocs.yml: no hook of it begins a build. Write: hooks: [drift/generators/mkdocs.py]": ("hooks: .*", "hooks: []"),
    "mkdocs.yml: markdown_extensions lacks drift.page.extension, pymdownx.inlinehilite. Add it.": ("^", "markdown_extensions: [pymdownx.snippets, pymdownx.superfences]\n"),
    "mkdocs.yml: docs_dir is not docs/, which pyproject.toml names. Name one in both.": ("docs_dir: docs", "docs_dir: snippets"),
    "mkdocs.yml: pyproject.toml has no [tool.drift], which says what may stand on a page.": ("^", ""),
    "mkdocs.yml, line 5: nav names gone.md, which is no page of docs/. Mend its name, or write it.": ("index.md]", "index.md, gone.md]"),
    "mkdocs.yml, line 5: nav names index.md twice. Name it once.": ("index.md]", "index.md, A: {B: ./index.md}]"),
    "mkdocs.yml: the theme has no .icons/material/none.svg. Mend its name.": ("theme: {", "theme: {palette: [{toggle: {icon: material/none, name: a}}], "),
    "pyproject.toml: version_of of [tool.drift]: 'nunpy' is no fact of the build. Name a package, or python.": ("drift]", "drift]\nversion_of = 'nunpy'"),
}  # fmt: skip
LISTS = {
    "it begins again behind a fence": ("1. a\n\n```math\nx\n```\n\n2. b\n", 15, "2. in its line, is shown as 1."),
    "all are first": ("1. a\n1. b\n", 10, "1. in its line, is shown as 2."),
    "it begins in the middle": ("7. a\n8. b\n", 9, "7. in its line, is shown as 1."),
    "one in the other": ("1. a\n   1. b\n2. c\n", 10, "1. in its line, is shown as 2."),
    "it is none": ("Apples:\n1. a\n", 10, "1. in its line, is shown as no item."),
}  # fmt: skip


def only_fault(folder):
    with pytest.raises(FaultsFound) as stopped:
        project.read(folder)
    (fault,) = stopped.value.faults
    return str(fault)


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_does_not_hold_what_it_must_is_named_with_its_line(tmp_path, name):
    content, said = BROKEN[name]
    assert content != SOUND
    site = Site(tmp_path)
    (site.folder / name).write_bytes(content)
    begin, _, end = f"{name}{said}".partition("…")
    fault = only_fault(tmp_path)
    assert fault.startswith(begin) and fault.endswith(end), fault


NO_FOLDER = "[tool.drift] names no folder beside pyproject.toml"
DIRECTIVES = "[directives]\ndefault-src = 'none'\nscript-src = 'self'\n"
HASH = f"sha256-{'A' * 43}="
WRONG = {
    f"pyproject.toml: snippets of {NO_FOLDER}: '../other'. Name one that is there.": "snippets = '../other'",
    f"pyproject.toml: docs of {NO_FOLDER}: 'nowhere'. Name one that is there.": "docs = 'nowhere'",
    "pyproject.toml: policy of [tool.drift] names no file below its folder: '../a.toml'. Name one that is there.": "policy = '../a.toml'",
    "pyproject.toml: figure_style of [tool.drift] names no file below its folder: ''. Name one that is there.": "share_image = 'mean.py'",
    "pyproject.toml: seconds of [tool.drift] is no number above 0. Write: seconds = 20": "seconds = '1'",
    "pyproject.toml: [tool.drift.imports] is no table.": "imports = 1",
    "pyproject.toml: [tool.drift] has no second; there are classes, docs, figure_style, imports, numerals, policy, printed, seconds, share_image, snippets, styles, version_of, wall_seconds.": "second = 1",
    "policy.toml: [directives] does not say default-src, script-src.": "[inline_scripts]",
    "policy.toml: 'sha256-abc' is no hash. Write sha256-…": DIRECTIVES + "[inline_scripts.every]\nsha256-abc = 'sets a.'",
    f"policy.toml: '{HASH}' has no reason. Say what it is.": f"{DIRECTIVES}[inline_scripts.every]\n'{HASH}' = ' '",
    'policy.toml: script-src of [directives] is no text. Write: script-src = "…"': "[directives]\nscript-src = ['self']\ndefault-src = 'none'",
    "policy.toml: [inline_scripts.sha256-abc] is no table.": DIRECTIVES + "[inline_scripts]\nsha256-abc = 'sets a.'",
    "numerals.toml: 'L1' has no reason. Say why no program can give it.": "L1 = ' '",
    "numerals.toml: 'apples' holds no numeral. Take it out.": "apples = 'A word.'",
    "numerals.toml: '6.67' is a bare number, and would be allowed everywhere. Give the words beside it too.": "'6.67' = 'A result.'",
    "numerals.toml: the kind 'A' lets '6.67 apples' pass. Let it match names alone.": "[kinds]\nA = '[0-9.]+\\ apples'",
    "numerals.toml: the kind 'A' lets '80' pass. Let it match names alone.": "[kinds]\nA = '8\\d'",
    "numerals.toml: the kind 'A' holds a group that keeps what it finds. Write (?:…).": "[kinds]\nA = '(?P<a>L)1'",
    "numerals.toml: the kind 'A' is no regular expression: the repetition number is too large.": "[kinds]\nA = 'L{1,99999999999}'",
    "numerals.toml: the kind 'A' is no regular expression: nothing to repeat at position 0.": "[programs]\nA = '*('",
    "numerals.toml: the kind 'A' is no regular expression: unterminated character set at position 0.": "[kinds]\nA = '[a'",
    "numerals.toml: the kind 'A' repeats what has no end itself, which may take for ever. Say how often: {1,9}.": "[kinds]\nA = '(?:[A-Z]+[ -]?)+\\d'",
    "snippets/givens.toml: 'a.py: x' has no reason. Say why its numbers differ.": "[differ]\n'a.py: x' = ''",
    "snippets/givens.toml: it has no section; there are differ, names, sections.": "[section]\napples = []",
    'snippets/givens.toml: mae of [names] is no list of texts. Write: mae = ["…"]': "[names]\nmae = [1]",
}  # fmt: skip


@pytest.mark.parametrize("said", WRONG)
def test_a_setting_that_is_wrong_is_named_with_what_to_write(tmp_path, said):
    file = said.partition(":")[0]
    head = "[tool.drift]\n" * (file == "pyproject.toml")
    Site(tmp_path).write(file, head + WRONG[said])
    assert only_fault(tmp_path) == said


@pytest.mark.parametrize("file", KEYS)
def test_whatever_a_setting_holds_is_read_or_told_with_its_file(tmp_path, file):
    site = Site(tmp_path)
    for key, value in product(KEYS[file].split(), VALUES):
        site.write(file, f"{key} = {value}\n")
        try:
            project.read(tmp_path)
        except FaultsFound as stopped:
            assert {fault.path for fault in stopped.faults} == {file}


@pytest.mark.parametrize("said", UNFIT)
def test_what_a_build_lacks_is_named_with_its_file(known, said):
    file, (before, after) = re.match(r"[\w.]+", said)[0], UNFIT[said]
    known.write(file, re.sub(before, after, known.read(file), count=1))
    if "has no [tool.drift]" in said:
        known.write("pyproject.toml", "")
    last = known.build("-q", code=1).splitlines()[-1]
    assert last.startswith((f"ERROR   -  {said}", f"Error: {said}"))


def test_what_begins_with_a_dot_is_nobodys_and_what_windows_writes_is_read(site):
    for name in ("docs/.ipynb_checkpoints/a.ipynb", "snippets/.vscode/settings.json"):
        site.write(name, "{")
    site.write("snippets/.#mean.py", "print(1)\n")
    site.write_table("snippets/harvest.csv", "apples,pears\n3,4\n")
    reads = "with open('harvest.csv') as file:\n    print(file.read())\n"
    site.write("snippets/mean.py", MEAN + reads)
    site.write("snippets/mean.out", "mean error 6.67\napples,pears\n3,4\n\n")
    site.write("docs/index.md", f"{PAGE}\n| a | b |\n|:--|--:|\n| c | d |\n")
    for name in ("docs/index.md", "snippets/mean.py", "snippets/mean.out", "snippets/harvest.csv"):
        text = (site.folder / name).read_bytes().replace(b"\n", b"\r\n")
        (site.folder / name).write_bytes(b"\xef\xbb\xbf" + text)
    site.make_build()
    assert not [*site.folder.glob("site/**/.*")]
    assert '<td align="right">d</td>' in site.read("site/index.html")


LINE_3, LINE_5 = "docs/index.md, line 3: ", "docs/index.md, line 5: "
NOT_OURS = LINE_5 + "this is not a fence of this site"
HIDING = {
    "an include of another name": (PAGE.replace('"mean.py"', '"men.py"'), LINE_5 + "there is no snippet snippets/men.py. The nearest names: mean.py."),
    "a space before a fence": (PAGE.replace("```python", " ```python"), NOT_OURS),
    "a fence in a list, three spaces in": (PAGE.replace(FENCE, "1. a\n\n" + indent(FENCE, "   ") + "\n2. b\n"), "docs/index.md, line 7: this is not a fence of this site"),
    "a space behind a fence": (PAGE.replace("```python", "```python "), NOT_OURS),
    "a tab before a fence": (PAGE.replace("```python", "\t```python"), NOT_OURS),
    "a title": (PAGE.replace("```python", '```python title="a"'), NOT_OURS),
    "a day that is none": (f"---\ntitle: 2024-13-45\n---\n{PAGE}", "docs/index.md, line 1: the front matter does not parse."),
    "a title with a colon": (f"---\ntitle: Loss: an apple\n---\n{PAGE}", "docs/index.md, line 2: the front matter does not parse. Put a text with a colon"),
    "a picture of a number": (f"---\ntitle: A\nicon: material/numeric-7\n---\n{PAGE}", "docs/index.md, line 3: front matter has no icon. What it has: title, description, no_terms, tags, hide, search, pdf."),
    "markup in front matter": (f"---\ndescription: 'A\"><script src=\"evil.js\"></script>'\n---\n{PAGE}", "docs/index.md, line 2: \" in the front matter. Say it in words"),
    "a title that is none": (f"---\ntitle: yes\n---\n{PAGE}", "docs/index.md, line 2: title holds something else than it can. Write: title: \"Apples\""),
    "a weight that is none": (f"---\nsearch: {{boost: a}}\n---\n{PAGE}", "docs/index.md, line 2: search holds something else than it can. Write: search: {exclude: true}"),
    "front matter that is a list": (f"---\n- a\n---\n{PAGE}", "docs/index.md, line 1: the front matter holds no names"),
    "front matter without an end": (f"---\ntitle: A\n\n{PAGE}", "docs/index.md, line 1: the front matter is not closed. Write --- below it."),
    "front matter without lines around it": (f"Icon: material/numeric-7\n\n{PAGE}", "docs/index.md, line 1: front matter stands between two lines of ---. Add them."),
    "front matter below an empty line": (f"\n---\ntitle: A\n---\n{PAGE}", "docs/index.md, line 1: front matter stands between two lines of ---. Add them. The first is line 1."),
    "a list in a list, two blanks in": (f"{PAGE}\n- a\n  - b\n", "docs/index.md, line 10: a list in another one stands four blanks in, any other at the edge."),
    "one in a box, three blanks in": (f'{PAGE}\n!!! note "A"\n    - a\n       * b\n', "docs/index.md, line 11: a list in another one stands"),
    "one in a quote": (f"{PAGE}\n> - a\n>   - b\n", "docs/index.md, line 10: a list in another one stands"),
    "lists in lists": (f"{PAGE}\n{'- ' * 50}a\n", "docs/index.md, line 9: lies too deep in lists or quotes to be read. Take it out of them."),
    "a conflict": (f"<<<<<<< HEAD\n{PAGE}", "docs/index.md, line 1: a mark of a conflict between two versions"),
    "a value with a typo": (PAGE.replace("#!value", "#!vale"), LINE_3 + "`#!vale mean.mean:.2f` is neither"),
    "a value with two spaces": (PAGE.replace("#!value", "#!value "), LINE_3 + "`#!value  mean.mean:.2f` is neither"),
    "a value of another program": (PAGE.replace("mean.mean", "maen.mean"), LINE_3 + "there is no snippet snippets/maen.py. The nearest names: mean.py."),
}  # fmt: skip


@pytest.mark.parametrize("text, said", HIDING.values(), ids=HIDING)
def test_a_pages_own_fault_is_all_that_is_said_and_nothing_is_deleted(tmp_path, text, said):
    site = Site(tmp_path)
    site.write("docs/index.md", text)
    site.write("snippets/gone.out", "1\n")
    (fault,) = project.read(tmp_path).faults
    assert str(fault).startswith(said)
    before = sorted((tmp_path / "snippets").iterdir())
    with pytest.raises(FaultsFound, match="\nnothing is approved until this is mended."):
        accept.accept(tmp_path)
    assert sorted((tmp_path / "snippets").iterdir()) == before
    assert site.read("snippets/mean.values") == "mean:.2f = 6.67\n"


def test_a_value_that_no_statement_names_comes_before_the_one_that_no_page_shows(site):
    site.write("docs/index.md", PAGE.replace("mean.mean", "mean.maen"))
    (said,) = site.refusals()
    assert said.startswith(LINE_3 + "no single top-level statement of snippets/mean.py names")


def test_an_item_has_the_number_of_its_line_or_is_named(known):
    for name, (text, _, _) in LISTS.items():
        known.write(f"docs/{name}.md", f"{PAGE}\n{text}")
    found = known.refusals()
    assert len(found) == len(LISTS)
    for name, (_, line, said) in LISTS.items():
        place = f"docs/{name}.md, line {line}: this item, {said} A list begins with 1"
        assert any(each.startswith(place) for each in found), name


FULL = OSError(errno.ENOSPC, "No space left on device")
NO_ROOM = f"{FULL}. Make room there, take out what is in the way, or see who may write there; then go on.\n"  # fmt: skip


def test_a_full_disk_is_named_in_one_line_and_nothing_is_lost(known, monkeypatch):
    known.plant(f"def on_env(env, config, files):\n    raise {FULL!r}\n")
    assert known.build("-q", code=1) == f"Error: {NO_ROOM}"
    known.write("snippets/mean.out", "mean error 6.68\n")
    monkeypatch.setattr("os.replace", Mock(side_effect=FULL))
    stopped = pytest.raises(FaultsFound, never_swallowed(accept.accept), known.folder)
    assert f"{stopped.value}\n" == NO_ROOM
    assert known.read("snippets/mean.out") == "mean error 6.68\n"
    assert not [*known.folder.glob("snippets/.*")]


def test_a_session_that_can_not_run_is_named_by_accept_too(known, capsys):
    known.write("snippets/mean.py", f"{MEAN}# argv\n")
    known.write("snippets/mean.console", "$ python mean.py 6.68\n")
    assert accept.accept(known.folder) == 1
    said = "snippets/mean.console gives mean.py words it does not read. Take them out."
    assert capsys.readouterr().err.startswith(f"drift: not approved: {said}")


def test_a_result_that_a_program_only_says_is_not_approved(known):
    known.write("snippets/mean.py", MEAN + 'print("or 6.68")\n')
    with pytest.raises(FaultsFound, match="the numeral '6.68' of a string"):
        accept.accept(known.folder)


HOME, PROGRAM = "docs/index.md", "snippets/mean.py"


def published(site, address=""):
    """Build, and return the text of a page."""
    site.make_build()
    return site.read(f"site/{address}index.html")


def test_a_changed_number_is_named_shown_and_approved(site):
    site.replace(PROGRAM, "10, 5, 5", "10, 5, 6")
    said = site.refused(*FLAGS_OF_MAKE)
    assert f"{HOME}, line 5" in said
    assert "-mean error 6.67" in said and "+mean error 7.00" in said
    assert "make accept" in said
    shown = site.accept()
    assert "-mean error 6.67" in shown and "+mean error 7.00" in shown
    assert "-mean:.2f = 6.67" in shown and "+mean:.2f = 7.00" in shown
    assert site.read("snippets/mean.values") == "mean:.2f = 7.00\n"
    assert ">7.00</data>" in published(site)
    assert "Nothing has changed" in site.accept()


def test_a_new_program_builds_with_the_lines_of_the_guide(site):
    site.write("snippets/total.py", "total = 10 + 5 + 5\nprint(f'{total} apples')\n")
    said = site.refused(*FLAGS_OF_MAKE)
    assert "snippets/total.py: no page shows it" in said and '--8<-- "total.py"' in said
    lines = FENCE.replace("mean", "total")
    site.write(HOME, f"{site.read(HOME)}\nIn all `#!value total.total` apples.\n\n{lines}")
    assert "make accept" in site.refused(*FLAGS_OF_MAKE)
    site.accept()
    assert ">20</data>" in published(site)


def test_a_new_page_is_refused_until_the_navigation_has_it(site):
    head = "---\ntitle: Pears\ndescription: Of pears.\n---\n\n# Pears\n\n"
    site.write("docs/more/pears.md", f"{head}Next: [apples](../index.md).\n")
    assert "more/pears.md" in site.refused(*FLAGS_OF_MAKE)
    site.replace("mkdocs.yml", "[index.md]", "[index.md, more/pears.md]")
    assert "Next: " in published(site, "more/pears/")


def test_a_program_is_taken_away_with_its_approved_files(site):
    (site.folder / PROGRAM).unlink()
    site.replace(HOME, FENCE, "")
    assert f"there is no snippet {PROGRAM}" in site.refused(*FLAGS_OF_MAKE)
    site.replace(HOME, "`#!value mean.mean:.2f` apples", "some apples")
    site.accept()  # which deletes nothing that is no program's: it never wrote that
    os.rename(site.folder / "snippets/mean.values", site.folder / "snippets/old mean.values")
    for name in ("snippets/mean.out", "snippets/old mean.values"):
        said = f"{name}: belongs to no program. Delete it, or rename it: rm {shlex.quote(name)}"
        assert said in site.refused(*FLAGS_OF_MAKE)
        (site.folder / name).unlink()
    assert "some apples" in published(site)
