"""Every fault stops a build, under every flag, names the place, and publishes nothing."""

import os
import re
import sys

import pytest

from tests.guard.small_site import FENCE, MEAN, PAGE, Site

FLAGS = [(), ("--strict",), ("-q",)]
WHOLE = "Code on a page is the whole of one file of snippets/"
INCLUDE = '--8<-- "mean.py"'

LINE_5 = "docs/index.md, line 5: "
TITLED = "plt.title('Two')\nplt.show()\nprint(1)\n"
UNDRAWN = "draw with paths. Pixels (imshow) and hatches can't follow the page."
CELL = '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "<pre>"}]}'
UNAPPROVED = {
    "printed output": ({"snippets/mean.out": "mean error 6.68\n"}, [LINE_5 + "snippets/mean.py prints something else", "-mean error 6.68", "+mean error 6.67", "make accept"]),
    "a value": ({"snippets/mean.values": "mean:.2f = 6.68\n"}, ["docs/index.md, line 3: the value mean.mean:.2f is 6.67 now; approved was 6.68", "make accept"]),
    "the program": ({"snippets/mean.py": MEAN.replace("10, 5, 5", "10, 5, 6")}, [LINE_5, "-mean error 6.67", "+mean error 7.00", "make accept"]),
    "output below front matter": ({"docs/index.md": f"---\ntitle: Apples\n---\n{PAGE}", "snippets/mean.out": "6\n"}, ["docs/index.md, line 8: "]),
    "a value, and not its look-alike before it": ({"docs/index.md": f"{PAGE}\nAgain `#!value mean.mean:.2f`, and `#!value mean.mean:.3f`.\n"}, ["docs/index.md, line 9: the value mean.mean:.3f"]),
    "nothing approved": ({"snippets/mean.out": None, "snippets/mean.values": None}, ["snippets/mean.py: nothing is approved yet", "make accept"]),
    "output not approved": ({"snippets/mean.out": None}, [LINE_5 + "nothing is approved yet of what snippets/mean.py prints", "make accept"]),
    "a value not approved": ({"snippets/mean.values": None}, ["docs/index.md, line 3: the value mean.mean:.2f (6.67) is not approved yet"]),
    "a snippet no page shows": ({"snippets/other.py": "print(1)\n", "snippets/other.out": "1\n"}, ["snippets/other.py: no page shows it. Show it (in docs/index.md) or delete it"]),
    "a snippet that its own page does not show": ({"docs/index.md": "# Apples\n", "docs/more.md": PAGE}, ["snippets/mean.py: its own page, docs/index.md, does not show it; docs/more.md does"]),
    "an approved file without its snippet": ({"snippets/gone.out": "1\n"}, ["snippets/gone.out: belongs to no program. Delete it, or rename it: rm snippets/gone.out"]),
    "an approved value that no page shows": ({"snippets/mean.values": "mean:.2f = 6.67\nmean:.3f = 6.667\n"}, ["snippets/mean.values, line 2: no page shows mean:.3f = 6.667 any more"]),
    "an approved value twice": ({"snippets/mean.values": "mean:.2f = 6.68\nmean:.2f = 6.67\n"}, ["snippets/mean.values, line 1: no page shows mean:.2f = 6.68 any more"]),
    "the same approved value twice": ({"snippets/mean.values": "mean:.2f = 6.67\nmean:.2f = 6.67\n"}, ["snippets/mean.values, line 1: no page shows mean:.2f = 6.67 any more, or it stands there twice. Write the file anew: make accept"]),
    "a conflict in approved values": ({"snippets/mean.values": "<<<<<<< HEAD\nmean:.2f = 6.68\n=======\nmean:.2f = 6.67\n>>>>>>> b\n"}, ["snippets/mean.values, line 1: no page shows <<<<<<< HEAD any more"]),
    "front matter that is none": ({"docs/index.md": "---\u00a0\ntags: [a `#!value mean.mean`]\n---\n" + PAGE}, ["docs/index.md, line 2: "]),
    "a blank that is thin": ({"docs/index.md": PAGE.replace("is ", "is \u200a")}, ["docs/index.md, line 3: holds U+200A (HAIR SPACE), which nobody sees"]),
    "a folder that no ledger lists": ({"docs/more.md": "```ledger\nless/\nmore/old/\n```\n\n```python\n--8<-- \"more/new.py\"\n```\n", "snippets/more/new.py": "print(2)\n"}, ["docs/more.md, line 1: no ledger lists more/. Add it to this one"]),
    "names with a blank, or with a result": ({"snippets/my mean.py": "print(1)\n", "snippets/mean_6_68.py": "print(2)\n"}, ["snippets/my mean.py: no address holds its name, or it says a number.", "snippets/mean_6_68.py: no address"]),
    "a page whose name is a result": ({"docs/it is 6.68.md": "# Apples\n"}, ["docs/it is 6.68.md: a name that says a number. Take letters and -."]),
    "two pages at one address": ({"docs/a.md": "# A\n", "docs/a/index.md": "# A\n", "docs/snippets/mean.py.md": "# A\n"}, ["docs/a.md: another page has the same address, or a program. Name one", "docs/a/index.md: another page", "docs/snippets/mean.py.md: another"]),
    "what is attached to a notebook": ({"docs/a.ipynb": CELL.replace("<pre>", "![a](attachment:a.png)")}, ["docs/a.ipynb, cell 1, line 1: what is attached to a notebook is not shown."]),
    "a ledger's folder that is none": ({"docs/more.md": "```ledger\nless/\n```\n"}, ["docs/more.md, line 1: there is no program in snippets/less/"]),
    "a value in a notebook": ({"docs/a.ipynb": CELL.replace("<pre>", "---\\n`#!value mean.mean:.2f`")}, ["docs/a.ipynb, cell 1, line 2: a value can't stand in a notebook. Let a cell print it."]),
    "indented code in a notebook": ({"docs/a.ipynb": CELL.replace("<pre>", "Apples:\\n\\n    x = 7")}, ["docs/a.ipynb, cell 1, line 3: four blanks at its beginning make code of a line. Indent it by two"]),
    "raw HTML in a notebook": ({"docs/a.ipynb": CELL}, ["docs/a.ipynb, cell 1, line 1: raw HTML <pre> is not shown"]),
    "two names that are one address": ({"snippets/Mean.py": "print(1)\n"}, ["snippets/Mean.py: its name is too like that of snippets/mean.py"]),
    "a value in the front matter": ({"docs/index.md": f"---\ntitle: Apples `#!value mean.mean:.2f`\n---\n{PAGE}"}, ["docs/index.md, line 2: ", "front matter"]),
    "two snippets with one text": ({"snippets/twin.py": MEAN, "snippets/twin.out": "mean error 6.67\n"}, ["snippets/twin.py: has the same text as snippets/mean.py"]),
}  # fmt: skip
FENCES = {
    "typed code": "```python\nprint(1)\n```\n",
    "py": f"```py\n{INCLUDE}\n```\n",
    "Python3": f"```Python3\n{INCLUDE}\n```\n",
    "pycon": "```pycon\n>>> 1\n```\n",
    "tildes": f"~~~python\n{INCLUDE}\n~~~\n",
    "attributes": f"``` {{ .python .x }}\n{INCLUDE}\n```\n",
    "a title": f'```python title="mean"\n{INCLUDE}\n```\n',
    "an option": f'```python hl_lines="1"\n{INCLUDE}\n```\n',
    "markdown-exec's own": f'```python exec="yes"\n{INCLUDE}\n```\n',
    "a malformed header": f"```python {{{{\n{INCLUDE}\n```\n",
    "four backticks": f"````python\n{INCLUDE}\n````\n",
    "not closed": f"```python\n{INCLUDE}\n",
    "unnamed": "```\nprint(1)\n```\n",
    "text": "```text\n6.67\n```\n",
    "shell": "```bash\necho 1\n```\n",
    "part of a snippet": '```python\n--8<-- "mean.py:1:2"\n```\n',
    "more than a snippet": f"```python\n{INCLUDE}\nprint(1)\n```\n",
    "two snippets": f"```python\n{INCLUDE}\n{INCLUDE}\n```\n",
    "an include with a space": f"```python\n {INCLUDE}\n```\n",
    "a ledger that holds something": "```ledger\n6.67\n```\n",
    "a ledger that holds an empty line": "```ledger\n\n```\n",
    "a ledger with a title": '```ledger title="All"\n```\n',
    "a ledger that is not closed": "```ledger\n",
    "the wrong language": f"```console\n{INCLUDE}\n```\n",
}
NESTED = {
    "in a list": "- apples\n\n    ```python\n    print(1)\n    ```\n",
    "in a list item's line": "- ```python\n  print(1)\n  ```\n",
    "in a tab": '=== "Tab"\n\n    ```python\n    print(1)\n    ```\n',
    "in an admonition": '??? note "More"\n\n    ```py\n    print(1)\n    ```\n',
    "in a comment": f"<!--\n~~~python\n{INCLUDE}\n~~~\n-->\n",
    "in a quote": f"> ```python\n> {INCLUDE}\n> ```\n",
}
INDENTED = {
    "indented code": ("    print(6.67)\n", "print(6.67)"),
    "indented code in a list": ("- apples\n\n        print(6.67)\n", "print(6.67)"),
    "indented code with a prompt": ("\t>>> print(6.67)\n", "print(6.67)"),
}
RAW_HTML = {
    "pre": "<pre>print(6.67)</pre>\n",
    "pre in a div": "<div><pre><code>print(6.67)</code></pre></div>\n",
    "code over lines": "<code>print(1)\nprint(2)</code>\n",
    "code with markup in it": "<code>print(<b>1</b>)</code>\n",
    "script": "<script>print(6.67)</script>\n",
    "data": '<data class="value" value="1">6.67</data>\n',
    "a comment that is not closed": "<!-- print(6.67)\n",
    "a comment of two paragraphs in one": "So <!-- is\n\nit --> all.\n",
    "a table": "<table><tr><td>print(6.67)</td></tr></table>\n",
    "upper case": "<PRE>print(6.67)</PRE>\n",
    "an end that begins as another tag does": "<abbr>So</a> it is.</abbr>\n",
}

WRITTEN = {
    "mistyped": ("`#!valu mean.mean`", "is neither a value nor a claim"),  # codespell:ignore valu
    "a space too many": ("`#! value mean.mean`", "is neither a value nor a claim"),
    "nothing behind it": ("`#!value`", "is neither a value nor a claim"),
    "a language": ("`#!python mean.mean`", "is neither a value nor a claim"),
    "two facts at once": ("`#!build python numpy`", "Write `#!value folder/name.variable:format`"),
    "a fact of nothing": ("`#!build`", "is neither a value nor a claim nor a formula nor a fact of the build"),
    "words that the search drops": ("It is *not*{ data-search-exclude=1 } so.", "a data- attribute changes the search or the contents. Take it out."),
    "tabs": ('=== "A"\n\n    Apples.', "there are no tabs: print would show one of them"),
    "a character that nobody sees": ("a\0b", "holds U+0000 (control), which nobody sees. Take it out."),
    "one by its number": ("a&#x202e;b", "holds U+202E (RIGHT-TO-LEFT OVERRIDE), which nobody sees"),
    "a formula between dollars": ("It is $x$.", "a formula stands in a ```math fence, or in a line as `#!math"),
    "rows between dollars": ("$$", "a formula stands in a ```math fence"),
    "a command of LaTeX": (r"It is (\alpha).", "a formula stands in a ```math fence"),
    "a tag over two lines": ("So <aside\nclass='md-overlay'>it is.", "a tag has to end in its line"),
    "a tag over an empty line": ("<aside\n\nclass='md-overlay'>it is.", "a tag has to end in its line"),
    "a fence that is underlined": ("```math\nx\n```\n---", "what is below makes it a heading. Leave an empty line between."),
    "two formulas in a fence": ("```math\nx\n\ny\n```", "an empty line would join two formulas"),
    "a percent sign in a formula": ("`#!math x % y`", r"% hides what is behind it. Write \%."),
    "a box without quotes": ("!!! note My title", 'a box begins with !!! note "Title", or ???.'),
    "a mark between two versions": ("=======", "a mark of a conflict between two versions. Keep one of them."),
    "a note at the foot": ("So it is.[^a]", "footnotes are switched off. Say it in the text."),
    "a path of Windows": (r"It is in C:\temp.", r"what is none, such as C:\temp, stands in backticks."),
    "what is no tag": ("A List<int> of it.", "Put what is not HTML in backticks."),
    "an address that is none": ("See [here](http://[apples).", "//[apples is no address: Invalid IPv6 URL. Mend it"),
    "beginnings of comments": ("<!-- " * 20_000, "raw HTML <!"),
    "no name": ("`#!value mean`", "Write `#!value folder/name.variable:format`"),
    "no name in a formula": (r"`#!math \value{}`", "is neither a value nor a claim"),
    "no backticks": ("#!value mean.mean:.2f is bare", "must stand in backticks"),
    "no such snippet": ("`#!value mena.mean`", "there is no snippet snippets/mena.py"),
}  # fmt: skip
ASKED = {
    "a name nothing binds": ("`#!value mean.meen:.2f`", "The nearest names: mean"),
    "another bullet": ("• plums", "'• plums' is shown as it stands. A list, a table or a box has an empty line before it"),
    "a table without its second line": ("| apples | pears |", "'| apples | pears |' is shown as it stands"),
    "a link with a blank": ("[apples] (index.md)", "'] (index.md' is shown as it stands"),
    "a link to nowhere": ("[apples][b]", "'][' is shown as it stands"),
    "bold without an end": ("**apples", "'**' is shown as it stands"),
    "a task": ("It is [ ] done.", "'[ ]' is shown as it stands"),
    "a backtick without an end": ("An `apple.", "'`' is shown as it stands"),
    "marks of other Markdowns": ("~~apples", "'~~' is shown as it stands"),
    "a box whose content stands outside": ('!!! note "Apples"\nThey fell.', "the box 'Apples' is empty"),
    "a list": ("`#!value mean.errors`", "errors is of type list (snippets/mean.py, line 1: errors = [10, 5, 5]). A value is a number"),
    "a bad format": ("`#!value mean.mean:.2q`", "'.2q' is not a format for mean"),
    "a fact nobody knows": ("`#!build nunpy`", "Name a package, or python."),
    "a fact in a heading": ("## `#!build python`", "can't stand in a heading"),
    "a formula in a heading": ("## `#!math x`", "can't stand in a heading or title"),
    "in the title of a fold": ('??? note "`#!value mean.mean:.2f`"\n\n    Apples.', "can't stand in a heading or title"),
    "in a heading": ("## Mean `#!value mean.mean:.2f`", "can't stand in a heading"),
    "in an underlined heading": ("Mean `#!value mean.mean:.2f`\n====", "can't stand in a heading"),
    "in a title": ('!!! note "`#!value mean.mean:.2f`"', "can't stand in a heading or title"),
    "in link text": ("[`#!value mean.mean:.2f`](index.md)", "can't stand in link text"),
    "in reference link text": ("[a `#!value mean.mean:.2f`][b]\n\n[b]: index.md", "can't stand in link text"),
    "a fact in raw HTML": ("<div>`#!build python`</div>", "stands where it can't be shown"),
    "a fact in alt text": ("![`#!build python`](https://example.org/a.png)", "can't stand in an attribute"),
    "an end of what is not open": ("<b>Apples</b></div>", "</div> closes nothing that stands open. Take it out."),
    "HTML without an end": ("<div><hr><b>Apples</b>", "<div> is not closed. Write </div> where it ends; `<div>` shows it."),
    "in raw HTML": ("<div>`#!value mean.mean:.2f`</div>", "stands where it can't be shown"),
    "in an attribute": ('<span title="`#!value mean.mean:.2f`">x</span>', "can't stand in an attribute"),
    "in alt text": ("![`#!value mean.mean:.2f`](https://example.org/a.png)", "can't stand in an attribute"),
    "with a title": ("`#!value mean.mean:.2f`{ .l1 title=b }", "a value takes a class, such as { .l1 }, and nothing else."),
}  # fmt: skip

ROWS = r"is for rows, which only a matrix has, from \begin{pmatrix} to \end{pmatrix}. Write each row as a formula of its own"
PARTS = r"Give each command its parts in braces: \frac{a}{b}."
FORMULAS = {
    "half a fraction": (r"\frac{1", r"the formula \frac{1 can't be shown: its braces do not match. Close each { with a }."),
    "a fraction with one part": (r"\frac{a}", f"can't be shown: a part is missing. {PARTS}"),
    "a command alone": (r"\sqrt", f"no available tokens error. {PARTS}"),
    "a power of nothing": ("x^", f"missing super script or subscript error. {PARTS}"),
    "half a pair": (r"\left( a", f"extra left or missing right error. {PARTS}"),
    "an unknown command": (r"\foo + a", rf"\foo is no command. {PARTS}"),
    "an unknown environment": (r"\begin{foo} a \end{foo}", rf"\begin{{foo}} {ROWS}"),
    "aligned rows": (r"\begin{aligned} a &= b \\ &= c \end{aligned}", rf"\begin{{aligned}} {ROWS}"),
    "cases": (r"\begin{cases} a & b \\ c & d \end{cases}", rf"\begin{{cases}} {ROWS}"),
    "an environment without an end": (r"\begin{matrix} a", rf"\begin{{matrix}} {ROWS}"),
    "a row": (r"a \\ b", rf"\\ {ROWS}"),
    "what may not stand on a page": (r"\frac{a}{\cancel{b}}", r"\frac or \cancel makes what may not stand on a page. Leave it out."),
    "an address": (r"\href{b}{a}", r"\href makes what may not stand on a page. Leave it out."),
    "an unknown value": (r"\value{mean.meen}", "names 'meen'. The nearest names: mean"),
}  # fmt: skip

SNIPPETS = {
    "raises": ("def step():\n    return 1 / 0\n\nstep()\n", ["line 4", "ZeroDivisionError"]),
    "does not parse": ("print(\n", ["SyntaxError"]),
    "warns": ("import warnings\nwarnings.warn('old')\nprint(1)\n", ["UserWarning: old"]),
    "NumPy warns": ("import numpy as np\nprint(np.float64(1) / 0)\n", ["divide by zero"]),
    "writes to standard error": ("import sys\nsys.stderr.write('oh')\nprint(1)\n", ["writes to standard error", "oh"]),
    "prints nothing": ("x = 1\n", ["prints nothing and draws nothing"]),
    "draws and prints nothing": ("import matplotlib.pyplot as plt\nplt.plot([1])\nplt.title('One')\nplt.show()\n", ["draws, and prints nothing. Print its key numbers"]),
    "prints only white space": ("print(' ')\n", ["prints nothing and draws nothing"]),
    "prints over 64 KiB": ("print('a' * 70_000)\n", ["prints over 64 KiB"]),
    "prints without an end": ("while True: print('a' * 10**6)\n", ["prints over 64 KiB"]),
    "prints a control character": ("print(chr(27) + '[1m')\n", ["prints the character U+001B"]),
    "prints a thin blank": ("print(chr(0x2009) + 'a')\n", ["prints the character U+2009"]),
    "prints a path of Windows": ("print('C:\\temp')\n", ["prints the character U+0009. Print only what can be seen; a backslash is written twice."]),
    "prints a bidirectional character": ("print(chr(0x202E) + 'a')\n", ["prints the character U+202E"]),
    "holds a bidirectional character": ("print('\u202e')\n", ["holds the character U+202E"]),
    "calls sys.exit()": ("import sys\nprint(1)\nsys.exit()\n", ["calls sys.exit(None)"]),
    "calls os._exit(0)": ("import os\nprint(1, flush=True)\nos._exit(0)\n", ["leaves early, with exit code 0"]),
    "never shows its figure": ("import matplotlib.pyplot as plt\nplt.plot([1])\nprint(1)\n", ["never shows it"]),
    "shows a figure without a title": ("import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()\n", ["needs a title"]),
    "draws pixels": (f"import matplotlib.pyplot as plt\nplt.imshow([[1, 2]])\n{TITLED}", ["draws what can't be published: <image>", UNDRAWN]),
    "draws hatches": (f"import matplotlib.pyplot as plt\nplt.bar([1], [2], hatch='/')\n{TITLED}", ["draws what can't be published: style='fill: url(#h", UNDRAWN]),
    "draws a link": (f"import matplotlib.pyplot as plt\nplt.plot([1], url='https://apples.example')\n{TITLED}", ["draws what can't be published: <a>", UNDRAWN]),
    "draws something else": ("import matplotlib.pyplot as plt\nplt.plot([1, 2])\n" + TITLED, ["draws something else than was approved", "-<svg></svg>", "make accept"]),
    "prints its folder": ("import os\nprint(os.getcwd())\n", ["prints the path of a folder of this machine. Print the name of the file alone"]),
    "reads prose, or below its folder": ("print(open('notes.txt').read())\n", ["finds no such file. It can read the .csv and .json files beside it, by open('name').\n", "line 1"]),
    "imports another snippet": ("import mean\nprint(mean)\n", ["No module named 'mean'"]),
    "is killed": ("import os\nos.kill(os.getpid(), 9)\n", ["was killed by signal 9" if os.name == "posix" else "leaves early, with exit code 9"]),
}  # fmt: skip
LEAVES = """\
import subprocess, sys

subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session={own})
print(1)
"""
# Windows finds nothing that is left running (README), and none but Linux what left its session.
for own in [False] * (os.name == "posix") + [True] * (sys.platform == "linux"):
    row = LEAVES.format(own=own), ["leaves a process behind"]
    SNIPPETS[f"leaves a process behind{', of its own session' * own}"] = row
MISBEHAVING = [("mean.py", *row) for row in SNIPPETS.values()]
BEHIND = ("\n6.68", " ; ls", " # 6.68", " | cat", " $(ls)")
TYPED = {f"mean.py{more}": "is not one line such as: $ python a.py" for more in BEHIND}
TYPED["nope.py"] = "runs nope.py, which is no program beside it"
MISBEHAVING += [("mean.console", f"$ python {each}\n", [TYPED[each]]) for each in TYPED]
SPELLED = {
    **{name: (fence, "") for name, fence in FENCES.items()},
    **{name: (fence, WHOLE) for name, fence in NESTED.items()},
    **{name: (markup, "raw HTML") for name, markup in RAW_HTML.items()},
    **WRITTEN,
}


@pytest.mark.parametrize("flags", FLAGS, ids=" ".join)
def test_a_fault_stops_the_build_under_each_flag(known, flags):
    known.write("snippets/mean.out", "mean error 6.68\n")
    assert f"{LINE_5}snippets/mean.py prints something else" in known.refused(*flags)


@pytest.mark.parametrize("files, expected", UNAPPROVED.values(), ids=UNAPPROVED)
def test_what_differs_or_is_seen_by_nobody_is_a_fault(known, files, expected):
    for name, text in files.items():
        known.write(name, text) if text else (known.folder / name).unlink()
    said = "\n".join(known.refusals())
    assert all(words in said for words in expected), said


WARNS = "import warnings\n\nwarnings.warn('too ripe')\nprint('sold')\n"
WARNING = "snippets/ripe.py:3: UserWarning: too ripe\n  warnings.warn('too ripe')\n"
FAILS = "count = 3\nprint(count)\nshare = count / 0\n"
ERROR = "ZeroDivisionError: division by zero\n"
SOLD = {"docs/index.md": f"{PAGE}\n{FENCE.replace('mean', 'ripe')}", "snippets/ripe.py": WARNS, "snippets/ripe.out": "sold\n"}  # fmt: skip
MEANT_TO_FAIL = {  # by an approved file of what it writes there
    "a warning without that file": ({}, ["snippets/ripe.py raises an error.", "UserWarning"]),
    "an error without that file": ({"snippets/ripe.py": FAILS, "snippets/ripe.out": "3\n"}, ["snippets/ripe.py raises an error.", "ZeroDivisionError"]),
    "another warning than approved": ({"snippets/ripe.err": WARNING.replace("ripe\n", "green\n")}, ["something else than was approved.", "+snippets/ripe.py:3: UserWarning: too ripe"]),
    "neither any more": ({"snippets/ripe.py": "print('sold')\n", "snippets/ripe.err": WARNING}, ["is meant to warn or fail, and does neither. Delete ripe.err."]),
    "an empty file": ({"snippets/ripe.err": ""}, ["nothing is approved yet of what snippets/ripe.py writes to standard error", "make accept"]),
    "leaving early": ({"snippets/ripe.py": "import sys\n\nprint('sold')\nsys.exit(1)\n", "snippets/ripe.err": WARNING}, ["calls sys.exit(1)"]),
}  # fmt: skip


@pytest.mark.parametrize("files, expected", MEANT_TO_FAIL.values(), ids=MEANT_TO_FAIL)
def test_what_is_written_to_standard_error_and_was_not_approved_is_a_fault(known, files, expected):
    known.write_all(SOLD | files)
    (said,) = known.refusals()
    assert all(words in said for words in expected), said


def test_a_warning_and_an_error_are_approved_and_shown_behind_what_was_printed(site):
    both = f"{SOLD['docs/index.md']}\n{FENCE.replace('mean', 'over')}"
    site.write_all({"snippets/ripe.py": WARNS, "snippets/over.py": FAILS, "docs/index.md": both})
    said = site.accept(code=1)
    assert all(f"snippets/{name}.py raises an error." in said for name in ("ripe", "over")), said
    assert not [*site.folder.glob("snippets/*.err")]  # accept makes no such file by itself
    site.write_all({"snippets/ripe.err": "", "snippets/over.err": ""})
    assert "+  warnings.warn('too ripe')" in site.accept()
    assert site.read("snippets/ripe.err") == WARNING
    assert (site.read("snippets/ripe.out"), site.read("snippets/over.out")) == ("sold\n", "3\n")
    trace = site.read("snippets/over.err")
    assert trace.startswith("Traceback (most recent call last):\n") and trace.endswith(ERROR)
    assert 'File "snippets/over.py", line 3, in <module>' in trace
    site.make_build()
    page = site.read("site/index.html")
    assert page.index("sold\n") < page.index("Standard error") < page.index("UserWarning: too ripe")
    assert ERROR in page


@pytest.fixture(scope="module")
def misspelt(tmp_path_factory, python):
    """A site with a page for each text that its source alone shows to be wrong."""
    site = Site(tmp_path_factory.mktemp("misspelt"), python)
    for name, (text, _) in SPELLED.items():
        site.write(f"docs/{name}.md", f"{PAGE}\n{text}\n")
    return site


@pytest.mark.parametrize("flags", FLAGS, ids=" ".join)
def test_every_other_spelling_stops_the_build_and_is_named_with_its_line(misspelt, flags):
    faults = re.findall(r"docs/(.+)\.md, line (\d+): (.*)", misspelt.refused(*flags))
    for name, (text, expected) in SPELLED.items():
        lines = [int(line) for page, line, said in faults if page == name and expected in said]
        opening = re.search("```|~~~", text)
        first = 9 + text[: opening.start() if opening else 0].count("\n")
        assert first in lines, name
    assert "raw HTML </pre" not in "".join(said for *_, said in faults)  # its beginning is named


def test_what_a_page_can_not_show_is_named_with_its_line(known):
    texts = INDENTED | ASKED
    for name, (latex, expected) in FORMULAS.items():
        texts[name] = (f"```math\n{latex}\n```\n", expected)
        texts[f"{name}, in a line"] = (f"It is `#!math {latex}`.\n", expected)
    for name, (text, _) in texts.items():
        known.write(f"docs/{name}.md", f"{PAGE}\n{text}")
    found = known.refusals()
    assert len(found) == len(texts)
    for name, (text, expected) in texts.items():
        line = 9 + text.partition("print(")[0].rstrip(" ").count("\n") * (name in INDENTED)
        (fault,) = [each for each in found if each.startswith(f"docs/{name}.md, line {line}: ")]
        assert expected in fault and (name not in INDENTED or WHOLE in fault)


def test_a_snippet_that_misbehaves_is_named_with_its_place(site):
    rows = {"x" * at: row for at, row in enumerate(MISBEHAVING, start=1)}
    for folder, (name, source, _) in rows.items():
        language = "python" if name.endswith(".py") else "console"
        fence = f'```{language}\n--8<-- "{folder}/{name}"\n```\n'
        site.write(f"docs/{folder}.md", f"# Apples\n\n{fence}")
        site.write(f"snippets/{folder}/{name}", source)
        site.write(f"snippets/{folder}/{name.removesuffix('.py')}.out", "1\n")
        site.write(f"snippets/{folder}/{name.removesuffix('.py')}.svg", "<svg></svg>\n")
    found = site.refusals()
    assert len(found) == len(rows)
    for folder, (name, _, expected) in rows.items():
        place = f"docs/{folder}.md, line 3: snippets/{folder}/{name} "
        (fault,) = [each for each in found if each.startswith(place)]
        assert all(words in fault for words in expected), fault
        assert not re.search(r"runpy|drift.run.\w+\.py.?, line", fault), fault
        assert str(site.folder) not in fault.replace(f"directory: {site.folder}", "")


# Each place where a library calls the guard, and would swallow what it raises.
CALLED = {
    "the start of a build": "import drift.project.project as place; name = 'read'",
    "the files' own faults": "import drift.project.givens as place; name = 'faults'",
    "what stands beside pages": "import drift.generators.extras as place; name = 'finish'",
    "the start of a page": "import drift.page.address as place; name = 'page_of'",
    "reading a page": "import drift.project.page_source as place; name = 'read'",
    "a fence": "from drift.page.rendering import Rendering as place; name = 'answered'",
    "a fence's check": "from drift.build import Build as place; name = 'checked'",
    "rendering a block": "import drift.page.block as place; name = 'html'",
    "markdown-exec": "import markdown_exec as place; name = 'base_format'",
    "a value": "import drift.page.provenance as place; name = 'value'",
    "a fact of the build": "import drift.page.provenance as place; name = 'of_build'",
    "a formula": "import drift.page.formula as place; name = 'mathml'",
    "running a snippet": "from drift.run.runs import Runs as place; name = 'outcome'",
    "comparing": "import drift.run.approval as place; name = 'difference'",
    "placing values": "import drift.page.extension as place; name = 'NO_PLACE'",
    "the end of a page": "from drift.page.rendering import Rendering as place; name = 'finished'",
}
FAULT = """
class Fault:
    def __call__(self, *arguments, **named):
        raise RuntimeError("planted")
    __contains__ = __call__
"""


@pytest.mark.parametrize("at, place", [*enumerate(CALLED.values())], ids=CALLED)
def test_an_unexpected_exception_stops_the_build(site, at, place):
    site.write("docs/index.md", f"{PAGE}\n```math\nx^2\n```\n\n`#!build python`\n")
    site.plant(f"{FAULT}\n{place}\nsetattr(place, name, Fault())\n")
    assert "planted" in site.refused(*FLAGS[at % len(FLAGS)])
